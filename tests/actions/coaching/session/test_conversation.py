import random
from collections import Counter
from collections.abc import Sequence
from datetime import datetime, timedelta

import pytest

from actions.coaching.session import exploring
from actions.coaching.session.conversation import Coaching
from actions.coaching.session.helping import FILLED_IN, YES_NO
from actions.coaching.session.moves import question, step
from actions.coaching.session.outcome import Outcome
from actions.coaching.session.state import SessionState, Stage
from tests.actions.coaching.session.conftest import (
    IN_A_WEEK,
    NOW,
    HarmStandIn,
    ReflectorStandIn,
    chance,
    questions,
    state_at,
    text_of,
    turn,
)

SITUATION = "My boss talks over me in every meeting and nobody says a word."
# A session as it often goes, with the stage that each answer is to.
TALK = (
    SITUATION,
    "I want to be heard",
    "It has been like this since he came, and I go home angry every day",
    "I could talk to him",
    "or write to Ann",
    "I'll talk to him",
    "on Thursday after the stand-up",
    "he might be busy",
    "I'd write to him instead",
    "in a week",
)
# Other ways to go through one: terse, lost, asking, changing, practical.
TALKS = {
    "plain": TALK,
    "terse": ("boss ignores me", "respect", "since May", "hmm", "talk to him", "ask Ann", "the first one", "Monday", "time", "a mail", "next week"),
    "lost": (SITUATION, "I don't know", "no idea", "idk", "not sure", "dunno", "I don't know", "no idea", "hmm", "ok", "idk", "I don't know"),
    "asking": (SITUATION, "how many days of leave do I have?", "I want to be heard", "what should I do?", "it goes on and on and I go home angry", "any tips?", "what do you mean?", "I could talk to him"),
    "changing": (*TALK[:6], "actually I want to be promoted", "it has been on my mind for two years now", "talk to HR", "back to the goal", "I want more pay", "back to the options", "ask for a raise"),
    "doubting": ("you're just a bot", SITUATION, "what's the point?", "I want to be heard", "I'm not convinced", "he shouts at me all the time, honestly, for years"),
    "without I": ("boss emails at night", "sleep through", "since he started in spring, weekends too, always the same", "ask him", "switch off phone", "switch off phone", "at 8 pm", "habit", "put it in a drawer", "in 2 weeks"),
}  # fmt: skip


def run(said: Sequence[str], seed: int = 1, says: str = "") -> tuple[SessionState, list[Outcome]]:
    """A session in which these are the employee's turns; a week from now is what times are read as."""
    state, outcomes = SessionState(), []
    coaching = Coaching(ReflectorStandIn(says), HarmStandIn())
    for text in said:
        times = (IN_A_WEEK,) if "week" in text else ()
        outcomes.append(
            coaching.respond(state, turn(text, times=times), random.Random(f"{seed}:{len(state.said)}"))
        )
        if outcomes[-1].status != "open":
            break
    return state, outcomes


def one(coaching: Coaching, state: SessionState, said: str, **more: object) -> Outcome:
    return coaching.respond(state, turn(said, **more), chance())


def test_a_session_ends_with_a_plan_in_the_employee_s_own_words() -> None:
    state, outcomes = run((*TALK, "yes"))
    assert outcomes[-2].says[-1].text == (
        "Goal: be heard\n"
        "If it is Thursday after the stand-up, then I will talk to him.\n"
        "If this gets in the way: he might be busy, then I will write to him instead.\n"
        "Check-in: Monday 9 March 2026"
    )
    assert outcomes[-1].confirmed
    assert outcomes[-1].status == "finished"
    assert state.draft.check_at == IN_A_WEEK


def test_each_answer_is_followed_by_the_question_for_what_is_missing() -> None:
    state, asked = SessionState(), []
    coaching = Coaching(ReflectorStandIn(), HarmStandIn())
    for text in TALK:
        one(coaching, state, text, times=(IN_A_WEEK,) if "week" in text else ())
        asked.append(state.asked.value)
    assert asked == [
        "goal",
        "reality",
        "options",
        "options",
        "action",
        "cue",
        "obstacle",
        "remedy",
        "check",
        "confirm",
    ]


