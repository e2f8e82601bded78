from pathlib import Path

import pytest

from benchmarks.annomi import COLUMNS, FITTING_COLUMNS, read_coach_turns
from benchmarks.fidelity import agreement, measure_fidelity
from knowledge.errors import LibraryError

HEADER = ",".join(COLUMNS)
DIALOGUES = f"""{HEADER}
0,0,therapist,Hello. Thanks for coming in.,other
0,1,client,"My teammate keeps missing deadlines, and I get blamed.",n/a
0,2,therapist,"You're the one who gets blamed, and that feels unfair.",question
0,2,therapist,"You're the one who gets blamed, and that feels unfair.",reflection
0,2,therapist,"You're the one who gets blamed, and that feels unfair.",reflection
0,3,client,Yes.,n/a
0,4,therapist,What have you said to him so far?,question
2,0,therapist,"Some people write down what they saw, and doctors say that it can help to wait for a day.",therapist_input
"""


def written(folder: Path, text: str) -> Path:
    file = folder / "dialogues.csv"
    file.write_text(text, encoding="utf-8")
    return file


def test_the_shipped_classifier_is_measured_on_each_behaviour(tmp_path: Path) -> None:
    figures = measure_fidelity(written(tmp_path, DIALOGUES))
    assert figures == {
        "macro_f1": 1.0,
        "per_class": {"reflection": 1.0, "question": 1.0, "therapist_input": 1.0, "other": 1.0},
    }


def test_an_utterance_counts_once_with_the_label_that_most_experts_gave_it(tmp_path: Path) -> None:
    turns = read_coach_turns(written(tmp_path, DIALOGUES))
    assert [turn.label for turn in turns] == ["other", "reflection", "question", "therapist_input"]


def test_the_turn_before_never_comes_from_another_dialogue(tmp_path: Path) -> None:
    turns = read_coach_turns(written(tmp_path, DIALOGUES))
    assert [turn.before[:10] for turn in turns] == ["", "My teammat", "Yes.", ""]


def test_fitting_reads_what_a_turn_contains_and_how_deep_a_reflection_goes(tmp_path: Path) -> None:
    lines = [
        f"{HEADER},{','.join(FITTING_COLUMNS)}",
        "0,0,therapist,So you wait. How long?,reflection,True,True,False,simple",
        "0,1,therapist,You would rather be asked.,reflection,True,False,False,complex",
        "0,2,therapist,Okay.,other,False,False,False,n/a",
    ]
    turns = read_coach_turns(written(tmp_path, "\n".join(lines)), fitting=True)
    assert turns[0].contains == {"reflection", "question"}
    assert [turn.is_complex for turn in turns] == [False, True, None]


@pytest.mark.parametrize("column", COLUMNS)
def test_a_missing_column_is_named(tmp_path: Path, column: str) -> None:
    file = written(tmp_path, DIALOGUES.replace(column, "something_else"))
    with pytest.raises(LibraryError, match=rf"dialogues\.csv: the column '{column}' is missing"):
        measure_fidelity(file)


def test_fitting_names_the_column_that_it_needs_besides(tmp_path: Path) -> None:
    with pytest.raises(LibraryError, match="the column 'reflection_exists' is missing"):
        read_coach_turns(written(tmp_path, DIALOGUES), fitting=True)


@pytest.mark.parametrize("text", ["", f"{HEADER}\n"])
def test_an_empty_file_is_refused_in_one_line(tmp_path: Path, text: str) -> None:
    with pytest.raises(LibraryError, match="holds no utterance") as caught:
        measure_fidelity(written(tmp_path, text))
    assert "\n" not in str(caught.value)


def test_a_file_without_a_labelled_therapist_is_refused(tmp_path: Path) -> None:
    with pytest.raises(LibraryError, match="no therapist utterance is labelled"):
        read_coach_turns(written(tmp_path, f"{HEADER}\n0,0,client,Hello.,n/a\n"))


def test_a_file_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(LibraryError, match="cannot be read"):
        measure_fidelity(tmp_path / "nowhere.csv")


def test_a_behaviour_that_is_never_found_counts_nothing() -> None:
    figures = agreement(["other", "question"], ["other", "other"])
    assert figures["per_class"]["question"] == 0
    assert figures["macro_f1"] == round((2 / 3) / 4, 3)
