"""/sinonimo: what words would change is shown first, then they are taken in; they can be taken back."""

import asyncio
from dataclasses import replace
from pathlib import Path

import pytest

from handlers.services import Services
from knowledge.loading.golden import GoldenQuestion, add_golden
from knowledge.stores.audit import AuditTrail
from knowledge.stores.misses import Fate, Miss, MissStore
from knowledge.values.references import Reference
from standin import Person
from tests.conftest import ADMIN, EDITOR
from tests.support.chat import Chat
from tests.support.clock import Clock
from tests.support.disks import file_size_limited_to

ASKED = "¿cuándo es el taller de integridad de la chuspa viajera?"
BUILT_IN = "grcm-2017-06-san-salvador"
LINE = "pasaporte | chuspa viajera"
TEACH = "/sinonimo pasaporte = chuspa viajera"


@pytest.fixture
def admin(chat: Chat) -> Person:
    return chat.person(ADMIN)


def thesaurus(folder: Path) -> str:
    path = folder / "thesaurus.txt"
    return path.read_text(encoding="utf-8") if path.exists() else ""


def keep(services: Services, *texts: str) -> None:
    for text in texts:
        MissStore(services.state).keep(
            Miss(text=text, language="es", fate=Fate.UNANSWERED), at=services.now()
        )


async def test_what_would_change_is_shown_and_nothing_is_written(
    chat: Chat, admin: Person, services: Services, data_folder: Path
) -> None:
    keep(services, "el taller de integridad de la chuspa viajera", "quién trae el café")
    before = services.base.edition
    (shown,) = await chat.ask(admin, TEACH)

    assert shown.versions[0] == "Probando qué respuestas cambiarían…"
    assert shown.text.startswith("¿Añadir «pasaporte | chuspa viajera»?")
    assert "2 preguntas guardadas" in shown.text
    assert (
        "«el taller de integridad de la chuspa viajera»\nsin respuesta → Conclusión 24 · GRCM, San Salvador"
        in shown.text
    )
    assert "café" not in shown.text
    assert (thesaurus(data_folder), services.base.edition) == ("", before)
    assert AuditTrail(services.state).count() == 0


async def test_a_test_question_that_changes_stands_first_and_says_how(
    chat: Chat, admin: Person, services: Services, data_folder: Path
) -> None:
    question = "el taller de integridad de la chuspa viajera"
    add_golden(
        data_folder / "golden.yaml",
        GoldenQuestion(text=question, document=BUILT_IN, reference=Reference.parse("C24")),
    )
    keep(services, question)
    (shown,) = await chat.ask(admin, TEACH)
    assert "0 preguntas guardadas" in shown.text
    assert "✅ Pregunta de prueba que se contestaría bien" in shown.text


async def test_a_word_is_understood_once_it_was_added(
    chat: Chat, admin: Person, services: Services, data_folder: Path
) -> None:
    await chat.ask(admin, TEACH)
    await chat.tap(admin, "Añadir")
    assert admin.inbox[-1].text.startswith("Base recargada: ")
    (answer,) = await chat.ask(chat.person(7), ASKED)
    assert "Conclusión 24" in answer.text
    assert thesaurus(data_folder) == f"{LINE}\n"
    (entry,) = AuditTrail(services.state).entries(5)
    assert (entry.action, entry.after) == ("synonyms", LINE)


async def test_a_word_in_english(chat: Chat) -> None:
    admin = chat.person(ADMIN, "en")
    (shown,) = await chat.ask(admin, "/synonym passport = travel thingy")
    assert shown.text.startswith("Add “passport | travel thingy”?\n\nNo answer would change.")


async def test_what_is_discarded_is_not_added(chat: Chat, admin: Person, data_folder: Path) -> None:
    await chat.ask(admin, TEACH)
    await chat.tap(admin, "Descartar")
    assert admin.inbox[-1].text == "Descartado: no se añadió nada."
    assert thesaurus(data_folder) == ""