@pytest.mark.parametrize("seed", range(6))
@pytest.mark.parametrize("name", list(TALKS))
def test_nobody_is_asked_two_questions_in_one_turn(name: str, seed: int) -> None:
    _, outcomes = run(TALKS[name], seed, says="That is how it is for you.")
    assert [questions(outcome) for outcome in outcomes if outcome.status == "open"].count(1) == len(outcomes)


@pytest.mark.parametrize("seed", range(6))
@pytest.mark.parametrize("name", list(TALKS))
def test_every_move_of_a_session_is_said_once(name: str, seed: int) -> None:
    _, outcomes = run(TALKS[name], seed)
    moves = Counter(
        part
        for outcome in outcomes
        for said in outcome.says
        if said.kind in ("move", "pages")
        for part in _sentences(said.then or said.text)
    )
    wanted = ("You want", "You'd like", "What you want", "You're after", "It's about")
    assert [part for part, count in moves.items() if count > 1 and not part.startswith(wanted)] == []


def _sentences(text: str) -> list[str]:
    return [part.strip() for part in text.replace("?", "?|").replace(". ", ".|").split("|") if part.strip()]


def test_what_is_said_in_place_of_a_page_is_not_said_again() -> None:
    asking = (
        "My boss is never there",
        "how many days of leave do I have?",
        "how many sick days are allowed?",
    )
    for seed in range(40):
        _, outcomes = run(asking, seed)
        first, second = (
            said.otherwise for outcome in outcomes for said in outcome.says if said.kind == "pages"
        )
        assert not set(_sentences(first)) & set(_sentences(second))


@pytest.mark.parametrize("name", list(TALKS))
def test_the_same_chance_gives_the_same_session(name: str) -> None:
    assert run(TALKS[name], 3) == run(TALKS[name], 3)


def test_a_reflection_comes_before_the_question() -> None:
    _, (outcome,) = run((SITUATION,), says="Your boss talks over you.")
    assert text_of(outcome).startswith("Your boss talks over you. ")
    assert text_of(outcome).endswith("?")


@pytest.mark.parametrize("at", range(1, len(TALK)))
def test_a_pause_in_the_middle_loses_nothing(at: int) -> None:
    straight, _ = run(TALK)
    state, _ = run(TALK[:at])
    coaching = Coaching(ReflectorStandIn(), HarmStandIn())
    assert one(coaching, state, "sorry, my meeting is starting, can we continue later").status == "paused"
    state = SessionState.model_validate_json(state.model_dump_json())
    for text in TALK[at:]:
        one(coaching, state, text, times=(IN_A_WEEK,) if "week" in text else ())
    assert state.draft == straight.draft
    assert state.words == straight.words


def test_a_plan_said_in_one_go_skips_the_questions_that_it_answers() -> None:
    state, outcomes = run(
        (SITUATION, "I want to be heard. When he interrupts me again, I'll ask him to let me finish.")
    )
    assert (state.draft.goal, state.draft.cue) == ("be heard", "he interrupts me again")
    assert state.draft.action == "ask him to let me finish"
    assert state.asked == Stage.obstacle
    assert questions(outcomes[-1]) == 1


def test_a_goal_in_the_first_sentence_is_not_asked_for_again() -> None:
    state, _ = run((f"{SITUATION} I want to be heard.",))
    assert state.draft.goal == "be heard"
    assert state.asked == Stage.reality


@pytest.mark.parametrize("at", [4, 6, 8])
def test_the_goal_can_be_changed_half_way(at: int) -> None:
    state, outcomes = run((*TALK[:at], "Actually, I'd like to lead a project of my own"))
    assert state.draft.goal == "lead a project of my own"
    assert (state.draft.action, state.draft.cue, state.draft.obstacle, state.options) == ("", "", "", [])
    assert state.asked == Stage.options
    assert questions(outcomes[-1]) == 1


