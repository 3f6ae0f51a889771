"""The number of natural calls in each file: none may be lost, skipped or expected to fail."""

from __future__ import annotations

from pathlib import Path

import pytest

HERE = Path(__file__).parent
NUMBERS = {"test_sparql.py": 40, "test_command_line.py": 30, "test_python.py": 30, "test_wrong_guesses.py": 20}


@pytest.mark.parametrize(("file", "number"), NUMBERS.items())
def test_number_of_calls(request: pytest.FixtureRequest, file: str, number: int) -> None:
    module = pytest.Module.from_parent(request.node.parent.parent, path=HERE / file)
    calls = list(request.session.genitems(module))
    assert len({call.nodeid for call in calls}) == len(calls) == number
    assert not [call for call in calls if {"skip", "skipif", "xfail"} & {mark.name for mark in call.iter_markers()}]
