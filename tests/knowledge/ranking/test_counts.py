"""Whether provisions tell how many or how much."""

import pytest

from knowledge.ranking.counts import CountChecker
from knowledge.ranking.views import ViewReader
from knowledge.search.sources import Sources
from tests.support.answers import open_sources, read_question
from tests.support.builders import make_act


@pytest.fixture(scope="module")
def counting(tmp_path_factory: pytest.TempPathFactory) -> Sources:
    act = make_act(
        ("C1", "Capacitar a quince funcionarios el 20 de junio de 2017."),
        ("C2", "Realizar el taller el 20 de junio de 2017."),
        ("C3", "Cada país aportará 500 dólares."),
        ("C4", "Remitir los datos en un plazo de 72 horas."),
        ("C5", "Agradecer a Canadá, a México y a Panamá por su apoyo."),
        ("C6", "Agradecer a la OIM por su apoyo."),
        ("C7", "Aprobar lo siguiente:"),
        ("C7.a", "El plan."),
        ("C7.b", "El informe."),
        ("C8", "Reservar el 30 % de los fondos."),
    )
    return open_sources(tmp_path_factory.mktemp("counting"), act)


@pytest.mark.parametrize(
    ("question", "place", "tells"),
    [
        pytest.param("¿cuántos funcionarios?", 0, True, id="a figure in words"),
        pytest.param("¿cuántos funcionarios?", 1, False, id="only a date"),
        pytest.param("how many officials?", 0, True, id="in English"),
        pytest.param("¿cuánto aportará cada país?", 2, True, id="an amount"),
        pytest.param("how much does it cost?", 0, False, id="a figure that is no amount"),
        pytest.param("¿cuánto de los fondos?", 9, True, id="a share"),
        pytest.param("¿cuánto tarda el envío?", 3, True, id="a length of time"),
        pytest.param("¿cuánto tarda el envío?", 2, False, id="money is no length of time"),
        pytest.param("¿cuántas horas hay?", 3, True, id="hours"),
        pytest.param("¿cuántos países apoyaron?", 4, True, id="countries that are listed"),
        pytest.param("¿cuántos organismos apoyaron?", 5, False, id="only one is named"),
        pytest.param("¿cuántos documentos se aprueban?", 6, True, id="sub-items"),
    ],
)
def test_a_provision_tells_what_is_counted(
    counting: Sources, question: str, place: int, *, tells: bool
) -> None:
    view = ViewReader(counting).of(place)

    assert CountChecker(counting).tells(read_question(counting, question), view) is tells
