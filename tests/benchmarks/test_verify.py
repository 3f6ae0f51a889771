"""Finding passages by the hash of their words, beside a fuzzy search, which needs the words and proves nothing.

Without timing (as in CI) only the answers are compared. To measure:
make bench, or pytest tests/benchmarks/test_verify.py --benchmark-enable
"""

from __future__ import annotations

import random
import time
from collections.abc import Callable

import pytest
from pytest_benchmark.fixture import BenchmarkFixture
from rapidfuzz import fuzz

from pcgraph.model.passages import PROVED, word_hash, words
from pcgraph.validation.passages import Place, Text, state

PASSAGES, WORDS = 32, 1_000


def seconds(function: Callable[[], object]) -> float:
    start = time.perf_counter()
    function()
    return time.perf_counter() - start


def test_passages_are_found_by_their_hash(benchmark: BenchmarkFixture, request: pytest.FixtureRequest) -> None:
    rng = random.Random(3)
    vocabulary = [f"word{number}" for number in range(400)]
    said = [rng.choice(vocabulary) for _ in range(WORDS)]
    text = " ".join(said)
    starts = [rng.randrange(WORDS - 30) for _ in range(PASSAGES)]
    clauses = [" ".join(said[start : start + 24]) for start in starts]
    places = [Place("https://example.org/a#words=0", None, None, 24, word_hash(words(each))) for each in clauses]

    def by_hash() -> list[str]:
        page = Text(text)
        return [state(place, page)[0] for place in places]

    def by_likeness() -> list[float]:
        return [fuzz.partial_ratio_alignment(clause, text).score for clause in clauses]  # type: ignore[union-attr]

    assert benchmark.pedantic(by_hash, rounds=1) == [PROVED] * PASSAGES
    assert by_likeness() == [100.0] * PASSAGES
    if request.config.getoption("benchmark_enable"):
        ratio = seconds(by_likeness) / seconds(by_hash)
        benchmark.extra_info["speed beside a fuzzy search"] = ratio
        print(f"\nhash: {ratio:.2f} times as fast as a fuzzy search for the words")