@pytest.mark.parametrize(
    ("words", "line"),
    [
        pytest.param("plata = apoyo financiero", "plata | apoyo financiero", id="spaced"),
        pytest.param("plata=lana=pisto", "plata | lana | pisto", id="three"),
        pytest.param("plata | lana", "plata | lana", id="as in the file"),
        pytest.param("vuelo | =plaza", "vuelo | =plaza", id="a form only, as in the file"),
        pytest.param("vuelo = =plaza", "vuelo | =plaza", id="a form only"),
        pytest.param("=plaza = vuelo", "=plaza | vuelo", id="a form only, first"),
        pytest.param("  plata  =\n lana #que", "plata | lana que", id="lines and comments"),
    ],
)
async def test_words_may_stand_between_signs_of_either_sort(
    chat: Chat, admin: Person, words: str, line: str
) -> None:
    (shown,) = await chat.ask(admin, f"/sinonimo {words}")
    assert shown.text.startswith(f"¿Añadir «{line}»?")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        pytest.param("", "/sinonimo plata = apoyo financiero", id="nothing"),
        pytest.param("pasaporte", "/sinonimo plata = apoyo financiero", id="one"),
        pytest.param("pasaporte =", "/sinonimo plata = apoyo financiero", id="one, and a sign"),
        pytest.param("= = =", "/sinonimo plata = apoyo financiero", id="signs only"),
        pytest.param("# = #", "/sinonimo plata = apoyo financiero", id="comments"),
        pytest.param("el = pasaporte", "separadas por «|»", id="an article"),
        pytest.param("pasaporte = ¿?", "separadas por «|»", id="no word"),
        pytest.param("plata = a | b c d e", "más de tres palabras", id="a sentence"),
        pytest.param("plata = " + "x" * 500, "más de 400 caracteres", id="too long"),
        pytest.param(" = ".join(f"palabra{n}" for n in range(200)), "más de 400", id="too many"),
        pytest.param("plata = la plata", "sobra junto a", id="the same"),
        pytest.param("azteca = México", "«México» es un nombre de México", id="a country"),
        pytest.param("secre | st", "es un nombre de", id="a body, in small letters"),
    ],
)
async def test_what_would_not_do_is_refused_before_anything_is_tried(
    chat: Chat, admin: Person, data_folder: Path, words: str, said: str
) -> None:
    (answer,) = await chat.ask(admin, f"/sinónimo {words}")
    assert said in answer.text
    assert not answer.buttons
    assert thesaurus(data_folder) == ""


async def test_a_line_that_is_there_is_not_added_twice(chat: Chat, admin: Person, data_folder: Path) -> None:
    (data_folder / "thesaurus.txt").write_text("# nuestras\npasaporte  |  chuspa viajera", encoding="utf-8")
    (answer,) = await chat.ask(admin, TEACH)
    assert answer.text == "Esa línea ya está: pasaporte | chuspa viajera"
    await chat.ask(admin, "/sinonimo pasaporte = librito")
    await chat.tap(admin, "Añadir")
    assert thesaurus(data_folder) == "# nuestras\npasaporte  |  chuspa viajera\npasaporte | librito\n"


async def test_words_are_taught_by_admins_only(chat: Chat, data_folder: Path) -> None:
    for person in (chat.person(7), chat.person(EDITOR)):
        (answer,) = await chat.ask(person, TEACH)
        assert answer.text.startswith("No conozco esa orden")
    assert thesaurus(data_folder) == ""


async def test_two_officers_at_once_lose_neither_line(
    chat: Chat, admin: Person, services: Services, data_folder: Path
) -> None:
    other = chat.person(902)
    chat.application.bot_data["services"] = _with_admins(services, ADMIN, 902)
    admin.writes(TEACH)
    other.writes("/sinonimo plata = lana")
    await chat.settle()
    admin.taps("Añadir")
    other.taps("Añadir")
    await chat.settle()
    while thesaurus(data_folder).count("\n") < 2:
        late = next(person for person in (admin, other) if person.inbox[-1].buttons)
        assert "Entretanto cambió" in late.inbox[-1].text or "otra carga" in late.inbox[-1].text
        await chat.tap(late, "Añadir")
    assert sorted(thesaurus(data_folder).splitlines()) == [LINE, "plata | lana"]


async def test_what_was_loaded_meanwhile_makes_a_look_anew_necessary(
    chat: Chat, admin: Person, services: Services, data_folder: Path
) -> None:
    await chat.ask(admin, TEACH)
    await asyncio.to_thread(services.base.reload)
    await chat.tap(admin, "Añadir")
    assert "Entretanto cambió lo que está cargado" in admin.inbox[-1].text
    assert thesaurus(data_folder) == ""
    await chat.tap(admin, "Añadir")
    assert thesaurus(data_folder) == f"{LINE}\n"


async def test_what_cannot_be_added_now_may_be_tried_again(
    chat: Chat, admin: Person, data_folder: Path
) -> None:
    await chat.ask(admin, TEACH)
    with file_size_limited_to(40_000):
        await chat.tap(admin, "Añadir")
    assert admin.inbox[-1].text.startswith("No se cambió nada")
    assert thesaurus(data_folder) == ""
    await chat.tap(admin, "Añadir")
    assert thesaurus(data_folder) == f"{LINE}\n"


