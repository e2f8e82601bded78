"""The strict check of the writer, measured on planted false sentences and on faithful ones."""

import pytest

from knowledge.ingest.passages import Passage
from knowledge.writing.notes import Note
from knowledge.writing.retelling import repeats, retells
from knowledge.writing.writer import Tally, Writer
from tests.knowledge.scripted_engine import ScriptedEngine

CARRY = "You may carry up to five unused days into the next year, and must take them by 30 June."
AHEAD = "Ask at least one week ahead for one to four days, and four weeks ahead for five days or more."
ANSWERS = "Your manager answers within three working days."
ILL = "Tell your line manager by call or message before 09:30 local time on your first day of illness."
TRAVEL = 'Book travel only when the portal shows "Approved".'
REFUSES = "A manager who refuses must give a written reason and offer other dates."
URGENT = "Call a task urgent only when you can name the date and the cost of missing it."
TWO_MANAGERS = "If two managers want different things first, put both requests in one message to both people."
TOPICS = "Put the other person's topics first, because whatever comes last gets squeezed."
SAVE = "Do not save urgent problems or serious criticism for the next one-to-one; raise them within a day or two."
FEEDBACK = "Describe what you saw before you say what it did to the team."
CLASH = "Senior people can only settle a clash that they can see."
PARENTAL = "Your manager cannot refuse parental leave, and the People team confirms your dates within 10 working days."
RHYTHM = "Hold a one-to-one every week or every two weeks, for 30 to 45 minutes."
THANK = "Thank the person, state what you are already committed to, and offer what you can do."
LAPTOP = "The service desk replaces a broken laptop free of charge unless the damage was deliberate."
NOTES = "After the meeting, send your notes to everyone who took part."
PART_TIME = "Part-time employees get a proportional share, rounded up to the next half day."
FLIGHT = "Agree the dates with your manager before you book a flight."

QUESTIONS = {
    CARRY: "What happens to holiday I do not take?",
    AHEAD: "How early do I ask for holiday?",
    ANSWERS: "When do I hear back about my holiday?",
    ILL: "I am ill, whom do I tell?",
    TRAVEL: "Can I book my trip now?",
    REFUSES: "Can my manager say no to my holiday?",
    URGENT: "Everything seems urgent, what first?",
    TWO_MANAGERS: "My two bosses want different things",
    TOPICS: "How do I set the agenda together?",
    SAVE: "What belongs in a one-to-one?",
    FEEDBACK: "How do I give feedback?",
    CLASH: "My two bosses want different things",
    PARENTAL: "Can they refuse my parental leave?",
    RHYTHM: "How often should we meet?",
    THANK: "How do I say no?",
    LAPTOP: "My laptop broke",
    NOTES: "What do I do with my notes?",
    PART_TIME: "I work three days a week, how much holiday?",
    FLIGHT: "When can I book my flight?",
}

