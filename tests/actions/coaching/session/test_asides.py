import pytest

from actions.coaching.session.asides import PRESSED, aside
from actions.coaching.session.hearing import Turn
from tests.actions.coaching.session.conftest import turn


@pytest.mark.parametrize(
    ("said", "intent"),
    [
        ("show me my goals", "list_goals"),
        ("What are my goals?", "list_goals"),
        ("I've reached my goal", "finish_goal"),
        ("I've reached my presenting goal", "finish_goal"),
        ("My goal is reached", "finish_goal"),
        ("Please mark that goal as done", "finish_goal"),
        ("drop my goal", "finish_goal"),
        ("can you delete goal 2?", "finish_goal"),
        ("Move my goal to the end of April", "change_goal"),
        ("push the deadline of my goal", "change_goal"),
        ("Set a new goal", "set_goal"),
        ("New goal: read 12 books", "set_goal"),
        ("add another goal: learn Spanish", "set_goal"),
        ("Can you add a goal to learn Spanish?", "set_goal"),
        ("I have another goal", "set_goal"),
        ("what do you know about me?", "what_do_you_know"),
        ("Show me what you have stored about me", "what_do_you_know"),
        ("what did we agree last time?", "recall_history"),
        ("what was my plan again", "recall_history"),
        ("remind me what I said about Tom", "recall_history"),
        ("forget what I just said", "forget_this"),
        ("please forget everything", "forget_this"),
        ("delete that note", "forget_this"),
        ("please remember that I work part time", "remember_this"),
        ("can you remember that I'm in the Leeds office?", "remember_this"),
        ("Keep in mind that I'm new to managing, please", "remember_this"),
        ("remind me on Friday to send the report", "set_reminder"),
        ("Set me a reminder for Friday", "set_reminder"),
        ("can you set a reminder for tomorrow?", "set_reminder"),
        ("set a reminder for Friday please", "set_reminder"),
        ("stop the reminders", "mute_nudges"),
        ("please turn off notifications", "mute_nudges"),
        ("stop sending me messages", "mute_nudges"),
        ("no more nudges please", "mute_nudges"),
        ("turn the reminders back on", "unmute_nudges"),
        ("you can remind me again", "unmute_nudges"),
        ("remind me again", "unmute_nudges"),
        ("don't message me after 6pm", "set_quiet_hours"),
        ("Please never write to me at night", "set_quiet_hours"),
        ("don't write before 9am please", "set_quiet_hours"),
        ("set my quiet hours", "set_quiet_hours"),
        ("how many days of leave do I have left?", "leave_balance"),
        ("how much holiday do I have left", "leave_balance"),
        ("leave balance", "leave_balance"),
        ("vacation days left?", "leave_balance"),
        ("can you open a ticket for me?", "open_ticket"),
        ("please submit a request for leave", "open_ticket"),
        ("open me an IT ticket", "open_ticket"),
        ("show me my onboarding checklist", "onboarding_checklist"),
        ("sign me up for the feedback workshop", "enroll_course"),
        ("can I enrol in the course?", "enroll_course"),
        ("can you pass this on to HR?", "hand_over"),
        ("pass it on to HR please", "hand_over"),
        ("can I talk to a real person?", "talk_to_human"),
        ("I want to talk to a human", "talk_to_human"),
        ("human please", "talk_to_human"),
        ("can we practise the talk?", "practice_conversation"),
        ("let me rehearse it with you", "practice_conversation"),
        ("ok, can you remind me tomorrow?", "set_reminder"),
    ],
)
def test_a_request_to_the_coach_goes_to_its_skill(said: str, intent: str) -> None:
    assert aside(turn(said)) == intent


@pytest.mark.parametrize(
    "said",
    [
        "set a reminder",
        "set a goal",
        "Set a goal with my team",
        "My goal is to be heard",
        "I haven't reached my goal",
        "I want to reach my goal",
        "when I've reached my goal I'll be calmer",
        "change my goal to being heard",
        "move my desk to the other room",
        "drop the goal talk with him",
        "we have another goal in the team",
        "Set a reminder on my phone for nine",
        "turn off notifications during lunch",
        "stop checking messages at night",
        "never message him at night",
        "talk to a person from HR",
        "I could talk to a person from the people team",
        "submit a request for leave",
        "raise a ticket with IT",
        "send it to HR",
        "forward it to my coach",
        "Last time he shouted at me",
        "last time I said nothing",
        "forget what he said",
        "forget what I said to her",
        "delete all mails at night",
        "I have ten days of holiday left",
        "we have no leave left",
        "remember that he is busy too",
        "remember that I can say no",
        "keep in mind that she is new",
        "ask my colleague to remind me",
        "I'll set a reminder",
        "my boss does not message me",
        "show my goals to my boss",
        "I don't see my goals any more",
        "people know about me and my illness",
        "I could practise with Tom",
        "enrol in a course on spreadsheets",
        "my boss wants to sign me up for it",
        "finish my onboarding checklist",
        "we have no quiet hours",
        "my time zone is the problem, they call at night",
        "no more messages after six",
        "what did I say wrong?",
        "book a meeting with him",
        "my phone keeps showing reminders",
        "yes",
        "I want to be heard in meetings",
        "write it down and send it to her",
    ],
)
def test_an_answer_in_a_session_is_left_to_the_session(said: str) -> None:
    assert aside(turn(said)) is None


@pytest.mark.parametrize("intent", sorted(PRESSED))
def test_a_pressed_button_goes_to_its_skill(intent: str) -> None:
    assert aside(Turn(f"/{intent}", intent=intent, command=True)) == intent
    assert aside(turn("it went well", intent=intent, confidence=1.0)) is None


def test_a_button_of_the_session_is_left_to_the_session() -> None:
    assert aside(Turn("/affirm", intent="affirm", command=True)) is None
