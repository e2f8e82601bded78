"""Times and durations in plain English as entities, without a service or a model."""

from __future__ import annotations

import logging
from datetime import datetime
from typing import Any, Dict, List, Text

from dateutil import tz
from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.nlu.extractors.extractor import EntityExtractorMixin
from rasa.shared.nlu.constants import ENTITIES, METADATA, TEXT
from rasa.shared.nlu.training_data.message import Message

from bot.times.expression import find

logger = logging.getLogger(__name__)


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.ENTITY_EXTRACTOR, is_trainable=False)
class TimeExpressions(GraphComponent, EntityExtractorMixin):
    """Finds "time" and "duration", their values in ISO 8601, by the employee's clock.

    A message's metadata may name that clock, such as "timezone": "Europe/Paris"; else this machine's counts.
    """

    @classmethod
    def create(
        cls,
        config: Dict[Text, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> "TimeExpressions":
        """Creates the component (see Rasa's GraphComponent)."""
        return cls()

    def process(self, messages: List[Message]) -> List[Message]:
        """Adds the times and durations of its text to each message's entities."""
        for message in messages:
            text = message.get(TEXT) or ""
            found = [expression._asdict() for expression in find(text, _now(message))]
            entities = message.get(ENTITIES, []) + self.add_extractor_name(found)
            message.set(ENTITIES, entities, add_to_output=True)
        return messages


def _now(message: Message) -> datetime:
    name = (message.get(METADATA) or {}).get("timezone")
    zone = tz.gettz(name) if isinstance(name, str) and name else tz.tzlocal()
    if zone is None:
        logger.warning("a message names a time zone that is not known here; this machine's clock counts")
    zone = zone or tz.tzlocal()
    # Development mode sets the clock of a message.
    at = (message.get(METADATA) or {}).get("at")
    return datetime.fromisoformat(at).astimezone(zone) if isinstance(at, str) and at else datetime.now(zone)
