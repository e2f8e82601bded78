import shlex

import pytest

from actions import environment
from actions.settings import DEVELOPMENT_KEY

SECRET = 'it\'s $HOME; `rm` "x" and more'


def test_rasa_gets_the_same_database_keys_secret_and_ports(monkeypatch, tmp_path, capsys) -> None:
    monkeypatch.setenv("EVERYCOACH_MODE", "development")
    monkeypatch.setenv("EVERYCOACH_HOME", str(tmp_path))
    monkeypatch.setenv("EVERYCOACH_INTERNAL_SECRET", SECRET)
    monkeypatch.setenv("EVERYCOACH_ACTIONS_PORT", "5999")

    environment.main()

    lines = [shlex.split(line) for line in capsys.readouterr().out.splitlines()]
    assert all(len(words) == 2 and words[0] == "export" for words in lines)
    exported = dict(words[1].split("=", 1) for words in lines)
    assert exported == {
        "EVERYCOACH_HOME": str(tmp_path),
        "EVERYCOACH_DATABASE_URL": f"sqlite:///{tmp_path}/everycoach.db",
        "EVERYCOACH_KEYS": DEVELOPMENT_KEY,
        "EVERYCOACH_INTERNAL_SECRET": SECRET,
        "EVERYCOACH_RASA_PORT": "5005",
        "EVERYCOACH_ACTIONS_URL": "http://127.0.0.1:5999",
    }


def test_bad_settings_are_one_line_and_status_2_and_nothing_is_exported(capsys) -> None:
    with pytest.raises(SystemExit) as ended:
        environment.main()

    printed = capsys.readouterr()
    assert ended.value.code == 2
    assert printed.out == ""
    assert len(printed.err.splitlines()) == 1
    assert "EVERYCOACH_KEYS" in printed.err
