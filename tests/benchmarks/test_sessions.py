import asyncio
import re
import zlib
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import yaml

from benchmarks.sessions.card import read_card
from benchmarks.sessions.clock import next_working_morning
from benchmarks.sessions.conversation import MAX_TURNS, hold
from benchmarks.sessions.employee import BadEmployee, Employee, load_employee, load_employees
from benchmarks.sessions.listening import Listener, last_request
from benchmarks.sessions.measure import hold_all
from benchmarks.sessions.plan_words import in_own_words
from benchmarks.sessions.report import figures
from benchmarks.sessions.transcript import write_transcript
from benchmarks.sessions.turns import Conversation
from knowledge.search.encoder import Encoder
from knowledge.settings import ROOT, knowledge_settings
from knowledge.words import tokens

START = datetime(2026, 11, 30, 9, tzinfo=UTC)
MINA = {
    "who": "developer",
    "style": "terse",
    "wants_plan": True,
    "situation": "My pull requests sit in review for days.",
    "facts": {
        "goal": ["Reviews within a day."],
        "reality": ["Both reviewers work on another project.", "Pings get ignored.", "Five days, once."],
        "options": ["Smaller pull requests.", "A fixed review slot."],
        "action": ["I'll ask Dan for a daily review slot."],
        "cue": ["After stand-up on Monday."],
        "obstacle": ["Dan says he's swamped."],
        "remedy": ["I'll offer to review his first."],
        "check": ["Friday next week."],
    },
}
QUESTIONS = {
    "goal": "What would you like to be different?",
    "reality": "What have you tried so far?",
    "options": "What options do you see?",
    "action": "What is the first step?",
    "cue": "When will you do it?",
    "obstacle": "What could get in the way?",
    "remedy": "If that happens, what will you do?",
    "check": "When would you like me to ask how it went?",
}
CARD = """Goal: reviews within a day
If it is after stand-up on Monday, then I will ask Dan for a daily review slot.
If this gets in the way: Dan says he's swamped, then I will offer to review his first.
Check-in: Friday 11 December 2026"""
WENT = "You planned to ask Dan for a daily review slot. How did it go?"


def words_only(texts: Sequence[str]) -> np.ndarray:
    """Vectors that are alike where words are shared."""
    vectors = np.zeros((len(texts), 512), np.float32)
    for row, text in zip(vectors, texts, strict=True):
        for word in tokens(text):
            row[zlib.crc32(word.encode()) % 512] += 1
    return vectors / np.maximum(np.linalg.norm(vectors, axis=1, keepdims=True), 1e-9)


@pytest.fixture(scope="module")
def listener() -> Listener:
    return Listener(words_only)


@pytest.fixture(scope="module")
def real_listener() -> Listener:
    return Listener(Encoder(knowledge_settings().encoder).encode)


class Coach:
    """A scripted coach that reflects, asks for one part after another, and remembers the plan."""

    def __init__(self, *, check_ins: int = 1, card: str = CARD) -> None:
        self.heard: list[tuple[str, str, datetime]] = []
        self._left = list(QUESTIONS)
        self._open = ""
        self._card, self._check_ins = card, check_ins
        self._planned = False

    async def ask(self, text: str, user: str, at: datetime) -> dict[str, Any]:
        self.heard.append((text, user, at))
        return {"replies": self._replies(text, at), "intent": {}, "route": None, "latency_ms": 10.0}

    def _replies(self, text: str, at: datetime) -> list[dict[str, Any]]:
        if self._planned:
            due = at >= datetime(2026, 12, 11, 9, tzinfo=UTC)
            if due:
                return [move(WENT)] * self._check_ins
            return [move("You agreed to ask Dan for a daily review slot. Hello again.")]
        if "that's my plan" in text:
            self._planned = True
            return [move("It's saved.")]
        aside = "back" in text or "overtime" in text or "run" in text or "don't know" in text
        if not aside and not self._left:
            return [reply("card", self._card)]
        self._open = self._open if aside else self._left.pop(0)
        return [move(f"So this is how you see it: {text.rstrip('.?')}. {QUESTIONS[self._open]}")]


def reply(kind: str, text: str) -> dict[str, Any]:
    return {"kind": kind, "text": text, "citations": [], "buttons": []}


def move(text: str) -> dict[str, Any]:
    return reply("move", text)


def says(*texts: str) -> Any:
    """A coach that says these in turn, the last one for ever."""
    left = list(texts)

    async def ask(text: str, user: str, at: datetime) -> dict[str, Any]:
        said = left.pop(0) if len(left) > 1 else left[0]
        return {"replies": [move(said)] if said else [], "intent": {}, "route": None, "latency_ms": 1.0}

    return ask


