"""Whatever people and officers do, in any order, with restarts between: each message is answered."""

import asyncio
import shutil
import tempfile
from contextlib import ExitStack
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import Phase
from hypothesis import settings as property_settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule, run_state_machine_as_test

from bot.application import build_application
from bot.services import open_services
from bot.settings import Settings
from knowledge.stores.audit import AuditTrail
from knowledge.stores.marks import MarkStore
from standin import Person, Standin, StandinRequest, settle
from tests.conftest import ADMIN, TODAY
from tests.support.clock import Clock

MESSAGES = (
    "¿Cuándo es el taller de pasaportes?",
    "¿y México?",
    "16a",
    "la siguiente",
    "gracias",
    "xyzzy plugh",
    "/pendientes",
    "/conclusion",
    "/mi_pais Belice",
    "/borrar_mis_datos",
    "/start",
    "<b>&lt;",
    "👍",
    "/idioma en",
)
OF_OFFICERS = (
    "/recargar",
    "/cumplido 16a",
    "/bitacora",
    "/preguntas",
    "/estado",
    "/sinonimo plata",
    "/retirar",
)


CORPUS = Path(__file__).parents[1] / "corpus"
ACT = (CORPUS / "unseen" / "grcm-2010-04-veracruz.html").read_bytes()
FILES = {
    "acta.html": ACT,
    "corregida.html": ACT.replace(b"2010", b"2011"),
    "cortada.html": ACT[: len(ACT) // 3],
    "nota.txt": b"Esto no es un acta.",
    "tabla.csv": b"Acta;Referencia;Estado\ngrcm-2017-06-san-salvador;C16.a;cumplida\n",
}
"""What people send: an act, another version of it, half of it, no act, and a table that lacks columns."""


class AnyOrder(RuleBasedStateMachine):
    """A delegate and an admin talk to the real application over the stand-in."""

    built: Path

    @initialize()
    def start(self) -> None:
        self._place = tempfile.TemporaryDirectory()
        self.folder = Path(shutil.copytree(self.built, Path(self._place.name) / "data"))
        self.clock = Clock()
        self.standin = Standin(self.clock)
        self.ana, self.admin = self.standin.person(7, "Ana", "es"), self.standin.person(ADMIN, "Adm", "es")
        self.runner = asyncio.Runner()
        self._open()

    def _open(self) -> None:
        self._stack = ExitStack()
        services = self._stack.enter_context(
            open_services(Settings(_env_file=None, data=self.folder, encoder=False))
        )
        self.base, self.state = services.base, services.state
        request = StandinRequest(self.standin)
        self.application = build_application(
            replace(
                services,
                today=lambda: TODAY,
                now=lambda: datetime.fromtimestamp(self.clock(), UTC),
                admins=frozenset({ADMIN}),
            ),
            self.standin.token,
            api_url="http://standin",
            request=request,
            polling_request=StandinRequest(self.standin),
            clock=self.clock,
            sleep=self.clock.sleep,
        )
        self._do(self.application.initialize())

    def _close(self) -> None:
        self._do(self.application.shutdown())
        self._stack.close()

    def _do(self, work: Any) -> None:
        self.runner.run(work)

    def _settle(self) -> None:
        self._do(settle(self.application, self.standin))
        self.clock.now += 20

    @rule(text=st.sampled_from(MESSAGES))
    def ask(self, text: str) -> None:
        self._write(self.ana, text)

    @rule(text=st.sampled_from(OF_OFFICERS))
    def order(self, text: str) -> None:
        self._write(self.admin, text)

    def _write(self, person: Person, text: str) -> None:
        before = len(person.inbox)
        message = person.writes(text)
        self._settle()
        assert len(person.inbox) > before or message.reaction

    @rule(who=st.sampled_from(("ana", "admin")), number=st.integers(0, 30))
    def tap(self, who: str, number: int) -> None:
        person: Person = getattr(self, who)
        newest = next((each for each in reversed(person.inbox) if each.buttons and not each.is_deleted), None)
        data = [button.data for row in newest.buttons for button in row if button.data] if newest else []
        if newest and data:
            person.taps_data(data[number % len(data)], newest)
            self._settle()

    @rule(who=st.sampled_from(("ana", "admin")), name=st.sampled_from(sorted(FILES)))
    def upload(self, who: str, name: str) -> None:
        person: Person = getattr(self, who)
        before = len(person.inbox)
        person.sends_document(FILES[name], name)
        self._settle()
        assert len(person.inbox) > before

    @rule()
    def restart(self) -> None:
        before = self._kept()
        self._close()
        self._open()
        assert self._kept() == before

    def _kept(self) -> tuple[object, ...]:
        """Return what must outlast a restart: what officers did, and which acts are loaded."""
        trail = AuditTrail(self.state).entries(1000)
        return trail, MarkStore(self.state).version(), {act.slug for act in self.base.documents()}

    @invariant()
    def nothing_is_refused_and_nothing_fails(self) -> None:
        if hasattr(self, "standin"):
            refused = [str(each) for each in self.standin.refusals]
            # What a menu shows already may be asked for once more.
            assert [each for each in refused if "message is not modified" not in each] == []
            assert not any("falló" in each.text for each in (*self.ana.inbox, *self.admin.inbox))

    def teardown(self) -> None:
        if hasattr(self, "application"):
            self._close()
            self.runner.close()
            self._place.cleanup()


@pytest.mark.hypothesis
def test_each_is_answered_whatever_came_before(built_data: Path) -> None:
    machine = type("AnyOrderHere", (AnyOrder,), {"built": built_data})
    # Nothing is made shorter: a restart takes too long for that.
    examples = 100 if property_settings.get_current_profile_name() == "fuzz" else 3
    few = property_settings(max_examples=examples, stateful_step_count=12, phases=[Phase.generate])
    run_state_machine_as_test(machine, settings=few)
