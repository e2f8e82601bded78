from pathlib import Path

import pytest
from cryptography.fernet import Fernet

from actions.errors import CoachError
from actions.settings import DEVELOPMENT_KEY, CoachSettings, coach_settings

from .conftest import SECRET

KEY = Fernet.generate_key().decode()


@pytest.fixture
def environment(monkeypatch: pytest.MonkeyPatch):
    def set_all(**values: str) -> None:
        for name, value in values.items():
            monkeypatch.setenv(f"EVERYCOACH_{name.upper()}", value)

    return set_all


def test_the_development_key_is_refused_outside_development_mode_in_one_line(environment) -> None:
    environment(keys=DEVELOPMENT_KEY, internal_secret=SECRET)

    with pytest.raises(CoachError) as error:
        coach_settings()

    assert "development key" in str(error.value)
    assert "coach key" in str(error.value)
    assert "\n" not in str(error.value)


def test_the_development_key_is_refused_beside_a_good_one_too(environment) -> None:
    environment(keys=f"{KEY}, {DEVELOPMENT_KEY}", internal_secret=SECRET)

    with pytest.raises(CoachError, match="development key"):
        coach_settings()


@pytest.mark.parametrize("keys", ["", " ", ",", " , "])
def test_a_missing_key_is_refused_outside_development_mode_in_one_line(environment, keys: str) -> None:
    environment(keys=keys, internal_secret=SECRET)

    with pytest.raises(CoachError, match="EVERYCOACH_KEYS is missing") as error:
        coach_settings()

    assert "\n" not in str(error.value)


def test_the_mode_is_production_where_none_is_given() -> None:
    settings = CoachSettings(keys=KEY, internal_secret=SECRET, _env_file=None)

    assert not settings.development


@pytest.mark.parametrize("mode", ["", "Development", "dev", "test"])
def test_a_mode_that_is_none_is_refused_in_one_line_that_names_it(environment, mode: str) -> None:
    environment(mode=mode, keys=KEY, internal_secret=SECRET)

    with pytest.raises(CoachError, match="^EVERYCOACH_MODE: .*production") as error:
        coach_settings()

    assert "\n" not in str(error.value)


@pytest.mark.parametrize("key", ["abc", "ü" * 44, KEY[:-4], "not a key at all"])
def test_something_that_is_no_key_is_refused_and_not_repeated(environment, key: str) -> None:
    environment(keys=key, internal_secret=SECRET)

    with pytest.raises(CoachError, match="must be Fernet keys") as error:
        coach_settings()

    assert key not in str(error.value)
    assert "\n" not in str(error.value)


@pytest.mark.parametrize("secret", ["", "x" * 23])
def test_a_short_internal_secret_is_refused_in_every_mode(environment, secret: str) -> None:
    environment(mode="development", internal_secret=secret)

    with pytest.raises(CoachError, match="EVERYCOACH_INTERNAL_SECRET needs at least 24") as error:
        coach_settings()

    assert "\n" not in str(error.value)


@pytest.mark.parametrize("port", ["0", "65536", "abc", ""])
def test_a_port_that_cannot_be_is_refused_by_its_name(environment, port: str) -> None:
    environment(mode="development", internal_secret=SECRET, actions_port=port)

    with pytest.raises(CoachError, match="^EVERYCOACH_ACTIONS_PORT: "):
        coach_settings()


@pytest.mark.parametrize("country", ["gb", "GBR", ""])
def test_a_country_is_two_capitals(environment, country: str) -> None:
    environment(mode="development", internal_secret=SECRET, country=country)

    with pytest.raises(CoachError, match="^EVERYCOACH_COUNTRY: "):
        coach_settings()


def test_development_mode_needs_no_key() -> None:
    settings = CoachSettings(mode="development", internal_secret=SECRET, _env_file=None)

    assert settings.key_list == [DEVELOPMENT_KEY]


def test_the_first_key_stays_first_and_blanks_are_passed_over() -> None:
    other = Fernet.generate_key().decode()

    settings = CoachSettings(keys=f" {KEY} ,, {other},", internal_secret=SECRET, _env_file=None)

    assert settings.key_list == [KEY, other]


def test_the_database_lies_in_the_home_unless_another_is_named(tmp_path: Path) -> None:
    at_home = CoachSettings(keys=KEY, internal_secret=SECRET, home=tmp_path, _env_file=None)
    elsewhere = CoachSettings(keys=KEY, internal_secret=SECRET, database_url="sqlite:///x.db", _env_file=None)

    assert at_home.database_url == f"sqlite:///{tmp_path}/everycoach.db"
    assert elsewhere.database_url == "sqlite:///x.db"


def test_keys_and_secret_do_not_show_when_settings_are_printed() -> None:
    settings = CoachSettings(keys=KEY, internal_secret="very-secret-words-" * 2, _env_file=None)

    assert KEY not in repr(settings)
    assert "very-secret" not in f"{settings!r}{settings}"
