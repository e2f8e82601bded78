import pytest

from actions.coaching.changed_words import LONGEST, Change, change_in, deletes_it, keeps_it, new_words


@pytest.mark.parametrize(
    ("said", "text"),
    [
        ("change that to I'm preparing for the group-lead role", "I'm preparing for the group-lead role"),
        ("can you change that note to I'm a planner", "I'm a planner"),
        ("that's wrong, I work in Leeds", "I work in Leeds"),
        ("that isn't true anymore, I moved to marketing", "I moved to marketing"),
        ("you got that wrong, I have two teams", "I have two teams"),
        ("correction: I lead two teams", "I lead two teams"),
        ("it should say I have two kids", "I have two kids"),
        ("that has changed, I live in York", "I live in York"),
        ("I moved to the Leeds office, please update that", "I moved to the Leeds office"),
        ("no, I work in Hamburg, please correct that", "I work in Hamburg"),
        ("I no longer work nights, please change that in your notes", "I no longer work nights"),
        ("It is not any more correct, I am working now in Lyon", "I am working now in Lyon"),
        ("change that", ""),
        ("that's wrong", ""),
        ("I want to change something you remember", ""),
    ],
)
def test_that_is_changed_to_what_is_said_of_it(said: str, text: str) -> None:
    assert change_in(said) == Change(text=text)


@pytest.mark.parametrize(
    ("said", "place", "text"),
    [
        ("change note 2 to I work from home on Mondays", 2, "I work from home on Mondays"),
        ("change note 2 to no calls before nine", 2, "no calls before nine"),
        ("note 2 should be I work nights", 2, "I work nights"),
        ("make note 2 say I speak Spanish", 2, "I speak Spanish"),
        ("note 1 is wrong", 1, ""),
        ("edit note 3", 3, ""),
        ("rewrite the second note", 2, ""),
        ("change the last note to I work nights", -1, "I work nights"),
        ("chnge note 1", 1, ""),
    ],
)
def test_a_note_can_be_named_by_its_place_in_the_list(said: str, place: int, text: str) -> None:
    assert change_in(said) == Change(place=place, text=text)


@pytest.mark.parametrize(
    ("said", "about", "text"),
    [
        ("change the note about mornings to I prefer evenings", "mornings", "I prefer evenings"),
        ("change the note on my talk to Tom to I talk to Anna", "my talk to Tom", "I talk to Anna"),
        ("the note about my office is wrong, I work in Leeds", "my office", "I work in Leeds"),
        ("what you noted about my boss is not right, her name is Ada", "my boss", "her name is Ada"),
        ('please replace "I work in London" with "I work in Leeds"', "I work in London", "I work in Leeds"),
        ("my role has changed, I'm a group lead now", "my role", "I'm a group lead now"),
        ("my role has changed, update it", "my role", ""),
        ("correct the note about my boss", "my boss", ""),
        ("you've got my job title wrong in your notes", "my job title", ""),
    ],
)
def test_a_note_can_be_named_by_what_it_is_about(said: str, about: str, text: str) -> None:
    assert change_in(said) == Change(about=about, text=text)


@pytest.mark.parametrize(
    ("said", "text"),
    [
        ("change my office to Leeds", "my office: Leeds"),
        ("change my manager's name to Ines", "my manager's name: Ines"),
        ("fix the thing about my hours, it's 9 to 5", "my hours: 9 to 5"),
        ("you have my office wrong, it's Leeds", "my office: Leeds"),
        ("Please modify the information about my department to Finance.", "my department: Finance"),
    ],
)
def test_a_word_that_says_nothing_alone_keeps_what_it_is_said_of(said: str, text: str) -> None:
    assert change_in(said).text == text


@pytest.mark.parametrize(
    ("said", "text"),
    [
        ("update what you know: I'm a team lead now", "I'm a team lead now"),
        ("update your memory, I have a new boss called Ravi", "I have a new boss called Ravi"),
        ("what you know about me is outdated, I'm a manager now", "I'm a manager now"),
        ("can you correct what you know about me", ""),
    ],
)
def test_all_that_is_known_can_be_brought_up_to_date(said: str, text: str) -> None:
    assert change_in(said) == Change(text=text, whole=True)


def test_a_very_long_message_takes_no_long_time_and_is_no_longer_than_it_may_be() -> None:
    assert len(change_in("change that to " + "I work, " * 500).text) <= LONGEST


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ("I'm preparing for the group-lead role", "I'm preparing for the group-lead role"),
        ("It should say I work in Leeds", "I work in Leeds"),
        ("no, I work in Leeds", "I work in Leeds"),
        ("change it to my boss is Ada", "my boss is Ada"),
        ("please remember that I work nights", "I work nights"),
        ("“no calls before nine”", "no calls before nine"),
        ("Leeds", "Leeds"),
    ],
)
def test_an_answer_is_taken_without_what_leads_to_it(said: str, words: str) -> None:
    assert new_words(said) == words


@pytest.mark.parametrize(
    "said",
    [
        "no",
        "leave it",
        "Leave it as it is.",
        "no thanks, keep it",
        "cancel",
        "never mind",
        "forget it",
        "don't change it",
        "it's fine",
        "ok leave it then",
    ],
)
def test_whoever_wants_a_note_left_alone_has_it_left_alone(said: str) -> None:
    assert keeps_it(said)
    assert not deletes_it(said)


@pytest.mark.parametrize(
    "said",
    ["no, I work in Leeds", "keep meetings short", "stop at five every day", "nothing after six", "yes"],
)
def test_a_note_that_begins_like_a_no_is_none(said: str) -> None:
    assert not keeps_it(said)


@pytest.mark.parametrize("said", ["delete it", "please remove that note", "no, delete it instead"])
def test_a_note_can_be_deleted_in_place_of_a_change(said: str) -> None:
    assert deletes_it(said)
    assert not keeps_it(said)