# Each with the note that it claims to retell.
FALSE = {
    "number": [
        (CARRY, "You may carry up to six unused days into the next year, and must take them by 30 June."),
        (CARRY, "Up to five unused days may go into the next year, but you must take them by 31 July."),
        (
            AHEAD,
            "Ask at least two weeks ahead for one to four days, and four weeks ahead for five days or more.",
        ),
        (
            AHEAD,
            "Ask at least four weeks ahead for one to four days, and one week ahead for five days or more.",
        ),
        (ANSWERS, "Your manager answers within five working days."),
        (ANSWERS, "Your manager answers within three working weeks."),
        (
            ILL,
            "Tell your line manager by call or message before 10:30 local time on your first day of illness.",
        ),
        (
            PARENTAL,
            "Your manager cannot refuse parental leave, and the People team confirms your dates within 12 working days.",
        ),
        (RHYTHM, "Hold a one-to-one every week or every two weeks, for 30 to 60 minutes."),
        (
            SAVE,
            "Do not save urgent problems or serious criticism for the next one-to-one; raise them within a week.",
        ),
    ],
    "actor": [
        (ANSWERS, "Your department head answers within three working days."),
        (
            ILL,
            "Tell the People team by call or message before 09:30 local time on your first day of illness.",
        ),
        (
            PARENTAL,
            "The People team cannot refuse parental leave, and your manager confirms your dates within 10 working days.",
        ),
        (REFUSES, "An employee who refuses must give a written reason and offer other dates."),
        (TOPICS, "Put your own topics first, because whatever comes last gets squeezed."),
        (CLASH, "You can only settle a clash that senior people can see."),
        (LAPTOP, "Your manager replaces a broken laptop free of charge unless the damage was deliberate."),
        (
            TWO_MANAGERS,
            "If two colleagues want different things first, put both requests in one message to both people.",
        ),
        (PART_TIME, "Full-time employees get a proportional share, rounded up to the next half day."),
        (NOTES, "After the meeting, everyone who took part sends you their notes."),
    ],
    "negation": [
        (
            PARENTAL,
            "Your manager can refuse parental leave, and the People team confirms your dates within 10 working days.",
        ),
        (
            SAVE,
            "Save urgent problems or serious criticism for the next one-to-one; raise them within a day or two.",
        ),
        (
            SAVE,
            "Do not raise urgent problems or serious criticism within a day or two; save them for the next one-to-one.",
        ),
        (ANSWERS, "Your manager does not answer within three working days."),
        (
            CARRY,
            "You may not carry up to five unused days into the next year, and must take them by 30 June.",
        ),
        (CLASH, "Senior people cannot settle a clash that they can see."),
        (NOTES, "After the meeting, do not send your notes to everyone who took part."),
        (TOPICS, "Never put the other person's topics first, because whatever comes last gets squeezed."),
        (
            LAPTOP,
            "The service desk never replaces a broken laptop free of charge unless the damage was deliberate.",
        ),
    ],
    "condition dropped": [
        (TRAVEL, "Book your travel in the portal."),
        (URGENT, "Call a task urgent when you can name the date."),
        (URGENT, "You can name the date and the cost of missing an urgent task."),
        (TWO_MANAGERS, "Put both requests in one message to both people."),
        (LAPTOP, "The service desk replaces a broken laptop free of charge."),
        (NOTES, "Send your notes to everyone who took part."),
        (REFUSES, "A manager must give a written reason and offer other dates."),
        (ILL, "Tell your line manager by call or message before 09:30 local time."),
        (CLASH, "Senior people can settle a clash."),
        (AHEAD, "Ask at least one week ahead, and four weeks ahead for five days or more."),
    ],
    "limit": [
        (CARRY, "You may carry at least five unused days into the next year, and must take them by 30 June."),
        (CARRY, "You may carry five unused days into the next year, and must take them by 30 June."),
        (
            AHEAD,
            "Ask at most one week ahead for one to four days, and four weeks ahead for five days or more.",
        ),
        (ANSWERS, "Your manager answers after three working days."),
        (TRAVEL, 'Always book travel when the portal shows "Approved".'),
        (URGENT, "Call every task urgent when you can name the date and the cost of missing it."),
        (
            PARENTAL,
            "Your manager cannot refuse parental leave, and the People team confirms your dates in more than 10 working days.",
        ),
        (RHYTHM, "Hold a one-to-one every week or every two weeks, for over 30 to 45 minutes."),
        (PART_TIME, "Part-time employees get a proportional share, rounded down to the next half day."),
    ],
    "order": [
        (FEEDBACK, "Say what it did to the team before you describe what you saw."),
        (FEEDBACK, "Describe what you saw after you say what it did to the team."),
        (FEEDBACK, "Before you describe what you saw, say what it did to the team."),
        (
            ILL,
            "Tell your line manager by call or message after 09:30 local time on your first day of illness.",
        ),
        (NOTES, "Before the meeting, send your notes to everyone who took part."),
        (TOPICS, "Put the other person's topics last, because whatever comes first gets squeezed."),
        (FLIGHT, "Book a flight before you agree the dates with your manager."),
        (FLIGHT, "Agree the dates with your manager after you book a flight."),
    ],
    "modality": [
        (CARRY, "You must carry up to five unused days into the next year, and may take them by 30 June."),
        (CARRY, "You may carry up to five unused days into the next year, and may take them by 30 June."),
        (REFUSES, "A manager who refuses may give a written reason and offer other dates."),
        (REFUSES, "A manager who refuses should give a written reason and offer other dates."),
        (ANSWERS, "Your manager may answer within three working days."),
        (
            THANK,
            "You must thank the person, state what you are already committed to, and offer what you can do.",
        ),
        (FLIGHT, "You have to agree the dates with your manager before you book a flight."),
        (
            ILL,
            "You may tell your line manager by call or message before 09:30 local time on your first day of illness.",
        ),
    ],
    "invented": [
        (ANSWERS, "Your manager answers by email within three working days."),
        (
            CARRY,
            "You may carry up to five unused days into the next year, and must take them by 30 June or they are paid out.",
        ),
        (
            ILL,
            "Tell your line manager by call or message before 09:30 local time on your first day of illness, and send a certificate.",
        ),
        (
            TOPICS,
            "Put the other person's topics first, because research at Google shows that whatever comes last gets squeezed.",
        ),
        (
            RHYTHM,
            "Hold a one-to-one every week or every two weeks, for 30 to 45 minutes, in a quiet meeting room.",
        ),
        (
            THANK,
            "Thank the person, state what you are already committed to, and offer what you can do with a smile.",
        ),
        (
            LAPTOP,
            "The service desk replaces a broken laptop free of charge at your home unless the damage was deliberate.",
        ),
        (NOTES, "After the meeting, send your notes to everyone who took part and to the People team."),
        (
            PART_TIME,
            "Part-time employees get a proportional share, rounded up to the next half day and paid monthly.",
        ),
        (FLIGHT, "Agree the dates and the price with your manager before you book a flight."),
    ],
}