def test_going_back_to_the_goal_keeps_the_rest_of_the_plan() -> None:
    state, _ = run((*TALK[:8], "can we go back to the goal", "I want to lead a project"))
    assert state.draft.goal == "lead a project"
    assert state.draft.action == "talk to him"
    assert state.asked == Stage.remedy


def test_going_back_to_the_options_lets_another_one_be_chosen() -> None:
    state, _ = run(
        (*TALK[:8], "can we go back to the options", "ask for another team", "ask for another team")
    )
    assert state.draft.action == "ask for another team"


@pytest.mark.parametrize("past", [NOW - timedelta(days=20), NOW])
def test_a_date_in_the_past_gives_way_to_one_that_can_be_kept(coaching: Coaching, past: datetime) -> None:
    state = state_at(Stage.check)
    outcome = one(coaching, state, "on 10 February", times=(past,))
    assert state.draft.check_at is not None
    assert state.draft.check_at > NOW
    assert "Check-in: Monday 9 March 2026" in text_of(outcome)


def test_who_names_no_day_is_given_one(coaching: Coaching) -> None:
    state = state_at(Stage.check)
    outcome = one(coaching, state, "I don't mind")
    assert outcome.says[-1].kind == "card"
    assert "Check-in: Monday 9 March 2026" in outcome.says[-1].text


def test_a_first_not_knowing_gets_a_smaller_question(coaching: Coaching) -> None:
    state = state_at(Stage.cue)
    smaller = {question("cue_easier", [], chance(seed)) for seed in range(99)}
    outcome = one(coaching, state, "I don't know")
    assert any(text in text_of(outcome) for text in smaller)
    assert state.asked == Stage.cue


def test_a_second_not_knowing_is_filled_in_and_can_be_changed_later(coaching: Coaching) -> None:
    state = state_at(Stage.cue)
    one(coaching, state, "I don't know")
    outcome = one(coaching, state, "no idea")
    assert state.draft.cue == FILLED_IN[Stage.cue]
    assert f"“{FILLED_IN[Stage.cue]}”" in text_of(outcome)
    assert state.asked == Stage.obstacle


@pytest.mark.parametrize("stage", [Stage.options, Stage.action])
def test_who_is_stuck_for_ideas_is_offered_the_pages(coaching: Coaching, stage: Stage) -> None:
    state = state_at(stage)
    state.options = []
    one(coaching, state, "I don't know")
    outcome = one(coaching, state, "no idea")
    assert outcome.says[-1].buttons == YES_NO
    looked_up = one(coaching, state, "yes please")
    assert looked_up.says[0].kind == "pages"
    assert "How do I be heard?" in looked_up.says[0].text.split("\n")


def test_an_offer_can_be_declined(coaching: Coaching) -> None:
    state = state_at(Stage.options)
    state.offered = "advice"
    outcome = one(coaching, state, "no thanks")
    assert {said.kind for said in outcome.says} == {"move"}
    assert questions(outcome) == 1
    assert state.offered == ""


def test_an_offer_that_is_passed_over_is_gone(coaching: Coaching) -> None:
    state = state_at(Stage.options)
    state.options, state.offered = [], "advice"
    one(coaching, state, "I could write to Ann")
    assert state.options == ["write to Ann"]
    assert state.offered == ""


def test_who_never_knows_still_gets_a_plan_of_their_own_to_change() -> None:
    state, outcomes = run(["My boss shouts", *["I don't know"] * 30])
    cards = [said for outcome in outcomes for said in outcome.says if said.kind == "card"]
    assert cards
    assert state.draft.check_at is not None


@pytest.mark.parametrize(
    "stage",
    [
        Stage.action,
        Stage.cue,
        Stage.obstacle,
        Stage.options,
    ],
)
def test_an_answer_beside_the_question_is_not_asked_for_ever(coaching: Coaching, stage: Stage) -> None:
    state = state_at(stage)
    state.options = [] if stage == Stage.options else state.options
    for _ in range(8):
        one(coaching, state, "he just never listens")
    assert state.asked != stage


