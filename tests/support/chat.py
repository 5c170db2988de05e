"""Conversations with the real application, for tests of handlers."""

from dataclasses import dataclass

from handlers.context import App
from standin import Group, Message, Person, Standin, Tap, settle
from tests.support.clock import Clock

TYPING_SECONDS, BETWEEN_TAPS_SECONDS = 1.0, 3.0


@dataclass
class Chat:
    """The application over the stand-in, and people who write to it."""

    application: App
    standin: Standin

    def person(self, user_id: int = 7, language: str = "es") -> Person:
        return self.standin.person(user_id, "Ana", language)

    async def ask(
        self,
        person: Person,
        text: str,
        *,
        group: Group | None = None,
        reply_to: Message | None = None,
        topic: int | None = None,
    ) -> list[Message]:
        """Let a person write, and return the bot's messages in answer."""
        await settle(self.application, self.standin)  # the bot's pending replies
        self.wait(TYPING_SECONDS)
        before = len((group or person).inbox)
        person.writes(text, group, reply_to=reply_to, topic=topic)
        await self.settle()
        return (group or person).inbox[before:]

    async def tap(self, person: Person, label: str) -> Tap:
        """Let a person press the newest button with a label."""
        self.wait(BETWEEN_TAPS_SECONDS)
        tap = person.taps(label)
        await self.settle()
        return tap

    def wait(self, seconds: float) -> None:
        """Pass the time that a person needs, if the clock stands still otherwise."""
        clock = self.standin.world.clock
        if isinstance(clock, Clock):
            clock.now += seconds

    async def settle(self) -> None:
        """Let the bot handle all pending updates."""
        await settle(self.application, self.standin)
