import pytest
from rasa.shared.nlu.training_data.message import Message

from bot.components.familiarity_fallback import FamiliarityFallback


def top_intent(familiarity: float, confidence: float) -> str:
    fallback = FamiliarityFallback.create(
        {**FamiliarityFallback.get_default_config(), "threshold": 0.4, "ambiguity_threshold": 0.0},
        None,
        None,
        None,
    )
    ranking = [{"name": "greet", "confidence": confidence}, {"name": "help", "confidence": 0.01}]
    message = Message({"text": "x", "intent": ranking[0], "intent_ranking": ranking})
    message.set("familiarity", familiarity)
    (processed,) = fallback.process([message])
    return processed.get("intent")["name"]


@pytest.mark.parametrize(
    ("familiarity", "confidence", "intent"),
    [(0.5, 0.9, "greet"), (0.01, 0.9, "nlu_fallback"), (0.5, 0.2, "nlu_fallback"), (0.03, 0.4, "greet")],
)
def test_an_unsure_or_an_unfamiliar_message_falls_back(familiarity, confidence, intent) -> None:
    assert top_intent(familiarity, confidence) == intent


def test_a_pipeline_that_knows_no_familiarity_falls_back_as_rasa_does() -> None:
    config = {**FamiliarityFallback.get_default_config(), "threshold": 0.4, "ambiguity_threshold": 0.0}
    ranking = [{"name": "greet", "confidence": 0.9}, {"name": "help", "confidence": 0.1}]
    message = Message({"text": "x", "intent": ranking[0], "intent_ranking": ranking})

    (processed,) = FamiliarityFallback.create(config, None, None, None).process([message])

    assert processed.get("intent")["name"] == "greet"
