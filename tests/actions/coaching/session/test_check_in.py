from datetime import UTC, datetime, timedelta

import pytest

from actions.coaching.session.check_in import BUTTONS, STAGES, open_check_in, respond
from actions.coaching.session.conversation import Coaching
from actions.coaching.session.moves import step
from actions.coaching.session.outcome import Outcome
from actions.coaching.session.report import is_not_done
from actions.coaching.session.state import SessionState, Stage
from tests.actions.coaching.session.conftest import (
    NOW,
    HarmStandIn,
    ReflectorStandIn,
    chance,
    questions,
    text_of,
    turn,
    whole_draft,
)

PLAN = "If it is Monday, then I will talk to him"
WEDNESDAY = datetime(2026, 3, 4, tzinfo=UTC)


def plan_state(stage: Stage) -> SessionState:
    return SessionState(asked=stage, plan_id="p1", draft=whole_draft(check_at=NOW - timedelta(hours=1)))


def told(stage: Stage, said: str, **more: object) -> tuple[SessionState, Outcome]:
    """What comes of a turn of a check-in as employees meet it: through the whole session engine."""
    state = plan_state(stage)
    coaching = Coaching(ReflectorStandIn("That is how it was."), HarmStandIn())
    return state, coaching.respond(state, turn(said, **more), chance())


def test_a_check_in_names_the_plan_and_asks_how_it_went() -> None:
    state = SessionState()
    outcome = open_check_in(state, PLAN, chance())
    assert f"“{PLAN}”" in text_of(outcome)
    assert questions(outcome) == 1
    assert outcome.says[0].buttons == BUTTONS
    assert state.asked == Stage.went
    assert state.said == [outcome.says[0].text]


@pytest.mark.parametrize(
    "said",
    [
        "yes",
        "Done",
        "I did it",
        "It went well",
        "yes I talked to him but he wasn't happy",
        "I talked to him on Monday and he listened",
        "it was hard, yet I told him",
        "I did it later in the day",
        "I couldn't believe how well it went",
        "No problem at all, I did it",
        "He didn't expect it but I told him",
    ],
)
def test_a_plan_that_was_carried_out_is_marked_done(said: str) -> None:
    state, outcome = told(Stage.went, said)
    assert outcome.went == "done"
    assert state.asked == Stage.learned
    assert questions(outcome) == 1


@pytest.mark.parametrize(
    "said",
    [
        "no",
        "not yet",
        "Not really",
        "I forgot",
        "I didn't do it",
        "i didnt manage",
        "I couldn't bring myself to do it",
        "I haven't had the chance",
        "chickened out",
        "I put it off",
        "I never got round to it",
        "No, I was too busy",
        "I didn't get back to him",
    ],
)
def test_a_plan_that_did_not_come_off_is_marked_not_done(said: str) -> None:
    state, outcome = told(Stage.went, said)
    assert outcome.went == "not_done"
    assert state.asked == Stage.blocked
    assert questions(outcome) == 1


@pytest.mark.parametrize(
    "said",
    [
        "there was no time for it in this very long and chaotic week",
        "I was busy and forgot",
        "I tried but he was on holiday",
        "No, I was ill all week",
        "not yet, she had to travel",
    ],
)
def test_what_got_in_the_way_is_not_asked_for_where_it_is_told_already(said: str) -> None:
    state, outcome = told(Stage.went, said)
    assert outcome.went == "not_done"
    assert state.asked == Stage.keep
    assert state.reality == [said]
    assert any(step("keep_or_change", [], chance(seed)) in text_of(outcome) for seed in range(99))
    assert questions(outcome) == 1


@pytest.mark.parametrize(
    "said", ["Partly. Anna answered, Georg did not", "sort of", "I only did half of it", "I made a start"]
)
def test_what_was_begun_counts_and_the_rest_is_explored(said: str) -> None:
    state, outcome = told(Stage.went, said)
    assert outcome.went == "not_done"
    assert state.asked == Stage.blocked
    assert any(text_of(outcome).startswith(step("partly", [], chance(seed))) for seed in range(99))
    assert questions(outcome) == 1


