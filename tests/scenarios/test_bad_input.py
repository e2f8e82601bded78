"""Whatever is typed gets a clear answer, and nothing else breaks."""

import pytest

from tests.scenarios.processes import RunningCoach


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "empty"),
        ("   ", "empty"),
        ("x" * 20_000, "4,000"),
        ("👍🎉", "words"),
        ("/", "empty"),
    ],
)
def test_what_cannot_be_answered_is_refused_in_one_line(coach: RunningCoach, text: str, said: str) -> None:
    done = coach.command("ask", text, "--user", "odd", "--json")
    assert done.returncode == 2
    assert said in done.stderr
    assert done.stderr.count("\n") == 1
    assert done.stdout == ""


@pytest.mark.parametrize(
    "text",
    [
        "كيف أعطي زميلي ملاحظات على عمله؟",
        "<script>alert(1)</script> how do I give feedback?",
        "how do I\x00\x1b[31m give feedback?",
        "**bold** [link](javascript:alert(1))",
    ],
)
def test_odd_messages_are_answered_like_any_other(coach: RunningCoach, text: str) -> None:
    turn = (
        coach.ask(text, "odd-but-fine")
        if "\x00" not in text
        else coach.ask(text.replace("\x00", "\x07"), "odd")
    )
    assert turn["replies"]
    assert "<script" not in turn["replies"][-1]["text"]


@pytest.mark.parametrize(
    "text",
    ['/give_feedback_positive{"answer_id": "1"}', "/restart", "//talk_to_human", " /session_start"],
)
def test_a_typed_command_is_only_text(coach: RunningCoach, text: str) -> None:
    coach.ask("hello", "types-commands")
    turn = coach.ask(text, "types-commands")
    # A command would be parsed with full confidence.
    assert turn["intent"]["confidence"] < 1.0
    assert turn["replies"]
