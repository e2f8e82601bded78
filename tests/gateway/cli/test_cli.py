import io
import json
import socket
from collections.abc import Callable, Iterator
from pathlib import Path

import httpx
import pytest
import typer
from cryptography.fernet import Fernet

from gateway.cli.main import app, main

from ..conftest import SECRET

GOOD = """---
title: How to give feedback
summary: Say what you saw.
skills: [feedback]
level: foundation
minutes: 5
audience: everyone
owner: People team
review_by: 2999-01-01
language: en
---
# How to give feedback

Say what you saw, and ask.
"""
Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def coach(monkeypatch, capsys, tmp_path) -> Run:
    """Runs the command as a user does; returns status, stdout and stderr."""
    monkeypatch.setenv("EVERYCOACH_MODE", "development")
    monkeypatch.setenv("EVERYCOACH_HOME", str(tmp_path))
    monkeypatch.setenv("EVERYCOACH_INTERNAL_SECRET", SECRET)
    monkeypatch.setenv("EVERYCOACH_LIBRARY", str(tmp_path / "pages"))

    def run(*words: str) -> tuple[int, str, str]:
        monkeypatch.setattr("sys.argv", ["coach", *words])
        with pytest.raises(SystemExit) as ended:
            main()
        printed = capsys.readouterr()
        return ended.value.code or 0, printed.out, printed.err

    return run


