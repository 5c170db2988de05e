"""Settings: what is taken, and how a faulty one is named."""

import os
from pathlib import Path

import pytest

from bot.settings import SettingsUnusable, load_settings

TOKEN = "123456789:" + "A" * 35


@pytest.fixture(autouse=True)
def _own_environment(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Start from no setting at all, in a folder without a `.env`."""
    monkeypatch.chdir(tmp_path)
    for name in [name for name in os.environ if name.startswith(("TELEGRAM_", "ACUERDOS_"))]:
        monkeypatch.delenv(name)


def test_everything_has_a_default_but_the_token() -> None:
    settings = load_settings()
    assert settings.token is None
    assert (settings.api_url, settings.data) == ("https://api.telegram.org", Path("data"))
    assert settings.admins == frozenset()


@pytest.mark.parametrize(
    ("written", "encoder"),
    [
        pytest.param("on", True, id="on"),
        pytest.param("off", False, id="off"),
        pytest.param("OFF", False, id="capitals"),
        pytest.param("", True, id="empty-is-on"),
    ],
)
def test_the_encoder_can_be_switched_off(
    monkeypatch: pytest.MonkeyPatch, written: str, *, encoder: bool
) -> None:
    monkeypatch.setenv("ACUERDOS_ENCODER", written)
    assert load_settings().encoder is encoder


@pytest.mark.parametrize(
    ("written", "admins"),
    [
        pytest.param("", frozenset(), id="empty-is-nobody"),
        pytest.param("42", {42}, id="one"),
        pytest.param("42, 7,8", {42, 7, 8}, id="commas-and-spaces"),
    ],
)
def test_admins_are_numbers_separated_by_commas(
    monkeypatch: pytest.MonkeyPatch, written: str, admins: frozenset[int]
) -> None:
    monkeypatch.setenv("ACUERDOS_ADMINS", written)
    assert load_settings().admins == admins


@pytest.mark.parametrize(
    ("name", "value"),
    [
        pytest.param("TELEGRAM_TOKEN", "my-secret-token", id="token-of-another-shape"),
        pytest.param("TELEGRAM_API_URL", "http://127.0.0.1:8081/bot", id="address-with-bot"),
        pytest.param("TELEGRAM_API_URL", "bots.example:8081", id="address-without-scheme"),
        pytest.param("ACUERDOS_ADMINS", "@ana", id="admin-by-name"),
        pytest.param("ACUERDOS_TIMEZONE", "San José", id="no-such-time-zone"),
        pytest.param("ACUERDOS_WEBHOOK_URL", "http://acuerdos.example", id="webhook-without-tls"),
        pytest.param("ACUERDOS_WEBHOOK_PORT", "0", id="no-such-port"),
        pytest.param("ACUERDOS_WEBHOOK_SECRET", "short", id="short-secret"),
        pytest.param("ACUERDOS_ENCODER", "quizás", id="neither-on-nor-off"),
        pytest.param("ACUERDOS_LOG", "loud", id="no-such-log"),
    ],
)
def test_a_faulty_setting_is_named_and_its_value_is_not(
    monkeypatch: pytest.MonkeyPatch, name: str, value: str
) -> None:
    monkeypatch.setenv(name, value)
    with pytest.raises(SettingsUnusable) as refused:
        load_settings()
    assert str(refused.value).startswith(f"{name}: ")
    assert value not in str(refused.value)


def test_a_token_is_taken_from_the_env_file_and_never_printed(tmp_path: Path) -> None:
    (tmp_path / ".env").write_text(f"TELEGRAM_TOKEN={TOKEN}\n", encoding="utf-8")
    settings = load_settings()
    assert settings.token is not None
    assert settings.token.get_secret_value() == TOKEN
    assert TOKEN not in repr(settings)


def test_the_command_line_names_the_data_folder_over_the_environment(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("ACUERDOS_DATA", "elsewhere")
    assert load_settings(data=tmp_path).data == tmp_path