@pytest.mark.parametrize(
    ("stage", "said", "part", "value"),
    [
        (Stage.action, "I'd talk to him", "action", "talk to him"),
        (Stage.cue, "tomorrow morning", "cue", "tomorrow morning"),
        (Stage.obstacle, "he might be busy", "obstacle", "he might be busy"),
        (Stage.remedy, "set a reminder", "remedy", "set a reminder"),
        (Stage.action, "Yes, I'll talk to him", "action", "talk to him"),
        (Stage.cue, "right after lunch", "cue", "right after lunch"),
        (Stage.goal, "Good talks with my boss", "goal", "good talks with my boss"),
        (Stage.remedy, "do it the next day", "remedy", "do it the next day"),
        (Stage.obstacle, "I have no time", "obstacle", "I have no time"),
        (Stage.obstacle, "I might forget it", "obstacle", "I might forget it"),
        (Stage.obstacle, "I'd change my mind", "obstacle", "I'd change my mind"),
        (Stage.remedy, "pause before I answer", "remedy", "pause before I answer"),
        (Stage.remedy, "I'll go back to my notes", "remedy", "go back to my notes"),
        (Stage.cue, "When the budget is out", "cue", "the budget is out"),
        (Stage.cue, "when my meeting starts", "cue", "my meeting starts"),
        (Stage.action, "maybe talk to him?", "action", "talk to him"),
    ],
)  # fmt: skip
def test_an_ordinary_answer_is_put_where_it_belongs(
    coaching: Coaching, stage: Stage, said: str, part: str, value: str
) -> None:
    state = state_at(stage)
    one(coaching, state, said)
    assert getattr(state.draft, part) == value
    assert state.asked != stage


def test_a_question_of_fact_is_looked_up_and_the_session_goes_on(coaching: Coaching) -> None:
    state = state_at(Stage.cue)
    outcome = one(coaching, state, "How many days of leave do I have?")
    assert [said.kind for said in outcome.says] == ["pages"]
    assert outcome.says[0].text == "How many days of leave do I have?"
    assert state.asked == Stage.cue


def test_asked_for_advice_the_coach_looks_at_the_pages_instead_of_giving_any(coaching: Coaching) -> None:
    state = state_at(Stage.reality)
    outcome = one(coaching, state, "What should I do?")
    assert [said.kind for said in outcome.says] == ["pages"]
    assert state.situation[0] in outcome.says[0].text
    assert state.asked == Stage.reality


def test_without_a_situation_there_is_something_to_look_up(coaching: Coaching) -> None:
    state = SessionState()
    one(coaching, state, "how many days of leave do I have?")
    outcome = one(coaching, state, "what should I do?")
    assert all(said.text.strip() for said in outcome.says)


def test_a_session_that_opens_with_a_question_has_its_situation(coaching: Coaching) -> None:
    state = SessionState()
    one(coaching, state, "How can I get my boss to listen to me?")
    assert state.situation == ["How can I get my boss to listen to me?"]


def test_a_question_that_only_the_employee_can_answer_is_handed_back(coaching: Coaching) -> None:
    state = state_at(Stage.action)
    outcome = one(coaching, state, "Why is he so?")
    assert questions(outcome) == 1
    assert state.asked == Stage.action
    assert state.draft.action == ""


def test_a_strong_feeling_is_met_before_the_next_question(coaching: Coaching) -> None:
    feelings = {step("feeling_first", [], chance(seed)) for seed in range(99)}
    outcome = one(coaching, SessionState(), "I hate going there, he humiliates me in front of all")
    assert any(text_of(outcome).startswith(text) for text in feelings)


def test_a_harmful_plan_is_explored_and_not_agreed_to(coaching: Coaching) -> None:
    state = state_at(Stage.action)
    consequences = {question("consequence", [], chance(seed)) for seed in range(99)}
    outcome = one(coaching, state, "I'll slash the tyres of his car")
    assert any(text in text_of(outcome) for text in consequences)
    assert questions(outcome) == 1
    assert state.draft.action == ""
    assert state.exploring


