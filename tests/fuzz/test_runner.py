"""The fuzzers' runner: it tells a refusal from a fault, and the same seed makes the same cases."""

from __future__ import annotations

import random

import pytest

from fuzz import runner
from pcgraph.errors import InvalidInput, UsageError


def draw(rng: random.Random) -> int:
    return rng.randrange(1000)


@pytest.mark.parametrize("error", [UsageError("where: what; expected this; do that"), InvalidInput(["one", "two"])])
def test_a_refusal_is_no_fault(error: Exception) -> None:
    def run(_: int) -> None:
        raise error

    assert runner.fuzz(draw, run, seconds=0) == 1


@pytest.mark.parametrize("error", [ValueError("x"), RecursionError(), InvalidInput("a\nb"), UsageError(" ")])
def test_anything_else_is_one_and_names_its_case(error: Exception) -> None:
    def run(case: int) -> None:
        if len(seen) == 3:
            raise error
        seen.append(case)

    seen: list[int] = []
    with pytest.raises(AssertionError, match="seed 7, case 3: "):
        runner.fuzz(draw, run, seconds=60, seed=7)


def test_the_same_seed_makes_the_same_cases(monkeypatch: pytest.MonkeyPatch) -> None:
    def cases(seed: int) -> list[int]:
        found: list[int] = []
        with pytest.raises(AssertionError):
            runner.fuzz(draw, lambda case: found.append(case) if len(found) < 9 else 1 / 0, seconds=60, seed=seed)
        return found

    assert cases(1) == cases(1) != cases(2)
    fifth = cases(1)[5]
    monkeypatch.setattr(runner, "CASE", "5")
    alone: list[int] = []
    assert runner.fuzz(draw, alone.append, seconds=0, seed=1) == 6
    assert alone == [fifth]