@pytest.fixture
def stopped(monkeypatch, coach) -> Run:
    """The command while no coach runs."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        monkeypatch.setenv("EVERYCOACH_GATEWAY_PORT", str(probe.getsockname()[1]))
    return coach


@pytest.fixture
def running(monkeypatch, coach, client) -> Iterator[Run]:
    """The command beside a real gateway."""

    def bridge(request: httpx.Request) -> httpx.Response:
        response = client.request(
            request.method, request.url.path, content=request.content, headers=dict(request.headers)
        )
        return httpx.Response(response.status_code, content=response.content)

    original = httpx.Client
    monkeypatch.setattr(
        "gateway.cli.client.httpx.Client",
        lambda **kwargs: original(**kwargs, transport=httpx.MockTransport(bridge)),
    )
    return coach


def answering(monkeypatch, response: httpx.Response) -> None:
    original = httpx.Client
    transport = httpx.MockTransport(lambda _: response)
    monkeypatch.setattr(
        "gateway.cli.client.httpx.Client", lambda **kwargs: original(**kwargs, transport=transport)
    )


def one_line(text: str) -> bool:
    return len(text.splitlines()) == 1 and "Traceback" not in text


def commands() -> list[tuple[str, ...]]:
    def below(command, path: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
        yield path
        for name, child in getattr(command, "commands", {}).items():
            yield from below(child, (*path, name))

    return list(below(typer.main.get_command(app), ()))


@pytest.mark.parametrize("path", commands(), ids=" ".join)
def test_every_command_explains_itself(coach, path) -> None:
    status, out, err = coach(*path, "--help")

    assert status == 0
    assert "Usage:" in out
    assert err == ""


def test_there_are_the_commands_that_the_documentation_names() -> None:
    named = {" ".join(path) for path in commands()}

    assert {"ask", "chat", "key", "library import", "library check", "library publish", "library versions",
            "library rollback", "library search", "bench turn"} <= named  # fmt: skip


def test_asking_while_the_coach_is_not_running_is_status_3_and_one_line(stopped) -> None:
    status, out, err = stopped("ask", "hello")

    assert (status, out) == (3, "")
    assert one_line(err)
    assert "make up" in err


def test_talking_while_the_coach_is_not_running_is_status_3_too(stopped, monkeypatch) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO("hello\n"))

    status, out, err = stopped("chat")

    assert (status, out) == (3, "")
    assert one_line(err)


def test_a_turn_is_printed(running) -> None:
    status, out, err = running("ask", "hello")

    assert (status, err) == (0, "")
    assert "You said hello" in out
    assert "software and not a person" in out


def test_a_turn_in_json_is_one_document_on_stdout(running) -> None:
    status, out, _ = running("ask", "hello", "--json", "--at", "2027-01-15T09:00:00+00:00")

    assert status == 0
    assert [reply["kind"] for reply in json.loads(out)["replies"]] == ["notice", "move"]


def test_the_same_user_continues_and_another_starts_anew(running) -> None:
    def kinds(*words: str) -> list[str]:
        return [
            reply["kind"] for reply in json.loads(running("ask", "hello", "--json", *words)[1])["replies"]
        ]

    assert kinds("--user", "ann") == ["notice", "move"]
    assert kinds("--user", "ann") == ["move"]
    assert kinds("--user", "bo") == ["notice", "move"]


@pytest.mark.parametrize("text", ["", "   ", "😀", "a" * 20_000])
def test_a_message_that_the_gateway_refuses_is_status_2_and_one_line(running, text: str) -> None:
    status, out, err = running("ask", text)

    assert (status, out) == (2, "")
    assert one_line(err)


def test_an_empty_message_while_the_coach_is_not_running_is_status_3(stopped) -> None:
    status, _, err = stopped("ask", "")

    assert status == 3
    assert one_line(err)


@pytest.mark.parametrize("user", ["", "x" * 65])
def test_a_user_that_cannot_be_is_status_2_and_one_line(running, user: str) -> None:
    status, _, err = running("ask", "hello", "--user", user)

    assert status == 2
    assert one_line(err)
    assert "user" in err


@pytest.mark.parametrize("moment", ["tomorrow", "2027-13-01T00:00:00+00:00", "2027-01-15T09:00:00", "9"])
def test_a_moment_that_is_none_is_status_2_and_says_what_is_wrong(stopped, moment: str) -> None:
    status, out, err = stopped("ask", "hello", "--at", moment)

    assert (status, out) == (2, "")
    assert one_line(err)
    assert "--at" in err
    assert moment in err


@pytest.mark.parametrize("words", [["ask"], ["fly"], ["ask", "a", "b"], ["ask", "a", "--nothing"], ["library", "fly"],
                                   ["library", "search", "x", "-k", "0"]])  # fmt: skip
def test_a_command_that_is_none_is_status_2(coach, words) -> None:
    assert coach(*words)[0] == 2


def test_bytes_that_are_no_text_are_status_2_and_no_traceback(running) -> None:
    status, _, err = running("ask", "hello \udcff")

    assert status == 2
    assert one_line(err)


def test_outside_development_mode_the_command_says_so(coach, monkeypatch) -> None:
    answering(monkeypatch, httpx.Response(404))

    status, _, err = coach("ask", "hello")

    assert status == 2
    assert "development mode only" in err


def test_another_installations_secret_is_one_line(running, monkeypatch) -> None:
    monkeypatch.setenv("EVERYCOACH_INTERNAL_SECRET", "y" * 32)

    status, _, err = running("ask", "hello")

    assert status == 2
    assert one_line(err)


@pytest.mark.parametrize("body", ["Internal Server Error", "", "[]", "{}"])
def test_a_gateway_that_fails_is_one_line_and_no_traceback(coach, monkeypatch, body: str) -> None:
    answering(monkeypatch, httpx.Response(500, text=body))

    status, _, err = coach("ask", "hello")

    assert status in (2, 3)
    assert one_line(err)


def test_a_conversation_goes_line_by_line_and_on_after_a_refused_one(running, monkeypatch) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO("hello\n\n😀\nand now\n"))

    status, out, _ = running("chat", "--json")

    assert status == 0
    first, refused, last = [json.loads(line) for line in out.splitlines()]
    assert first["replies"][-1]["text"] == "You said hello"
    assert "only understand words" in refused["error"]
    assert last["replies"][-1]["text"] == "You said and now"


def test_a_conversation_that_is_not_in_json_goes_on_after_a_refused_line_too(running, monkeypatch) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO("😀\nhello"))

    status, out, err = running("chat")

    assert status == 0
    assert "You said hello" in out
    assert one_line(err)


def test_a_missing_key_is_one_line_and_status_2(coach, monkeypatch) -> None:
    monkeypatch.setenv("EVERYCOACH_MODE", "production")

    status, _, err = coach("ask", "hello")

    assert status == 2
    assert one_line(err)


@pytest.mark.parametrize("name", ["GATEWAY_PORT", "ACTIONS_PORT", "TURN_TIMEOUT"])
def test_a_bad_setting_is_one_line_and_status_2(coach, monkeypatch, name: str) -> None:
    monkeypatch.setenv(f"EVERYCOACH_{name}", "abc")

    status, _, err = coach("ask", "hello")

    assert status == 2
    assert one_line(err)
    assert name.lower() in err.lower()


def test_a_new_key_is_printed_alone_and_works(coach) -> None:
    status, out, err = coach("key")

    assert (status, err) == (0, "")
    assert Fernet(out.strip()).decrypt(Fernet(out.strip()).encrypt(b"x")) == b"x"
    assert coach("key")[1] != out


@pytest.fixture
def pages(tmp_path: Path) -> Path:
    folder = tmp_path / "pages"
    folder.mkdir()
    (folder / "feedback.md").write_text(GOOD, encoding="utf-8")
    return folder


def test_pages_in_order_pass_the_check(coach, pages) -> None:
    assert coach("library", "check") == (0, "all pages are in order\n", "")
    assert json.loads(coach("library", "check", "--json")[1]) == {"problems": []}


def test_a_broken_page_is_named_with_file_line_and_field(coach, pages) -> None:
    (pages / "broken.md").write_text(GOOD.replace("level: foundation", "level: expert"), encoding="utf-8")

    status, out, err = coach("library", "check")

    assert status == 2
    (line,) = out.splitlines()
    assert line.startswith(f"{pages / 'broken.md'}:5: level: ")
    assert err == ""
    status, out, _ = coach("library", "check", "--json")
    assert status == 2
    assert len(json.loads(out)["problems"]) == 1


@pytest.mark.parametrize(
    ("page", "line", "field"),
    [
        (GOOD.replace("owner: People team\n", ""), 1, "owner"),
        (GOOD.replace("minutes: 5", "minutes: many"), 6, "minutes"),
        (GOOD.replace("language: en", "language: english"), 10, "language"),
        (GOOD.replace("title: How to give feedback", "title: [a"), None, "YAML"),
        ("# No front matter\n\nText.\n", 1, "front matter"),
        (GOOD.split("# How")[0], 12, "no text"),
        ("---\n- a\n---\ntext\n", 1, "front matter"),
    ],
)
def test_whatever_is_wrong_with_a_page_is_a_line_that_names_it(coach, pages, page, line, field) -> None:
    (pages / "broken.md").write_text(page, encoding="utf-8")

    status, out, _ = coach("library", "check")

    assert status == 2
    assert out.startswith(f"{pages / 'broken.md'}:{line if line else ''}")
    assert field in out
    assert "Traceback" not in out


def test_a_library_that_is_not_there_is_one_line_and_status_2(coach, tmp_path) -> None:
    status, _, err = coach("library", "check", "--library", str(tmp_path / "nowhere"))

    assert status == 2
    assert one_line(err)
    assert "nowhere" in err


def test_pages_are_imported_and_what_cannot_be_read_is_named(coach, tmp_path) -> None:
    source = tmp_path / "source"
    source.mkdir()
    (source / "a.md").write_text("# A\n\nText.\n", encoding="utf-8")
    (source / "b.md").write_bytes(b"\x00\x01")

    status, out, err = coach("library", "import", str(source), "--into", str(tmp_path / "into"), "--json")

    assert status == 0
    result = json.loads(out)
    assert result["imported"] == ["a.md"]
    assert "b.md" in result["refused"][0]
    assert "b.md" in err
    assert (tmp_path / "into/a.md").is_file()


@pytest.mark.parametrize("content", [None, b"", b"\x00"])
def test_an_import_that_brings_nothing_is_status_2(coach, tmp_path, content) -> None:
    source = tmp_path / "a.md"
    if content is not None:
        source.write_bytes(content)

    assert coach("library", "import", str(source), "--into", str(tmp_path / "into"))[0] == 2


def test_before_the_first_publish_there_are_no_versions(coach, pages) -> None:
    assert json.loads(coach("library", "versions", "--json")[1]) == {"versions": [], "current": None}


@pytest.mark.parametrize("words", [["publish"], ["search", "feedback"], ["rollback"]])
def test_without_the_encoder_the_library_says_what_is_missing(coach, pages, words) -> None:
    status, _, err = coach("library", *words)

    assert status == 2
    assert one_line(err)
    assert "make up" in err


@pytest.mark.parametrize(
    "bad", ["{", "[]", '"x"', "5", "null", '{"id": "1"}', '{"question": "x"}', '{"id": 1, "question"}']
)
def test_a_bad_line_among_the_queries_is_named_by_its_number(coach, pages, tmp_path, bad: str) -> None:
    queries = tmp_path / "queries.jsonl"
    queries.write_text(f'{{"id": "1", "question": "a"}}\n\n{bad}\n', encoding="utf-8")

    status, out, err = coach("library", "search", "--queries", str(queries))

    assert (status, out) == (2, "")
    assert one_line(err)
    assert err.startswith(f"{queries}:3: ")


def test_a_bad_line_from_stdin_is_named_too(coach, monkeypatch) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO("nonsense\n"))

    assert coach("library", "search", "--queries", "-")[2].startswith("-:1: ")


def test_search_wants_either_a_query_or_a_file(coach, tmp_path) -> None:
    for words in ([], ["x", "--queries", str(tmp_path)], ["  "]):
        status, _, err = coach("library", "search", *words)
        assert status == 2
        assert "either" in err


def make_missing(path: Path) -> None:
    """Leaves nothing there."""


def make_folder(path: Path) -> None:
    path.mkdir()


def make_binary(path: Path) -> None:
    path.write_bytes(b"\xff\xfe\x00")


@pytest.mark.parametrize("make", [make_missing, make_folder, make_binary])
def test_queries_that_are_no_file_of_text_are_one_line_and_status_2(coach, tmp_path, make) -> None:
    queries = tmp_path / "queries.jsonl"
    make(queries)

    status, _, err = coach("library", "search", "--queries", str(queries))

    assert status == 2
    assert one_line(err)