@pytest.mark.parametrize(
    "said", ["It went badly, they laughed", "I told him and he shouted at me", "it backfired", "a disaster"]
)
def test_what_was_done_and_went_badly_is_not_celebrated(said: str) -> None:
    state, outcome = told(Stage.went, said)
    assert outcome.went == "done"
    assert state.asked == Stage.blocked
    cheers = {step("celebrate", [], chance(seed)) for seed in range(199)}
    assert not any(text in text_of(outcome) for text in cheers)
    again = Coaching(ReflectorStandIn(), HarmStandIn()).respond(state, turn("I said it too loud"), chance())
    assert any(step("next_time_question", [], chance(seed)) in text_of(again) for seed in range(99))


def test_no_disaster_is_no_disaster() -> None:
    _, outcome = told(Stage.went, "I did it, not a disaster at all")
    assert any(text_of(outcome).startswith(step("celebrate", [], chance(seed))) for seed in range(199))


@pytest.mark.parametrize("said", ["Can we talk about something else?", "there's another problem"])
def test_who_has_something_else_on_their_mind_is_asked_about_the_plan_another_day(said: str) -> None:
    _, outcome = told(Stage.went, said)
    assert outcome.postponed
    assert outcome.status == "stopped"
    assert questions(outcome) == 1


@pytest.mark.parametrize("said", ["hm", "it was Monday", "my boss"])
def test_a_message_that_is_neither_a_yes_nor_a_no_keeps_the_question(said: str) -> None:
    state, outcome = told(Stage.went, said)
    assert outcome.went is None
    assert state.asked == Stage.went
    assert questions(outcome) == 1


@pytest.mark.parametrize(
    ("intent", "went", "postponed"),
    [("check_in_done", "done", False), ("check_in_not_done", "not_done", False), ("not_now", None, True)],
)
def test_the_buttons_say_how_it_went(intent: str, went: str | None, postponed: bool) -> None:
    _, outcome = told(Stage.went, f"/{intent}", intent=intent, command=True)
    assert (outcome.went, outcome.postponed) == (went, postponed)


@pytest.mark.parametrize("said", ["not now", "tomorrow please", "ask me later", "bad time", "I'm busy"])
def test_a_check_in_can_be_put_off(said: str) -> None:
    _, outcome = told(Stage.went, said)
    assert outcome.postponed
    assert outcome.status == "stopped"
    assert questions(outcome) == 0


def test_what_rasa_is_sure_of_counts() -> None:
    assert is_not_done(turn("it fell through", intent="check_in_not_done", confidence=0.9))
    assert not is_not_done(turn("it came through", intent="check_in_done", confidence=0.9))


def test_a_short_word_of_success_is_celebrated_without_a_reflection() -> None:
    reflector = ReflectorStandIn("That is how it was.")
    respond(plan_state(Stage.went), turn("done"), chance(), reflector)
    assert reflector.heard == []


def test_what_made_it_work_closes_the_check_in() -> None:
    _, outcome = told(Stage.learned, "I had prepared three points")
    assert outcome.status == "finished"
    assert text_of(outcome).startswith("That is how it was. ")
    assert questions(outcome) == 0


def test_what_got_in_the_way_leads_to_the_plan() -> None:
    state, outcome = told(Stage.blocked, "he was away all week")
    assert state.asked == Stage.keep
    assert state.reality == ["he was away all week"]
    assert questions(outcome) == 1


@pytest.mark.parametrize(
    "said", ["keep it", "same plan", "yes", "no change", "it still fits", "I don't know"]
)
def test_a_plan_that_is_kept_comes_back_with_a_new_date(said: str) -> None:
    state, outcome = told(Stage.keep, said)
    assert outcome.says[-1].kind == "card"
    assert "If it is Monday, then I will talk to him." in outcome.says[-1].text
    assert "Check-in: Monday 9 March 2026" in outcome.says[-1].text
    assert state.asked == Stage.confirm


