import pytest

from actions.coaching.acts import ACTS, ActClassifier
from knowledge.search.encoder import Encoder
from knowledge.settings import knowledge_settings


@pytest.fixture(scope="module")
def classifier() -> ActClassifier:
    return ActClassifier(Encoder(knowledge_settings().encoder).encode)


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("My manager keeps adding tickets after we have planned the sprint.", "tells"),
        ("I'd ask her for ten minutes before the review.", "tells"),
        ("How many days of parental leave do we get?", "asks_facts"),
        ("Show me my goals", "requests"),
        ("What would you advise me to do about him?", "asks_advice"),
        ("You have asked me this twice already.", "doubts"),
        ("Yes, I like this plan, thanks.", "accepts"),
        ("Please make the check-in Thursday instead.", "wants_change"),
        ("I can't think of anything.", "unsure"),
        ("I have to go to a meeting, can we go on later?", "pauses"),
        ("Let's end this here.", "stops"),
        ("Did you watch the game on Sunday?", "off_topic"),
    ],
)
def test_what_a_turn_does_is_heard_in_words_that_were_never_learned(
    classifier: ActClassifier, text: str, act: str
) -> None:
    acts = classifier.acts(text)
    assert max(acts, key=lambda name: acts[name]) == act


def test_every_act_has_a_likelihood_and_together_they_are_one(classifier: ActClassifier) -> None:
    acts = classifier.acts("Well, it was Tuesday.")
    assert tuple(acts) == ACTS
    assert sum(acts.values()) == pytest.approx(1, abs=1e-4)


def test_typographic_apostrophes_change_nothing(classifier: ActClassifier) -> None:
    assert classifier.acts("I’d rather stop.") == pytest.approx(classifier.acts("I'd rather stop."))
