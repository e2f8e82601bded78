"""Rasa's actions, one skill a file: slots and messages in, replies and events out."""

from typing import Any

from rasa_sdk.executor import ActionExecutor
from rasa_sdk.interfaces import ActionExecutionRejection, ActionNotFoundException

from actions.skills.turn import as_meant


class Skills:
    """Every action of this package, behind Rasa's action-server protocol."""

    def __init__(self) -> None:
        self._executor = ActionExecutor()
        self._executor.register_package(__name__)

    def names(self) -> list[str]:
        """Returns the names of the registered actions."""
        return sorted(item.name for item in self._executor.list_actions())

    async def run(self, call: dict[str, Any]) -> tuple[int, dict[str, Any]]:
        """Runs the action that call names; returns the protocol's status code and body."""
        call = as_meant(call)
        try:
            result = await self._executor.run(call)
        except ActionExecutionRejection as error:
            return 400, {"error": error.message, "action_name": error.action_name}
        except ActionNotFoundException as error:
            return 404, {"error": error.message, "action_name": error.action_name}
        return 200, result.model_dump() if result else {}