@pytest.mark.parametrize(
    ("said", "plan"),
    [
        ("I'd ask Ann to come with me", "If it is Monday, then I will ask Ann to come with me."),
        ("talk to Ann on Wednesday", "If it is Wednesday, then I will talk to Ann."),
        ("When he is alone, I'll talk to him", "If he is alone, then I will talk to him."),
        ("Tuesday morning", "If it is Tuesday morning, then I will talk to him."),
        ("do it on Tuesday instead", "If it is Tuesday, then I will talk to him."),
        ("I'd keep it shorter", "If it is Monday, then I will keep it shorter."),
        ("Yes, but on Tuesday", "If it is Tuesday, then I will talk to him."),
        ("I'd rather talk to Ann", "If it is Monday, then I will talk to Ann."),
    ],
)  # fmt: skip
def test_a_plan_can_be_changed_in_one_sentence(said: str, plan: str) -> None:
    _, outcome = told(Stage.keep, said)
    assert plan in outcome.says[-1].text


def test_a_day_that_is_named_is_the_day_of_the_next_check_in() -> None:
    state, _ = told(Stage.keep, "same plan on Wednesday", times=(WEDNESDAY,))
    assert state.draft.check_at is not None
    assert state.draft.check_at.date() == WEDNESDAY.date()


def test_a_day_that_has_passed_is_not_put_on_the_new_card() -> None:
    state, _ = told(Stage.keep, "same as on Wednesday", times=(WEDNESDAY - timedelta(days=14),))
    assert state.draft.check_at is not None
    assert state.draft.check_at > NOW


@pytest.mark.parametrize("said", ["change it", "I'd like to change the plan", "a new one"])
def test_who_wants_a_change_and_does_not_say_which_is_asked(said: str) -> None:
    state, outcome = told(Stage.keep, said)
    assert state.asked == Stage.keep
    assert {item.kind for item in outcome.says} == {"move"}
    assert questions(outcome) == 1


def test_who_keeps_the_plan_without_a_reason_gets_it_back() -> None:
    _, outcome = told(Stage.blocked, "keep it")
    assert outcome.says[-1].kind == "card"


def test_a_moved_step_is_asked_about_the_day_after_it() -> None:
    state, _ = told(Stage.keep, "do it on Wednesday instead", times=(WEDNESDAY,))
    assert state.draft.cue == "Wednesday"
    assert state.draft.check_at is not None
    assert state.draft.check_at.date() == (WEDNESDAY + timedelta(days=1)).date()


@pytest.mark.parametrize("said", ["no", "nothing", "nope", "not really"])
def test_a_plan_can_be_let_go(said: str) -> None:
    _, outcome = told(Stage.keep, said)
    assert outcome.status == "finished"
    assert not outcome.confirmed


def test_a_new_plan_is_made_by_a_yes_to_the_new_card() -> None:
    state, _ = told(Stage.keep, "I'd ask Ann to come with me")
    coaching = Coaching(ReflectorStandIn(), HarmStandIn())
    outcome = coaching.respond(state, turn("yes"), chance())
    assert outcome.confirmed
    assert state.plan_id == "p1"


def test_a_harmful_change_of_plan_is_not_put_on_the_card() -> None:
    _, outcome = told(Stage.keep, "I'd slash the tyres of his car")
    assert "slash" not in text_of(outcome)


@pytest.mark.parametrize("stage", sorted(STAGES))
@pytest.mark.parametrize(
    "said", ["hm", "I don't know", "what do you mean?", "my boss was away and I was ill", "ok"]
)
def test_nobody_is_asked_two_questions_in_a_check_in(stage: Stage, said: str) -> None:
    _, outcome = told(stage, said)
    assert questions(outcome) <= 1
    assert text_of(outcome).strip()
