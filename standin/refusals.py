"""Telegram's errors for calls it refuses, in its own wording."""

import json
from http import HTTPStatus
from typing import NoReturn

Json = dict[str, object]


class RefusalError(Exception):
    """A call that Telegram refuses: the HTTP status, the wording, and the parameters that come with it."""

    def __init__(self, status: int, description: str, parameters: Json | None = None) -> None:
        super().__init__(description)
        self.status = status
        self.description = description
        self.parameters = parameters or {}

    def as_json(self) -> Json:
        """Return the body of the response."""
        body: Json = {"ok": False, "error_code": self.status, "description": self.description}
        return body | ({"parameters": self.parameters} if self.parameters else {})

    @property
    def payload(self) -> bytes:
        """Return the body as sent."""
        return json.dumps(self.as_json()).encode()


def bad_request(reason: str) -> RefusalError:
    """Refuse an invalid call."""
    return RefusalError(HTTPStatus.BAD_REQUEST, f"Bad Request: {reason}")


def refuse(reason: str) -> NoReturn:
    """Raise the refusal of the current call as a bad request."""
    raise bad_request(reason)


def forbidden(reason: str) -> RefusalError:
    """Refuse a call that a person or a group does not allow."""
    return RefusalError(HTTPStatus.FORBIDDEN, f"Forbidden: {reason}")


def conflict(reason: str) -> RefusalError:
    """End a poll in favour of another poll or a webhook."""
    return RefusalError(HTTPStatus.CONFLICT, f"Conflict: {reason}")


def unauthorized() -> RefusalError:
    """Refuse a token that is well formed and wrong."""
    return RefusalError(HTTPStatus.UNAUTHORIZED, "Unauthorized")


def not_found() -> RefusalError:
    """Refuse an unknown method, an unknown file or a malformed token."""
    return RefusalError(HTTPStatus.NOT_FOUND, "Not Found")


def flood(retry_after: int) -> RefusalError:
    """Refuse for now: the bot must wait `retry_after` seconds."""
    return RefusalError(
        HTTPStatus.TOO_MANY_REQUESTS,
        f"Too Many Requests: retry after {retry_after}",
        {"retry_after": retry_after},
    )


def migrated(new_chat_id: int) -> RefusalError:
    """Refuse a group's old identifier and name the supergroup it became."""
    return RefusalError(
        HTTPStatus.BAD_REQUEST,
        "Bad Request: group chat was upgraded to a supergroup chat",
        {"migrate_to_chat_id": new_chat_id},
    )


def outage(status: int = HTTPStatus.BAD_GATEWAY) -> RefusalError:
    """Fail as Telegram does when it is down (500 or 502)."""
    return RefusalError(status, HTTPStatus(status).phrase)