@pytest.mark.parametrize("late", [601, 0])
async def test_a_button_counts_once_and_for_ten_minutes(
    chat: Chat, admin: Person, clock: Clock, data_folder: Path, late: int
) -> None:
    (shown,) = await chat.ask(admin, TEACH)
    data = shown.button("Añadir").data
    assert data
    clock.now += late
    taps = [admin.taps_data(data, shown)]
    await chat.settle()
    if not late:
        taps.append(admin.taps_data(data, shown))
        await chat.settle()
    assert "caducó" in taps[-1].text
    assert thesaurus(data_folder) == ("" if late else f"{LINE}\n")


async def test_the_button_is_no_use_to_others(chat: Chat, admin: Person, data_folder: Path) -> None:
    (shown,) = await chat.ask(admin, TEACH)
    data = shown.button("Añadir").data
    assert data
    editor = chat.person(EDITOR)
    (own,) = await chat.ask(editor, "/estado")
    tap = editor.taps_data(data, own)
    await chat.settle()
    assert "ya no es válido" in tap.text
    assert thesaurus(data_folder) == ""


async def test_it_is_undone_whatever_came_after_it(chat: Chat, admin: Person, data_folder: Path) -> None:
    for words in (TEACH, "/sinonimo plata = lana"):
        await chat.ask(admin, words)
        await chat.tap(admin, "Añadir")
    await chat.ask(admin, "/recargar")
    await chat.ask(admin, "/auditoria")
    await chat.tap(admin, "Deshacer 1")
    await chat.tap(admin, "Sí, deshacer")
    assert admin.inbox[-1].text.startswith("↩️ Deshecho: 1 · ")
    assert thesaurus(data_folder) == "plata | lana\n"
    (answer,) = await chat.ask(chat.person(7), "lo de la chuspa viajera")
    assert "No consta" in answer.text


async def test_a_line_that_is_gone_is_not_undone(chat: Chat, admin: Person, data_folder: Path) -> None:
    await chat.ask(admin, TEACH)
    await chat.tap(admin, "Añadir")
    (data_folder / "thesaurus.txt").unlink()
    await chat.ask(admin, "/auditoria")
    await chat.tap(admin, "Deshacer 1")
    await chat.tap(admin, "Sí, deshacer")
    assert "No se deshizo nada. Esa línea ya no está" in admin.inbox[-1].text


async def test_a_word_of_a_question_is_taught_from_the_list(
    chat: Chat, admin: Person, services: Services, data_folder: Path
) -> None:
    keep(services, "¿cuándo es el taller de la chuspa?")
    await chat.ask(admin, "/preguntas")
    await chat.tap(admin, "1 · Sinónimo")
    assert admin.inbox[-1].text.startswith("¿Cómo dicen las actas «chuspa»?")
    await chat.tap(admin, "«taller»")
    assert admin.inbox[-1].text.startswith("¿Cómo dicen las actas «taller»?")
    await chat.tap(admin, "«chuspa»")
    (shown,) = await chat.ask(admin, "pasaporte")
    assert shown.text.startswith("¿Añadir «chuspa | pasaporte»?")
    await chat.tap(admin, "Añadir")
    assert thesaurus(data_folder) == "chuspa | pasaporte\n"


async def test_a_question_in_between_is_answered_and_taught_nothing(
    chat: Chat, admin: Person, services: Services
) -> None:
    keep(services, "¿cuándo es el taller de la chuspa?")
    await chat.ask(admin, "/preguntas")
    await chat.tap(admin, "1 · Sinónimo")
    (answer,) = await chat.ask(admin, "¿cuándo es el taller de pasaportes?")
    assert "Conclusión 24" in answer.text


async def test_editors_are_offered_no_synonyms(chat: Chat, services: Services) -> None:
    keep(services, "¿cuándo es el taller de la chuspa?")
    editor = chat.person(EDITOR)
    (listed,) = await chat.ask(editor, "/preguntas")
    assert [button.text for row in listed.buttons for button in row] == [
        "1 · Es la conclusión…",
        "1 · Descartar",
    ]
    tap = editor.taps_data("mq1:teach:es:1", listed)
    await chat.settle()
    assert "ya no es válido" in tap.text


def _with_admins(services: Services, *admins: int) -> Services:
    return replace(services, admins=frozenset(admins))