FAITHFUL = [
    (CARRY, "Up to five unused days may be carried into the next year, and you must take them by 30 June."),
    (CARRY, "You may take up to five unused days into the next year, but you must use them by 30 June."),
    (
        AHEAD,
        "For one to four days, ask at least one week ahead, and for five days or more, four weeks ahead.",
    ),
    (
        AHEAD,
        "You should ask at least one week ahead for one to four days, and four weeks ahead for five days or more.",
    ),
    (ANSWERS, "Within three working days, your manager answers."),
    (ANSWERS, "You get an answer from your manager within three working days."),
    (ILL, "On your first day of illness, call or message your line manager before 09:30 local time."),
    (ILL, "Call or message your line manager before 09:30 local time on the first day of your illness."),
    (TRAVEL, 'Only book travel when the portal shows "Approved".'),
    (TRAVEL, 'Book your travel only when you see "Approved" in the portal.'),
    (REFUSES, "If a manager refuses, they must give a written reason and offer other dates."),
    (REFUSES, "A manager who refuses must offer other dates and give a written reason."),
    (URGENT, "Only call a task urgent when you can name its date and the cost of missing it."),
    (URGENT, "Call a task urgent only if you can name the date and what the cost of missing it is."),
    (
        TWO_MANAGERS,
        "Put both requests in one message to both people if two managers want different things first.",
    ),
    (
        TWO_MANAGERS,
        "When two managers want different things first, send both people one message with both requests.",
    ),
    (TOPICS, "Whatever comes last gets squeezed, so put the other person's topics first."),
    (TOPICS, "Let the other person's topics come first, because whatever is last gets squeezed."),
    (
        SAVE,
        "Raise urgent problems or serious criticism within a day or two; do not save them for the next one-to-one.",
    ),
    (
        SAVE,
        "Urgent problems or serious criticism should not be saved for the next one-to-one; raise them within a day or two.",
    ),
    (FEEDBACK, "Before you say what it did to the team, describe what you saw."),
    (FEEDBACK, "Start by describing what you saw before you say what it did to the team."),
    (CLASH, "A clash can only be settled by senior people if they can see it."),
    (CLASH, "Only a clash that senior people can see can be settled by them."),
    (
        PARENTAL,
        "Parental leave cannot be refused by your manager, and the People team confirms your dates within 10 working days.",
    ),
    (RHYTHM, "Every week or every two weeks, hold a one-to-one for 30 to 45 minutes."),
    (THANK, "Thank the person, say what you are already committed to, and offer what you can do."),
    (LAPTOP, "Unless the damage was deliberate, the service desk replaces a broken laptop free of charge."),
    (NOTES, "Send your notes to everyone who took part after the meeting."),
    (PART_TIME, "Part-time employees get a share that is proportional, rounded up to the next half day."),
]


def passes(note: str, sentence: str) -> bool:
    return retells(sentence, note, context=QUESTIONS[note]).supported


def shown(note: str, draft: str) -> bool:
    """Says whether the writer shows the draft itself, and not its note instead."""
    answer = Writer(ScriptedEngine([draft])).write(
        QUESTIONS[note], [Note(note, Passage("page.md", "Page", (), note))], Tally()
    )
    return next(answer).text == draft


def through(*kinds: str) -> list[str]:
    return [sentence for kind in kinds for note, sentence in FALSE[kind] if shown(note, sentence)]


# Measured: 2 of 74, the two conditions of one sentence swapped, and one of them dropped.
def test_at_most_one_in_twenty_planted_false_sentences_is_shown() -> None:
    planted = sum(map(len, FALSE.values()))
    wrong = through(*FALSE)
    assert planted >= 60
    assert len(wrong) <= 0.05 * planted, "\n".join(wrong)