def person(**changes: Any) -> Employee:
    return Employee.model_validate({**MINA, "name": "mina", **changes})


def talk(employee: Employee, ask: Any, listener: Listener) -> Conversation:
    return asyncio.run(hold(employee, ask, listener, user="sim-mina", start=START))


class Rater:
    def label(self, before: str, text: str) -> str:
        return "therapist_input" if text.startswith("You should") else "reflection"

    def is_complex(self, before: str, text: str) -> bool | None:
        return False


def test_a_good_coach_completes(listener: Listener) -> None:
    conversation = talk(person(), Coach().ask, listener)
    assert conversation.completed
    assert conversation.recalled
    assert conversation.check_ins == 1
    assert in_own_words(conversation)
    assert not [turn.bad for turn in conversation.turns if turn.bad]
    measured = figures([conversation], Rater())
    assert measured["completed"] == measured["recalled"] == measured["check_ins_once"] == 1.0
    assert measured["two_questions"] == measured["dead_ends"] == measured["left"] == 0
    assert measured["reflections_per_question"] > 1
    assert list(measured)[:8] == [
        *("completed", "reflections_per_question", "complex_share", "unasked_advice"),
        *("words_p90", "two_questions", "dead_ends", "p95_ms"),
    ]


def test_a_coach_that_repeats_itself_loses_the_person(listener: Listener) -> None:
    conversation = talk(person(), says("Your pull requests sit in review. What else?"), listener)
    assert conversation.left
    assert not conversation.plan
    assert len(conversation.turns) == 3
    assert conversation.turns[-1].bad == "said the same again"


def test_a_question_may_come_again_only_after_an_interruption(listener: Listener) -> None:
    coach = says(
        f"Review takes days. {QUESTIONS['goal']}", f"The weather is for later. {QUESTIONS['goal']}", "Bye."
    )
    habits = {"goes_off_topic": {"after": "situation", "text": "Will it rain?"}}
    assert not talk(person(habits=habits), coach, listener).turns[1].bad
    coach = says(f"Review takes days. {QUESTIONS['goal']}", f"Within a day, yes. {QUESTIONS['goal']}", "Bye.")
    assert talk(person(), coach, listener).turns[1].bad == "said the same again"


def test_a_coach_that_takes_up_nothing_loses_the_person(listener: Listener) -> None:
    coach = says("Noted. What have you tried so far?", "Right. How long has it been like this?")
    conversation = talk(person(), coach, listener)
    assert conversation.left
    assert {turn.bad for turn in conversation.turns} == {"took up nothing"}


def test_patience_decides_when_somebody_leaves(listener: Listener) -> None:
    assert len(talk(person(patience=1), says(""), listener).turns) == 1
    assert len(talk(person(patience=3), says(""), listener).turns) == 3


def test_answers_depend_on_what_was_asked(listener: Listener) -> None:
    for topic in ("reality", "options", "obstacle", "check"):
        conversation = talk(person(), says(f"Pull requests in review. {QUESTIONS[topic]}", ""), listener)
        assert conversation.turns[0].heard == topic
        assert conversation.turns[1].said.text == MINA["facts"][topic][0]


def test_each_fact_is_said_once_and_a_part_of_the_plan_is_repeated(listener: Listener) -> None:
    coach = says(*(f"I see {n}. {QUESTIONS['goal']}" for n in range(3)))
    said = [turn.said.text for turn in talk(person(patience=3), coach, listener).turns]
    assert said[1:3] == ["Reviews within a day.", "Like I said: Reviews within a day."]


def test_habits_come_out_once_in_their_place(listener: Listener) -> None:
    habits = {
        "asks_library": {"after": "reality", "text": "wait, what's our policy on overtime?"},
        "pauses": {"after": "options", "days": 3, "text": "I have to run."},
        "says_dont_know": {"goal": 1},
        "answers_two_at_once": [["action", "cue"]],
        "edits": {"part": "check", "text": "make it Friday next week"},
    }
    coach = Coach()
    conversation = talk(person(habits=habits), coach.ask, listener)
    purposes = [turn.said.purpose for turn in conversation.turns]
    assert all(purposes.count(once) == 1 for once in ("library", "pause", "return", "dont_know", "edit"))
    pause = next(turn for turn in conversation.turns if turn.said.purpose == "pause")
    after = conversation.turns[conversation.turns.index(pause) + 1]
    assert after.at - pause.at == timedelta(days=3)
    assert any(text.endswith("slot. After stand-up on Monday.") for text, _, _ in coach.heard)


