"""The stand-in as a whole: answers calls like Telegram, and gives tests the people, groups and faults."""

import re
from collections.abc import Callable, Iterable
from concurrent.futures import Future

from standin.answers import Answer
from standin.calls import Call
from standin.faults import Fault, Faults
from standin.methods import METHODS, check_polling
from standin.people import Group, Person
from standin.refusals import Json, RefusalError, not_found, unauthorized
from standin.updates import MAX_UPDATES
from standin.values import Chat, Message, User
from standin.world import Event, World

BOT_ID = 700_000_001
MAX_POLL_SECONDS = 50
_TOKEN = re.compile(r"\d+:[\w-]+")


class Standin:
    """A Telegram with one bot in it.

    `calls` holds every call the bot made, and `refusals` every error it got, whether for a mistake of its own
    or by an ordered fault; `clock` returns seconds since 1970.
    """

    def __init__(
        self, clock: Callable[[], float], *, username: str = "AcuerdosBot", privacy_mode: bool = True
    ) -> None:
        bot = User(BOT_ID, "Acuerdos", username=username, is_bot=True)
        self.token = f"{BOT_ID}:{'A' * 35}"
        self.world = World(bot, clock, privacy_mode=privacy_mode)
        self.calls: list[Call] = []
        self.refusals: list[RefusalError] = []
        self._faults = Faults()
        self._groups = 0

    def answer(self, token: str, call: Call) -> Answer:
        """Answer one call as Telegram does."""
        with self.world.changed:
            self.calls.append(call)
            self.world.changed.notify_all()
            fault = self._faults.next(call.method, call.number("chat_id"))
            result: Future[object] = Future()
            try:
                self._check_token(token)
                if fault.refusal:
                    raise fault.refusal
                if call.method.lower() == "getupdates":
                    return self._poll(call, fault)
                method = METHODS.get(call.method.lower())
                if method is None:
                    raise not_found()
                result.set_result(method(self.world, call))
            except RefusalError as refusal:
                self.refusals.append(refusal)
                result.set_exception(refusal)
            return Answer(result, delay=fault.delay)

    def file(self, token: str, path: str) -> bytes:
        """Return the content of a file, given the path from getFile.

        Raises:
            RefusalError: the token is wrong or there is no such file.
        """
        with self.world.changed:
            self._check_token(token)
            document = self.world.documents.get(path.removeprefix("documents/"))
            if document is None:
                raise not_found()
            return document.content

    def person(
        self,
        user_id: int,
        first_name: str = "Ana",
        language_code: str | None = "es",
        *,
        username: str | None = None,
        is_bot: bool = False,
    ) -> Person:
        """Add a person, who has not written to the bot yet, unless the same user did before."""
        user = User(user_id, first_name, None, username, language_code, is_bot)
        chat = Chat(user_id, "private", user=user, members={user_id: user})
        with self.world.changed:
            known = self.world.users.get(user_id)
            user.has_started = known is not None and known.has_started
            self.world.users[user_id] = user
            self.world.chats[user_id] = chat
        return Person(self.world, user, chat)

    def group(self, title: str, members: Iterable[Person] = ()) -> Group:
        """Create a group with the bot in it; its first member is an admin."""
        people = list(members)
        with self.world.changed:
            self._groups += 1
            chat = Chat(-1000 - self._groups, "group", title)
            chat.members = {person.id: person.user for person in people}
            chat.admins = {person.id for person in people[:1]}
            self.world.chats[chat.id] = chat
            group = Group(self.world, chat)
            group.welcomes_bot()
        return group

    @property
    def sent(self) -> list[Message]:
        """Return all messages the bot sent, in every chat, as they are now, including deleted ones."""
        return [event.message for event in self.transcript if event.kind == "message" and event.message]

    @property
    def transcript(self) -> list[Event]:
        """Return everything the bot has done so far, in order."""
        with self.world.changed:
            return list(self.world.transcript)

    def fails(
        self, method: str, refusal: RefusalError, *, times: int = 1, chat_id: int | None = None
    ) -> None:
        """Refuse the next calls of a method, in one chat or all."""
        self._order(method, Fault(refusal, chat_id=chat_id), times)

    def slows(self, method: str, seconds: float, *, times: int = 1, chat_id: int | None = None) -> None:
        """Carry out the next calls of a method at once, and answer them late."""
        self._order(method, Fault(delay=seconds, chat_id=chat_id), times)

    def take_updates(self) -> list[Json]:
        """Return the updates the bot has not fetched yet, and count them as fetched."""
        with self.world.changed:
            return self.world.updates.take()

    def waits_until(self, condition: Callable[[], object], seconds: float = 5.0) -> None:
        """Block until a condition holds; for tests whose bot runs in another thread or process.

        Raises:
            TimeoutError: it does not hold in time.
        """
        with self.world.changed:
            if not self.world.changed.wait_for(condition, seconds):
                raise TimeoutError

    def _order(self, method: str, fault: Fault, times: int) -> None:
        with self.world.changed:
            self._faults.order(method, fault, times)

    def _poll(self, call: Call, fault: Fault) -> Answer:
        check_polling(self.world, call)
        result = self.world.updates.poll(call.number("offset"), call.number("limit", MAX_UPDATES))
        patience = min(max(call.number("timeout"), 0), MAX_POLL_SECONDS)
        return Answer(result, patience, fault.delay)

    def _check_token(self, token: str) -> None:
        if token != self.token:
            raise unauthorized() if _TOKEN.fullmatch(token) else not_found()
