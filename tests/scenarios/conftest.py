"""One running coach for all scenarios: starting it takes longest."""

from collections.abc import Iterator

import pytest

from tests.scenarios.processes import RunningCoach, running_coach


@pytest.fixture(scope="session")
def coach(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningCoach]:
    with running_coach(tmp_path_factory.mktemp("home")) as running:
        yield running


@pytest.fixture(autouse=True)
def _scenario(request: pytest.FixtureRequest) -> None:
    request.node.add_marker(pytest.mark.scenario)