def test_somebody_who_wants_no_plan_stops_at_one(listener: Listener) -> None:
    conversation = talk(person(wants_plan=False), Coach().ask, listener)
    assert conversation.stopped
    assert conversation.plan is None
    assert figures([conversation], Rater())["completed"] is None


def test_two_questions_are_counted(listener: Listener) -> None:
    ask = says("Pull requests sit in review? What would you like to be different?", "")
    assert figures([talk(person(), ask, listener)], Rater())["two_questions"] == 1


def test_advice_counts_only_where_nobody_asked_for_it(listener: Listener) -> None:
    advice = "You should make the pull requests smaller. What options do you see?"
    assert figures([talk(person(), says(advice, ""), listener)], Rater())["unasked_advice"] > 0
    asking = person(situation="My pull requests sit in review, what should I do?")
    assert figures([talk(asking, says(advice, ""), listener)], Rater())["unasked_advice"] == 0


def test_a_turn_with_nothing_to_answer_is_a_dead_end(listener: Listener) -> None:
    conversation = talk(person(patience=1), says(""), listener)
    assert figures([conversation], Rater())["dead_ends"] == 1


def test_an_endless_session_is_a_dead_end(listener: Listener) -> None:
    coach = says(*(f"Pull requests, days, project, pings {n}. How was day {n}?" for n in range(40)))
    conversation = talk(person(patience=99), coach, listener)
    assert conversation.ran_out
    assert len(conversation.turns) == MAX_TURNS
    assert figures([conversation], Rater())["dead_ends"] >= 1


@pytest.mark.parametrize("times", [0, 2])
def test_a_check_in_has_to_come_exactly_once(times: int, listener: Listener) -> None:
    conversation = talk(person(), Coach(check_ins=times).ask, listener)
    assert conversation.check_ins == times
    assert figures([conversation], Rater())["check_ins_once"] == 0.0


def test_a_card_that_lacks_a_part_completes_nothing(listener: Listener) -> None:
    card = CARD.replace("Check-in: ", "Some day: ")
    conversation = talk(person(), Coach(card=card).ask, listener)
    assert conversation.plan
    assert not conversation.completed


def test_a_card_in_other_words_is_told_from_ones_own(listener: Listener) -> None:
    card = CARD.replace("ask Dan for a daily review slot", "buy everybody lunch")
    assert not in_own_words(talk(person(), Coach(card=card).ask, listener))


def test_both_ways_of_writing_a_card_are_read() -> None:
    other = """**Goal:** reviews within a day
If stand-up is over, then I will ask Dan for a slot.
If Dan being swamped gets in the way: I'll offer to review his first.
Check-in: Friday 11 December 2026 at 14:30"""
    assert read_card(CARD).whole
    assert read_card(CARD).obstacle == "Dan says he's swamped"
    assert read_card(CARD).check_at == datetime(2026, 12, 11, 9, tzinfo=UTC)
    assert read_card(other).whole
    assert read_card(other).action == "ask Dan for a slot"
    assert read_card(other).check_at == datetime(2026, 12, 11, 14, 30, tzinfo=UTC)


def test_employees_come_one_after_the_other_with_names_of_their_own(listener: Listener) -> None:
    coach = Coach()
    people = [person(patience=1), person(name="omar with spaces", patience=1)]
    asyncio.run(hold_all(people, coach.ask, listener, START))
    users = list(dict.fromkeys(user for _, user, _ in coach.heard))
    assert len(users) == 2
    assert all(re.fullmatch(r"sim-[\w-]+-[0-9a-f]{8}", user) and len(user) <= 64 for user in users)


def test_a_transcript_reads_like_a_conversation(listener: Listener) -> None:
    page = write_transcript(talk(person(), Coach().ask, listener))
    assert page.startswith("# mina\n\ndeveloper. Style: terse.")
    assert "**Employee** (Mon 30 Nov 09:00, situation): My pull requests" in page
    assert "Ended with: a plan. Recalled: yes. Check-ins: 1." in page


@pytest.mark.parametrize(
    ("question", "answered", "topic"),
    [
        ("Where do you hope this takes you?", (), "goal"),
        ("And how did it come to that?", (), "reality"),
        ("Is there some other way to go about it?", ("goal", "reality"), "options"),
        ("So which of these are you going for?", ("goal", "reality", "options"), "action"),
        ("What's a good moment for that phone call?", ("options", "action"), "cue"),
        ("What could keep you from calling her?", ("action", "cue"), "obstacle"),
        ("And if she doesn't answer, what will you do then?", ("cue", "obstacle"), "remedy"),
        ("Which day may I ask you about it?", ("obstacle", "remedy"), "check"),
        ("Shall I see whether your company's pages have something on it?", ("goal",), "offer"),
        ("On a scale from 0 to 10, how ready are you?", ("goal",), "rating"),
    ],
)
def test_a_question_is_heard_for_what_it_asks(
    question: str, answered: tuple[str, ...], topic: str, real_listener: Listener
) -> None:
    assert real_listener.topic(question, answered) == topic


