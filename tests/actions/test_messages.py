import pytest
from pydantic import ValidationError

from actions.messages import Button, Citation, Reply


def test_a_reply_comes_back_whole_from_the_json_it_is_stored_as() -> None:
    reply = Reply(
        kind="answer",
        text="Sag, was du gesehen hast. 👍 مرحبا",
        citations=(Citation(document="a.md", heading="Be specific", title="A"),),
        buttons=(Button(title="This helped", payload='/give_feedback_positive{"answer_id": "1"}'),),
        answer_id="1",
    )

    assert Reply.model_validate_json(reply.model_dump_json()) == reply


def test_a_reply_survives_the_way_through_rasa_where_defaults_are_left_out() -> None:
    reply = Reply(kind="answer", stream="abc")

    carried = reply.model_dump(mode="json", exclude_defaults=True)

    assert carried == {"kind": "answer", "stream": "abc"}
    assert Reply(**carried) == reply


@pytest.mark.parametrize("fields", [{"kind": "shout"}, {}, {"kind": "move", "mood": "good"}])
def test_a_reply_of_an_unknown_kind_or_with_unknown_fields_is_refused(fields: dict) -> None:
    with pytest.raises(ValidationError):
        Reply(**fields)


def test_a_reply_does_not_change_once_it_is_made() -> None:
    reply = Reply(kind="move", text="Hello")

    with pytest.raises(ValidationError):
        reply.text = "Goodbye"