def test_what_would_follow_from_harm_becomes_part_of_the_situation(coaching: Coaching) -> None:
    state = state_at(Stage.action)
    one(coaching, state, "I'll slash the tyres of his car")
    one(coaching, state, "he would know that it was me")
    assert not state.exploring
    assert state.reality[-1] == "he would know that it was me"
    assert state.asked == Stage.action


def test_nobody_gets_a_yes_to_harm(
    coaching: Coaching, reflector: ReflectorStandIn, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(exploring, "asks_for_agreement", lambda text: text.endswith("right?"))
    refusals = {step("decline_agreement", [], chance(seed)) for seed in range(99)}
    outcome = one(coaching, SessionState(), "I'll slash his tyres, that's fair, right?")
    assert any(text_of(outcome).startswith(text) for text in refusals)
    assert questions(outcome) == 1
    assert reflector.heard == []


def test_who_wants_a_yes_to_it_is_looked_at_more_closely(
    coaching: Coaching, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(exploring, "asks_for_agreement", lambda text: text.endswith("right?"))
    told, asked = state_at(Stage.action), state_at(Stage.action)
    one(coaching, told, "I'll nick a pen from his desk")
    one(coaching, asked, "I'll nick a pen from his desk, right?")
    assert not told.exploring
    assert asked.exploring


def test_what_would_follow_is_asked_three_times_at_most(coaching: Coaching) -> None:
    state = state_at(Stage.action)
    for _ in range(5):
        one(coaching, state, "I'll slash the tyres of his car")
        one(coaching, state, "he would know that it was me")
    assert state.explored == 3


def test_after_three_looks_at_what_would_follow_the_coach_declines_and_asks_for_other_ways(
    coaching: Coaching,
) -> None:
    state = state_at(Stage.action)
    refusals = {step("decline_agreement", [], chance(seed)) for seed in range(99)}
    ways = {question("options_easier", [], chance(seed)) for seed in range(99)}
    for _ in range(3):
        one(coaching, state, "I'll slash the tyres of his car")
    outcome = one(coaching, state, "I'll slash the tyres of his car")
    assert any(text_of(outcome).startswith(text) for text in refusals)
    assert any(text in text_of(outcome) for text in ways)
    assert (state.asked, state.exploring) == (Stage.options, False)
    assert questions(outcome) == 1


@pytest.mark.parametrize(
    "times",
    [
        1,
        2,
        8,
    ],
)
def test_a_harmful_plan_is_not_put_on_the_card_by_saying_it_again(coaching: Coaching, times: int) -> None:
    state = state_at(Stage.action)
    for _ in range(times):
        one(coaching, state, "I'll slash the tyres of his car")
    assert "slash" not in state.draft.action


def test_a_harmful_change_is_not_put_on_the_card(coaching: Coaching) -> None:
    state = state_at(Stage.confirm)
    outcome = one(coaching, state, "change the step to slash his tyres tonight")
    assert "slash" not in text_of(outcome)


@pytest.mark.parametrize(
    "said",
    [
        "stop",
        "let's stop here",
        "forget it",
    ],
)
def test_who_stops_is_not_held(coaching: Coaching, said: str) -> None:
    outcome = one(coaching, state_at(Stage.options), said)
    assert outcome.status == "stopped"
    assert questions(outcome) == 0


def test_never_mind_keep_it_keeps_the_plan(coaching: Coaching) -> None:
    assert one(coaching, state_at(Stage.confirm), "never mind, keep it").status != "stopped"


@pytest.mark.parametrize("said", ["hmm", "ok", "I don't know", "", "?", "🤷", "what?", "no", "yes"])
@pytest.mark.parametrize("stage", list(Stage))
def test_something_is_said_to_every_turn(coaching: Coaching, stage: Stage, said: str) -> None:
    outcome = one(coaching, state_at(stage), said)
    assert text_of(outcome).strip()
    assert questions(outcome) <= 1


def test_all_that_was_said_is_noted(coaching: Coaching) -> None:
    state = SessionState()
    outcome = one(coaching, state, SITUATION)
    assert state.said == [text_of(outcome)]
