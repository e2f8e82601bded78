"""Rasa's fallback, which also steps in where a message is like nothing that was trained."""

from __future__ import annotations

from typing import Any, Dict, List, Text, Type

from rasa.engine.graph import ExecutionContext
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.nlu.classifiers.classifier import IntentClassifier
from rasa.nlu.classifiers.fallback_classifier import FallbackClassifier
from rasa.shared.nlu.training_data.message import Message

FAMILIARITY = "familiarity"


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, is_trainable=False)
class FamiliarityFallback(FallbackClassifier):
    """Predicts nlu_fallback below a confidence, or below a familiarity (CalibratedIntentClassifier)."""

    @classmethod
    def required_components(cls) -> List[Type]:
        """Needs an intent classifier before it."""
        return [IntentClassifier]

    @staticmethod
    def get_default_config() -> Dict[Text, Any]:
        """Returns Rasa's defaults and the familiarity that three in a hundred known messages stay below."""
        return {**FallbackClassifier.get_default_config(), FAMILIARITY: 0.03}

    @classmethod
    def create(
        cls,
        config: Dict[Text, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> "FamiliarityFallback":
        """Creates the component (see Rasa's GraphComponent)."""
        return cls(config)

    def _should_fallback(self, message: Message) -> bool:
        unfamiliar = message.get(FAMILIARITY, 1.0) < self.component_config[FAMILIARITY]
        return unfamiliar or super()._should_fallback(message)
