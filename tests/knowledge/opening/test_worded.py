"""What is asked, in the words of the act as the encoder finds them."""

from pathlib import Path

import pytest

from benchmarks.openings import Asked
from knowledge.citing.findings import FindingWriter
from knowledge.language.datafiles import BUILT_IN
from knowledge.meaning.encoder import Encoder
from knowledge.meaning.spans import Span
from knowledge.meaning.vectors import PassageVectors
from knowledge.opening.openings import OpeningWriter
from knowledge.opening.worded import SpanFinder
from knowledge.ranking.close_reading import CloseReader
from knowledge.ranking.meanings import Meaning
from knowledge.reading.duties.findings import act_finder
from knowledge.search.sources import Sources
from knowledge.values.acts import Act
from knowledge.values.references import Reference
from tests.support.answers import REGISTER, build_store, read_question
from tests.support.builders import make_act
from tests.support.openings import opened

TEXTS = (
    ("C1", "Que los productores que entreguen tarde sufrirán un recargo de dos centavos por libra."),
    ("C2", "Dar fe de que en el naufragio frente a Corn Island perecieron once buzos."),
    (
        "C3",
        "Saludar a la delegación, que llegó con dos horas de retraso por la niebla en Bilwi.",
    ),
    ("C5", "Lamentar que a la cita no llegaran Belice, Honduras y Nicaragua, por la niebla."),
    ("C4", "Encargar a Belice que traduzca el manual a más tardar el 30 de noviembre de 2017."),
)
ACT = make_act(*TEXTS)
FORUM = (
    "Celebrar en Roatán, el 7 de mayo de 2018, el foro de buceo. Se admiten ponencias hasta el 9 de abril."
)
BULLETIN = (
    "Solicitar a la ST que publique cada mes el boletín de corales; el primer número saldrá en marzo de 2018."
)
LATE = (
    "Convenir en que los informes anuales vencen el 30 de abril, pudiendo Jamaica entregar el suyo, por esta "
    "vez, hasta el 31 de julio de 2018."
)
READ = act_finder(REGISTER).fill(
    make_act(
        ("C1", FORUM),
        ("C2", "Subir la multa por pesca en veda de 300 a 450 dólares, según propuso Panamá."),
        ("C3", BULLETIN),
        ("C4", "Encargar a Belice que traduzca el manual a más tardar el 30 de noviembre de 2017."),
        ("C5", LATE),
    )
)


@pytest.fixture(scope="module")
def sources(tmp_path_factory: pytest.TempPathFactory, encoder: Encoder) -> Sources:
    """Provisions of which no statement was read."""
    return _sources(tmp_path_factory.mktemp("worded"), ACT, encoder)


@pytest.fixture(scope="module")
def read(tmp_path_factory: pytest.TempPathFactory, encoder: Encoder) -> Sources:
    """Provisions with the statements that were read of them."""
    return _sources(tmp_path_factory.mktemp("read"), READ, encoder)


def _sources(folder: Path, act: Act, encoder: Encoder) -> Sources:
    store = build_store(folder, act, encoder=encoder)
    vectors = PassageVectors.open(store.database, encoder.version)
    return Sources(store, BUILT_IN, encoder=encoder, vectors=vectors)


def lines(sources: Sources, reference: str, question: str, find: SpanFinder | None = None) -> list[str]:
    """Open a provision to a question, with the encoder, or with what finds words instead."""
    read = read_question(sources, question)
    meaning = Meaning.open(sources.encoder, sources.vectors, BUILT_IN.learned)
    writer = OpeningWriter(sources, find or CloseReader(sources, meaning).span_of)
    finding = FindingWriter(sources.store, sources.index).write(
        sources.store.documents()[0].slug, Reference.parse(reference), read.labels
    )
    return opened(writer.open(Asked.of(read, read.facets), finding, alone=True))


@pytest.mark.parametrize("words", ["Belice", "Honduras", "Nicaragua", "Belice, Honduras y Nicaragua"])
def test_all_who_are_named_together_are_told(sources: Sources, words: str) -> None:
    told = lines(sources, "C5", "¿quiénes faltaron?", lambda *_: Span(words, 0.9))

    assert told == ["«Belice, Honduras y Nicaragua»"]


def test_a_party_is_never_told_with_a_day(sources: Sources) -> None:
    words = "Belice que traduzca el manual a más tardar el 30 de noviembre de 2017"

    assert lines(sources, "C4", "¿a quién se manda el manual?", lambda *_: Span(words, 0.9)) == []
    assert lines(sources, "C4", "¿a quién se encarga?", lambda *_: Span("Belice", 0.9)) == ["«Belice»"]


@pytest.mark.parametrize(
    ("reference", "question", "told"),
    [
        pytest.param("C1", "¿de cuánto es el castigo por entregar tarde?", "dos centavos", id="how much"),
        pytest.param("C2", "¿dónde se hundió el barco?", "Corn Island", id="where"),
        pytest.param("C2", "¿cuántos se ahogaron?", "once buzos", id="how many"),
        pytest.param("C3", "¿cuánto se tardaron en llegar?", "dos horas", id="how long"),
    ],
)
def test_what_no_statement_tells_is_told_in_words_of_the_act(
    sources: Sources, reference: str, question: str, told: str
) -> None:
    (line,) = lines(sources, reference, question)

    assert told in line
    assert (line[0], line[-1]) == ("«", "»")
    assert line.strip("«»") in next(text for number, text in TEXTS if number == reference)


@pytest.mark.parametrize(
    ("reference", "question"),
    [
        pytest.param("C4", "¿cuánto cuesta?", id="a detail that isn't told"),
        pytest.param("C3", "¿quién pagó el pasaje?", id="nobody who paid"),
        pytest.param("C2", "¿quién murió?", id="divers are no party"),
        pytest.param("C2", "naufragio de los buzos", id="nothing that is asked"),
    ],
)
def test_what_is_not_told_opens_nothing(sources: Sources, reference: str, question: str) -> None:
    assert lines(sources, reference, question) == []


@pytest.mark.parametrize(
    ("reference", "question", "told"),
    [
        pytest.param(
            "C1",
            "¿hasta qué día puedo mandar mi charla?",
            ["time"],
            id="a deadline beside the day of an event",
        ),
        pytest.param("C1", "¿cuándo es lo de Roatán?", ["time"], id="the day of what the question speaks of"),
        pytest.param(
            "C3", "¿para cuándo el número uno?", ["«saldrá en marzo de 2018»"], id="a day, not how often"
        ),
        pytest.param(
            "C2",
            "¿cuánto es la multa?",
            ["«Subir la multa por pesca en veda de 300 a 450 dólares»"],
            id="both figures",
        ),
        pytest.param(
            "C5",
            "¿hasta qué día puede entregar Jamaica?",
            ["«hasta el 31 de julio de 2018»"],
            id="a day, by name",
        ),
        pytest.param(
            "C4", "¿hasta cuándo traduce Belice?", ["deadline", "responsible", "action"], id="alike"
        ),
    ],
)
def test_words_of_the_act_stand_for_what_statements_tell_of_something_else(
    read: Sources, reference: str, question: str, told: list[str]
) -> None:
    assert lines(read, reference, question) == told
