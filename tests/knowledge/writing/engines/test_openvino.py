from pathlib import Path

import pytest

from knowledge.errors import WriterError
from knowledge.writing.engines.openvino import OpenVINOEngine
from knowledge.writing.prompt import messages, note

NOTE = "Ask your department head in writing at least six months ahead."
CHAT = messages("How do I ask for a sabbatical?", [], note(NOTE))


def test_the_packaged_writer_says_a_note_in_one_line(engine) -> None:
    said = engine.complete(CHAT, 60)
    assert said
    assert "\n" not in said
    assert "<|" not in said
    assert "six months" in said


def test_the_same_chat_gets_the_same_sentence(engine) -> None:
    assert engine.complete(CHAT, 20) == engine.complete(CHAT, 20)


def test_no_more_tokens_are_written_than_asked_for(engine) -> None:
    whole, cut = engine.complete(CHAT, 60), engine.complete(CHAT, 3)
    assert whole.startswith(cut)
    assert len(cut) < len(whole)


def test_its_name_says_engine_and_model(engine) -> None:
    assert engine.name == "openvino:writer"


def test_its_speed_can_be_measured(engine) -> None:
    assert engine.speed(CHAT, 4) > 0


def test_a_missing_model_is_named() -> None:
    with pytest.raises(WriterError, match=r"no model at /nowhere/model\.gguf"):
        OpenVINOEngine(Path("/nowhere/model.gguf"), 1)


@pytest.mark.parametrize("content", [b"", b"GGUF", b"this is no model" * 100])
def test_a_file_that_is_no_model_is_named(tmp_path, content: bytes) -> None:
    file = tmp_path / "model.gguf"
    file.write_bytes(content)
    with pytest.raises(WriterError, match="is no model that OpenVINO GenAI reads"):
        OpenVINOEngine(file, 1)


def test_a_folder_without_a_model_is_named(tmp_path) -> None:
    with pytest.raises(WriterError, match="is no model that OpenVINO GenAI reads"):
        OpenVINOEngine(tmp_path, 1)


def test_a_wished_beginning_begins_what_is_said(engine) -> None:
    assert engine.complete(CHAT, 20, "If you are late,").startswith("If you are late,")
