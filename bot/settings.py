"""Settings from the environment and a `.env` file; errors name the faulty setting."""

import re
from datetime import date, datetime
from pathlib import Path
from typing import Annotated
from zoneinfo import ZoneInfo, available_timezones

from pydantic import Field, SecretStr, ValidationError, field_validator
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

from knowledge.language.datafiles import BUILT_IN, DataFolders
from knowledge.language.forum import FILE_NAME
from knowledge.values.notices import Notice, mark, notice

TOKEN_SHAPE = re.compile(r"\d{6,}:[\w-]{30,}")
"""The format of BotFather's tokens, e.g. `123456789:AAF…` with 35 characters after the colon."""

_OF_MANY = frozenset({1_087_968_824, 777_000, 136_817_688})
"""Telegram's ids for anonymous group admins, for itself, and for people writing as a channel."""

_USER_IDS = mark("deben ser números de usuario de Telegram separados por comas, p. ej. 123456,789012")
_EXPECTED = {
    "TELEGRAM_TOKEN": mark("no tiene la forma de un token; cópielo tal como lo dio @BotFather"),
    "TELEGRAM_API_URL": mark("debe ser una dirección http(s) sin «/bot», p. ej. http://127.0.0.1:8081"),
    "ACUERDOS_ADMINS": _USER_IDS,
    "ACUERDOS_EDITORS": _USER_IDS,
    "ACUERDOS_FORUM": mark("debe ser una carpeta con un forum.yaml; «acuerdos forum new» escribe uno"),
    "ACUERDOS_TIMEZONE": mark("debe ser una zona horaria, p. ej. America/Costa_Rica"),
    "ACUERDOS_WEBHOOK_URL": mark("debe ser una dirección https"),
    "ACUERDOS_WEBHOOK_PORT": mark("debe ser un puerto entre 1 y 65535"),
    "ACUERDOS_METRICS_PORT": mark("debe ser un puerto entre 1 y 65535"),
    "ACUERDOS_WEBHOOK_SECRET": mark("use de 16 a 256 letras, cifras, «_» o «-»"),
    "ACUERDOS_ENCODER": mark("debe ser «on» u «off»"),
    "ACUERDOS_LOG": mark("debe ser «text» o «json» y un nivel, p. ej. text:INFO"),
}


class SettingsUnusable(Exception):
    """A setting cannot be used; `notice` names it and says what is expected."""

    def __init__(self, notice: Notice) -> None:
        super().__init__(str(notice))
        self.notice = notice


class Settings(BaseSettings):
    """The operator's settings; `.env.example` explains each."""

    model_config = SettingsConfigDict(
        env_file=".env",
        env_file_encoding="utf-8",
        env_ignore_empty=True,
        populate_by_name=True,
        extra="ignore",
        frozen=True,
    )

    token: SecretStr | None = Field(None, validation_alias="TELEGRAM_TOKEN")
    api_url: str = Field(
        "https://api.telegram.org", validation_alias="TELEGRAM_API_URL", pattern=r"^https?://[^/\s]+$"
    )
    admins: Annotated[frozenset[int], NoDecode] = Field(frozenset(), validation_alias="ACUERDOS_ADMINS")
    editors: Annotated[frozenset[int], NoDecode] = Field(frozenset(), validation_alias="ACUERDOS_EDITORS")
    data: Path = Field(Path("data"), validation_alias="ACUERDOS_DATA")
    forum: Path | None = Field(None, validation_alias="ACUERDOS_FORUM")
    timezone: str = Field("America/Costa_Rica", validation_alias="ACUERDOS_TIMEZONE")
    encoder: bool = Field(default=True, validation_alias="ACUERDOS_ENCODER")
    webhook_url: str | None = Field(None, validation_alias="ACUERDOS_WEBHOOK_URL", pattern=r"^https://\S+$")
    webhook_listen: str = Field("127.0.0.1", validation_alias="ACUERDOS_WEBHOOK_LISTEN")
    webhook_port: int = Field(8443, validation_alias="ACUERDOS_WEBHOOK_PORT", ge=1, le=65535)
    webhook_secret: SecretStr | None = Field(None, validation_alias="ACUERDOS_WEBHOOK_SECRET")
    metrics_port: int | None = Field(None, validation_alias="ACUERDOS_METRICS_PORT", ge=1, le=65535)
    log: str = Field(
        "text:INFO", validation_alias="ACUERDOS_LOG", pattern=r"^(text|json):(DEBUG|INFO|WARNING|ERROR)$"
    )

    @field_validator("token")
    @classmethod
    def _look_like_a_token(cls, token: SecretStr | None) -> SecretStr | None:
        if token and not TOKEN_SHAPE.fullmatch(token.get_secret_value()):
            message = "not the shape of a token"
            raise ValueError(message)
        return token

    @field_validator("admins", "editors", mode="before")
    @classmethod
    def _split_ids(cls, value: object) -> object:
        return [part for part in re.split(r"[,\s]+", value) if part] if isinstance(value, str) else value

    @field_validator("admins", "editors")
    @classmethod
    def _be_one_person_each(cls, ids: frozenset[int]) -> frozenset[int]:
        if ids & _OF_MANY:
            message = "an id that many share"
            raise ValueError(message)
        return ids

    @field_validator("forum")
    @classmethod
    def _be_a_forum(cls, forum: Path | None) -> Path | None:
        if forum and not (forum / FILE_NAME).is_file():
            message = "no such folder, or nothing in it that describes a forum"
            raise ValueError(message)
        return forum

    @field_validator("timezone")
    @classmethod
    def _know_the_timezone(cls, timezone: str) -> str:
        if timezone not in available_timezones():
            message = "no such time zone"
            raise ValueError(message)
        return timezone

    @field_validator("webhook_secret")
    @classmethod
    def _be_long_enough(cls, secret: SecretStr | None) -> SecretStr | None:
        if secret and not re.fullmatch(r"[\w-]{16,256}", secret.get_secret_value(), re.ASCII):
            message = "too short, too long, or with other characters"
            raise ValueError(message)
        return secret

    def folders(self) -> DataFolders:
        """Return the data folders; the forum's is the configured one, or else one in the data folder."""
        own = self.data / "forum"
        forum = self.forum or (own if own.exists() else BUILT_IN.forum)
        return BUILT_IN.model_copy(update={"forum": forum})

    def today(self) -> date:
        """Return today's date where the secretariat works."""
        return datetime.now(ZoneInfo(self.timezone)).date()


def load_settings(data: Path | None = None) -> Settings:
    """Load the settings; `data`, from the command line, overrides ACUERDOS_DATA.

    Raises:
        SettingsUnusable: a setting is faulty; its value is not in the message, as it may be a secret.
    """
    try:
        settings = Settings()
    except ValidationError as error:
        name = str(error.errors()[0]["loc"][0]).upper()
        expected = notice(_EXPECTED.get(name, mark("no es válido")))
        raise SettingsUnusable(notice(mark("{name}: {expected}."), name=name, expected=expected)) from None
    return settings if data is None else settings.model_copy(update={"data": data})
