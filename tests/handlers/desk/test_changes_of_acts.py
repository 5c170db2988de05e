"""/retirar, /revertir and /actas: an admin takes acts out and goes back, after being asked, and only once."""

from datetime import timedelta
from pathlib import Path

import pytest

from handlers.desk.confirmations import EXPIRED
from handlers.services import Services
from knowledge.loading import Loader
from knowledge.stores.audit import AuditTrail
from knowledge.stores.data_folder import DataFolder
from standin import settle
from tests.conftest import ADMIN, EDITOR, TODAY
from tests.support.chat import Chat
from tests.support.clock import Clock
from tests.support.grown_data import grow, take_over

VERACRUZ = Path(__file__).parents[2] / "corpus" / "unseen" / "grcm-2010-04-veracruz.html"
BUILT_IN = "grcm-2017-06-san-salvador"
UNKNOWN = "No conozco esa orden"


@pytest.fixture(scope="module")
def built_with_two(built_data: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    def add(services: Services) -> None:
        services.base.load(lambda loader: loader.add(VERACRUZ))

    return grow(built_data, tmp_path_factory.mktemp("two"), add)


@pytest.fixture
def two_acts(services: Services, data_folder: Path, built_with_two: Path) -> str:
    """Let another act have been loaded, and return its name."""
    take_over(built_with_two, data_folder)
    return next(each.slug for each in services.base.documents() if each.slug != BUILT_IN)


def slugs(services: Services) -> set[str]:
    return {document.slug for document in services.base.documents()}


@pytest.mark.parametrize(
    ("language", "command", "question", "label", "done"),
    [
        pytest.param(
            "es",
            "/retirar",
            "¿Retirar GRCM, San Salvador",
            "Retirar",
            "Retirada: GRCM, San Salvador",
            id="es",
        ),
        pytest.param(
            "en",
            "/retire",
            "Take out RCGM, San Salvador",
            "Take out",
            "Taken out: RCGM, San Salvador",
            id="en",
        ),
        pytest.param(
            "es",
            "/retirar 2017",
            "¿Retirar GRCM, San Salvador",
            "Retirar",
            "Retirada: GRCM, San Salvador",
            id="year",
        ),
    ],
)
async def test_an_act_is_taken_out_once_that_is_confirmed(
    chat: Chat, services: Services, language: str, command: str, question: str, label: str, done: str
) -> None:
    admin = chat.person(ADMIN, language)
    (asked,) = await chat.ask(admin, command)
    assert asked.text.startswith(question)
    assert slugs(services) == {BUILT_IN}
    await chat.tap(admin, label)
    assert done in asked.text
    assert asked.buttons == []
    assert slugs(services) == set()
    (entry,) = AuditTrail(services.state).entries(5)
    assert (entry.user_id, entry.action, entry.subject) == (ADMIN, "retire", BUILT_IN)


async def test_of_several_acts_one_is_chosen(chat: Chat, services: Services, two_acts: str) -> None:
    admin = chat.person(ADMIN)
    (asked,) = await chat.ask(admin, "/retirar")
    assert asked.text == "¿Qué acta se retira?"
    await chat.tap(admin, next(b.text for row in asked.buttons for b in row if "Veracruz" in b.text))
    assert asked.text.startswith("¿Retirar GRCM, Veracruz")
    await chat.tap(admin, "Retirar")
    assert slugs(services) == {BUILT_IN}
    assert "Retirada: GRCM, Veracruz, 13–15 abr 2010" in asked.text
    assert two_acts not in asked.text


async def test_an_act_that_is_to_stay_stays(chat: Chat, services: Services) -> None:
    admin = chat.person(ADMIN)
    (asked,) = await chat.ask(admin, "/retirar")
    await chat.tap(admin, "No")
    assert asked.text == "El acta se queda."
    assert slugs(services) == {BUILT_IN}


async def test_words_that_name_no_act_are_told(chat: Chat) -> None:
    (answer,) = await chat.ask(chat.person(ADMIN), "/retirar 1999")
    assert answer.text.startswith("Ningún acta se llama así.")


@pytest.mark.parametrize(
    ("language", "command", "comes", "label"),
    [
        pytest.param("es", "/revertir", "Sale: GRCM, Veracruz", "Volver", id="es"),
        pytest.param("en", "/revert", "Gone: RCGM, Veracruz", "Go back", id="en"),
    ],
)
@pytest.mark.usefixtures("two_acts")
async def test_an_admin_is_told_what_comes_back_and_goes_back_and_forth(
    chat: Chat, services: Services, language: str, command: str, comes: str, label: str
) -> None:
    admin = chat.person(ADMIN, language)
    (asked,) = await chat.ask(admin, command)
    assert comes in asked.text
    await chat.tap(admin, label)
    assert slugs(services) == {BUILT_IN}
    (again,) = await chat.ask(admin, command)
    assert "Veracruz" in again.text
    await chat.tap(admin, label)
    assert len(slugs(services)) == 2
    assert [entry.action for entry in AuditTrail(services.state).entries(5)] == ["revert", "revert"]


async def test_before_any_change_there_is_nothing_to_go_back_to(chat: Chat) -> None:
    (answer,) = await chat.ask(chat.person(ADMIN), "/revertir")
    assert (
        answer.text
        == "Todavía no hay nada a lo que volver: lo habrá en cuanto se cargue, retire o corrija algo."
    )
    assert answer.buttons == []


@pytest.mark.usefixtures("two_acts")
async def test_all_stays_as_it_is_if_nobody_wants_to_go_back(chat: Chat, services: Services) -> None:
    admin = chat.person(ADMIN)
    (asked,) = await chat.ask(admin, "/revertir")
    await chat.tap(admin, "No")
    assert asked.text == "Todo queda como está."
    assert len(slugs(services)) == 2


CONFIRMED = [
    pytest.param("/retirar 2017", "Retirar", id="retire"),
    pytest.param("/revertir", "Volver", id="revert"),
]


@pytest.mark.usefixtures("two_acts")
@pytest.mark.parametrize(("command", "label"), CONFIRMED)
class TestConfirmations:
    """What holds for both questions."""

    async def test_a_button_expires_after_ten_minutes(
        self, chat: Chat, services: Services, clock: Clock, command: str, label: str
    ) -> None:
        admin = chat.person(ADMIN)
        await chat.ask(admin, command)
        clock.now += timedelta(minutes=10).total_seconds()
        assert (await chat.tap(admin, label)).text == EXPIRED
        assert len(slugs(services)) == 2

    async def test_a_second_tap_has_no_second_effect(
        self, chat: Chat, services: Services, command: str, label: str
    ) -> None:
        admin = chat.person(ADMIN)
        await chat.ask(admin, command)
        first, second = admin.taps(label), admin.taps(label)
        await settle(chat.application, chat.standin)
        assert (first.is_answered, second.text) == (True, EXPIRED)
        assert len(slugs(services)) == 1
        assert len(AuditTrail(services.state).entries(5)) == 1

    async def test_what_was_loaded_meanwhile_makes_it_expire(
        self, chat: Chat, services: Services, command: str, label: str
    ) -> None:
        admin = chat.person(ADMIN)
        await chat.ask(admin, command)
        services.base.load(Loader.rebuild)
        assert (await chat.tap(admin, label)).text == EXPIRED
        assert len(slugs(services)) == 2

    async def test_an_admin_who_is_one_no_longer_cannot_confirm(
        self, chat: Chat, services: Services, command: str, label: str
    ) -> None:
        admin = chat.person(ADMIN)
        await chat.ask(admin, command)
        object.__setattr__(services, "admins", frozenset())
        assert "ya no es válido" in (await chat.tap(admin, label)).text
        assert len(slugs(services)) == 2

    @pytest.mark.parametrize("person", [7, EDITOR])
    async def test_a_copied_button_is_of_no_use_to_anyone_else(
        self, chat: Chat, services: Services, command: str, label: str, person: int
    ) -> None:
        admin, other = chat.person(ADMIN), chat.person(person)
        (asked,) = await chat.ask(admin, command)
        (own,) = await chat.ask(other, "/ayuda")
        data = asked.button(label).data
        assert data
        tap = other.taps_data(data, own)
        await settle(chat.application, chat.standin)
        assert "ya no es válido" in tap.text
        assert len(slugs(services)) == 2
        assert sum(AuditTrail(services.state).refusals(TODAY).values()) == 1

    async def test_while_another_load_is_under_way_nothing_changes(
        self, chat: Chat, services: Services, data_folder: Path, command: str, label: str
    ) -> None:
        admin = chat.person(ADMIN)
        (asked,) = await chat.ask(admin, command)
        with DataFolder(data_folder).locked():
            await chat.tap(admin, label)
        assert "otra carga en curso" in asked.text
        assert len(slugs(services)) == 2
        assert [entry.outcome for entry in AuditTrail(services.state).entries(5)] == ["failed"]

    @pytest.mark.parametrize("person", [7, EDITOR])
    async def test_for_anyone_else_the_command_does_not_exist(
        self, chat: Chat, command: str, label: str, person: int
    ) -> None:
        (answer,) = await chat.ask(chat.person(person), command)
        assert answer.text.startswith(UNKNOWN)
        assert label not in answer.text


@pytest.mark.parametrize("data", ["rt1:", "rt1:y:../etc", "rt1:x", "rv1:", "rv1:zzzz"])
async def test_invented_data_changes_nothing(chat: Chat, services: Services, data: str) -> None:
    admin = chat.person(ADMIN)
    (message,) = await chat.ask(admin, "/ayuda")
    tap = admin.taps_data(data, message)
    await settle(chat.application, chat.standin)
    assert "ya no es válido" in tap.text
    assert slugs(services) == {BUILT_IN}


async def test_an_admin_sees_where_each_act_comes_from(chat: Chat) -> None:
    admin = chat.person(ADMIN)
    admin.sends_document(VERACRUZ, "Acta (final).html")
    await settle(chat.application, chat.standin)
    await chat.tap(admin, "Cargar")
    _, told = await chat.ask(admin, "/actas")
    assert "la cargó 900 el 13 de julio de 2017, como Acta (final).html (grcm-2010-04-" in told.text
    assert "San Salvador, 20–22 jun 2017: viene con el programa" in told.text


@pytest.mark.parametrize("person", [7, EDITOR])
async def test_anyone_else_sees_the_acts_only(chat: Chat, person: int) -> None:
    assert len(await chat.ask(chat.person(person), "/actas")) == 1