def test_no_limit_is_changed_and_nothing_is_invented() -> None:
    # Measured: 0 of 19.
    assert through("limit", "invented") == []


def test_of_free_retellings_few_may_be_shown() -> None:
    # Measured: 4 of 30. A looser check kept 14, and let one in eight of the small writer's own sentences
    # through that a reader found wrong; what is refused is quoted, which is true if plain.
    passed = [sentence for note, sentence in FAITHFUL if passes(note, sentence)]
    assert len(FAITHFUL) == 30
    assert len(passed) >= 4


@pytest.mark.parametrize("note", list(QUESTIONS))
def test_a_note_retells_and_repeats_itself(note: str) -> None:
    assert passes(note, note)
    assert repeats(note, note)


@pytest.mark.parametrize(("note", "sentence"), FAITHFUL[:1] + FAITHFUL[8:9] + FAITHFUL[16:17])
def test_a_sentence_in_other_words_is_no_repetition(note: str, sentence: str) -> None:
    assert not repeats(sentence, note)


MOVES = [
    ("Open first if you know the subject well.", "If you know the subject well, open first."),
    (
        "Mark the lines where you have no example yet, because your manager will notice them too.",
        "Because your manager will notice them too, mark the lines where you have no example yet.",
    ),
    ("Holiday goes on adding up during sick leave.", "During sick leave, holiday goes on adding up."),
    ("Press the button, and do not reply.", "Make sure to press the button, and do not reply."),
]


@pytest.mark.parametrize(("note", "sentence"), MOVES)
def test_one_clause_or_phrase_may_move_as_a_whole(note: str, sentence: str) -> None:
    assert retells(sentence, note).supported


TORN = [
    # Written by the model, let through by an earlier check, and found wrong by a reader.
    (
        "If the person lacks authority, say exactly what they may decide.",
        "Make sure to say exactly what they may decide if the person lacks authority.",
    ),
    (
        "Do not take back a true message just to ease the discomfort.",
        "Just to ease the discomfort, do not take back a true message.",
    ),
    (
        "A trial on one product for three weeks costs a doubter little.",
        "For three weeks, a trial on one product costs a doubter little.",
    ),
    (
        "Let the customer finish before you explain, correct or defend anything.",
        "Before you explain, let the customer finish, correct or defend anything.",
    ),
    (
        "A mentor does not set your tasks, judge your performance or solve your conflicts for you.",
        "For a mentor to do not set your tasks, they judge your performance or solve your conflicts.",
    ),
    (
        "With a colleague you do not manage, talk only about the effect on your shared work.",
        "Talk only about the effect on your shared work with a colleague, because you do not manage.",
    ),
    (
        "Grant and Gino also found that thanks worked because helpers felt valued by other people.",
        "Because helpers felt valued by other people, Grant and Gino also found that thanks worked.",
    ),
    (
        "Using coaching questions when you have already decided feels like a trick, so state your decision instead.",
        "When you have already decided feels like a trick, so state your decision instead, using coaching questions.",
    ),
    (
        "Start a booking 10 working days before departure.",
        "Before departure, start a booking 10 working days.",
    ),
    (
        "Name the weakness in the data that could change the decision, and say what would settle it.",
        "In the data that could change the decision, name the weakness, and say what would settle it.",
    ),
    (
        "Choose one important email, and find the sentence that says what you want.",
        "Find the sentence that says what you want, and choose one important email.",
    ),
    (
        "Walk away politely if the offer stays below your limit, and say what would bring you back.",
        "If the offer stays below your limit, and say what would bring you back, walk away politely.",
    ),
    (
        "Every password has at least 14 characters and is used for one account only.",
        "For one account only, every password has at least 14 characters and is used.",
    ),
    (
        "Long introductions make the other person more nervous, not less.",
        "Make the other person more nervous, not less, by long introductions.",
    ),
    (
        "Let everyone write two or three possible team goals alone.",
        "Make sure to write two or three possible team goals alone.",
    ),
    (
        "List the small jobs, such as notes and gifts.",
        "Such as notes and gifts, list the small jobs.",
    ),
    (
        "Ask for a small step rather than for full agreement.",
        "Rather than for full agreement, ask for a small step.",
    ),
    (
        'Set a limit before you start: "Two hours for these slides."',
        'Before you start, set a limit, because "Two hours for these slides."',
    ),
]


@pytest.mark.parametrize(("note", "sentence"), TORN)
def test_a_move_that_changes_steps_scope_or_who_is_told_is_refused(note: str, sentence: str) -> None:
    assert not retells(sentence, note).supported