def test_what_is_no_question_of_coaching_is_heard_as_other(real_listener: Listener) -> None:
    assert real_listener.topic("Which film won the Oscar in 1994?") == "other"


def test_synonyms_are_taken_up(real_listener: Listener) -> None:
    assert real_listener.likeness("Annoyed.", "That is frustrating.") > 0.3
    assert real_listener.likeness("Both reviewers work on another project.", "How long has it been?") < 0.3


def test_the_last_question_counts_and_an_invitation_stands_for_one() -> None:
    assert last_request("Who is it? I see. When will you do it?") == "When will you do it?"
    assert last_request("That sounds hard. Tell me more.") == "Tell me more."
    assert last_request("That sounds hard.") == ""


def test_all_employees_load_and_have_enough_to_say() -> None:
    people = load_employees(ROOT / "benchmarks" / "employees")
    assert len(people) >= 32
    for one in people:
        assert len(one.facts["reality"]) >= 3, one.name
        assert len(one.facts["goal"]) >= 2, one.name
        assert not one.wants_plan or len(one.facts["options"]) >= 2, one.name


def test_the_documented_example_loads(tmp_path: Path) -> None:
    page = (ROOT / "docs" / "simulated-employees.md").read_text(encoding="utf-8")
    example = re.search(r"```yaml\n(.*?)```", page, re.DOTALL)
    assert example
    assert load_employee(write(tmp_path, example[1])).habits.pauses


def write(folder: Path, text: str) -> Path:
    file = folder / "mina.yml"
    file.write_text(text, encoding="utf-8")
    return file


@pytest.mark.parametrize(
    ("change", "line"),
    [
        ({"who": None}, "mina.yml: who: is missing"),
        ({"wants_plan": "perhaps"}, "mina.yml: wants_plan: "),
        (
            {"facts": {"goal": ["To rest."]}},
            "mina.yml: facts.reality: is missing; everybody has at least one",
        ),
        (
            {"facts": {**MINA["facts"], "check": []}},
            "mina.yml: facts.check: is missing; somebody who wants a plan",
        ),
        ({"facts": {**MINA["facts"], "mood": ["Fine."]}}, "mina.yml: facts.mood: "),
        ({"habits": {"sings": True}}, "mina.yml: habits.sings: is no habit; allowed are says_dont_know, "),
        ({"habits": {"stops": {"after": "reality"}}}, "mina.yml: habits.stops.text: is missing"),
        ({"habits": {"stops": {"after": "lunch", "text": "Bye."}}}, "mina.yml: habits.stops.after: "),
    ],
)
def test_what_is_wrong_with_a_file_is_named_in_one_line(
    change: dict[str, Any], line: str, tmp_path: Path
) -> None:
    merged = {key: value for key, value in {**MINA, **change}.items() if value is not None}
    with pytest.raises(BadEmployee) as raised:
        load_employee(write(tmp_path, yaml.safe_dump(merged)))
    assert str(raised.value).startswith(line)
    assert "\n" not in str(raised.value)


def test_a_file_that_is_not_yaml_is_named_with_its_line(tmp_path: Path) -> None:
    with pytest.raises(BadEmployee, match=r"^mina.yml: line 2 is not YAML"):
        load_employee(write(tmp_path, "who: a\nstyle: b: c\n"))


def test_a_folder_without_employees_is_named(tmp_path: Path) -> None:
    with pytest.raises(BadEmployee, match="holds no .yml file"):
        load_employees(tmp_path)


def test_lone_sentences_notes_and_a_plain_yes_are_accepted(tmp_path: Path) -> None:
    loose = {**MINA, "facts": {**MINA["facts"], "confirm": True, "goal": "To rest."}, "note": "a quiet one"}
    employee = load_employee(write(tmp_path, yaml.safe_dump(loose)))
    assert employee.facts["goal"] == ["To rest."]
    assert employee.facts["confirm"] == ["yes"]


def test_a_sentence_with_a_colon_needs_no_quotation_marks(tmp_path: Path) -> None:
    text = yaml.safe_dump(MINA).replace("- Reviews within a day.", "- One thing: reviews within a day.")
    assert load_employee(write(tmp_path, text)).facts["goal"] == ["One thing: reviews within a day."]


def test_sessions_start_on_a_working_day() -> None:
    friday = datetime(2026, 11, 27, 18, 30, tzinfo=UTC)
    assert next_working_morning(friday) == START
