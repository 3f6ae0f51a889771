"""Random inputs until the time is over: each is taken, or refused by an error of ours with one line for each fault.

FUZZ_SECONDS is the time for each target, FUZZ_SEED the seed. A failure names the number of its case; FUZZ_CASE=NUMBER
runs that one alone. Where a number of cases is to be run, FUZZ_CASES is that number.
"""

from __future__ import annotations

import math
import os
import random
import time
from collections.abc import Callable
from itertools import count
from typing import TypeVar

from pcgraph.errors import PcgraphError

SECONDS = float(os.environ.get("FUZZ_SECONDS", "2"))
SEED = int(os.environ.get("FUZZ_SEED", "1"))
CASE = os.environ.get("FUZZ_CASE")
CASES = os.environ.get("FUZZ_CASES")

Case = TypeVar("Case")


def fuzz(
    make: Callable[[random.Random], Case],
    run: Callable[[Case], object],
    *,
    seconds: float = SECONDS,
    seed: int = SEED,
    cases: int | None = None,
) -> int:
    """Make cases and run them; return how many.

    Parameters
    ----------
    make : function of random.Random
        Returns one case; the same random numbers, the same case.
    run : function of a case
        Returns, or raises a `PcgraphError`. Anything else that it raises is a fault.
    seconds : float
        No case begins later; there is one at least.
    seed : int
    cases : int, optional
        How many, whatever time they take, if FUZZ_CASES does not say another number.
    """
    if cases is not None:
        seconds, cases = math.inf, int(CASES or cases)
    end = time.monotonic() + seconds
    for number in (count() if cases is None else range(cases)) if CASE is None else [int(CASE)]:
        case = make(random.Random(f"{seed}, {number}"))
        try:
            run(case)
        except PcgraphError as error:
            for line in getattr(error, "faults", (str(error),)):
                assert line.strip(), f"seed {seed}, case {number}: an error says nothing: {case!r:.2000}"
                assert "\n" not in line, f"seed {seed}, case {number}: {line!r} is more than one line: {case!r:.2000}"
        except Exception as error:
            raise AssertionError(
                f"seed {seed}, case {number}: {error!r} is no error of ours: {case!r:.2000}"
            ) from error
        if time.monotonic() > end:
            break
    return number + 1
