"""Common English words. Whoever writes one means it: it is no misspelt name."""

from __future__ import annotations

import re
from collections.abc import Collection
from functools import cache
from importlib.resources import files

ENDING = re.compile("(i?e?s|i?ed|ing|ly|i?er|i?est|ment|ness)$")
DOUBLE = re.compile(r"(.)\1$")  # running
MOST_SHARED = 9


def is_common(word: str, words: Collection[str] | None = None) -> bool:
    """Return whether a word, in small letters, or what it is an inflection of is in the list.

    >>> is_common("debt"), is_common("parties"), is_common("running"), is_common("lumne")
    (True, True, True, False)
    """
    ending = ENDING.search(word)
    base = word[: ending.start()] if ending else word
    has_y = ending is not None and ending[0][0] == "i"  # parties, carrying; not "universites"
    forms = (word, base, base + "e", base + "y" * has_y, DOUBLE.sub(r"\1", base)) if len(base) > 2 else (word,)
    known = common_words() if words is None else words
    return any(form in known for form in forms)


@cache
def common_words() -> frozenset[str]:
    """Return the list, without inflections; see `common_words.txt`."""
    return frozenset((files("pcgraph.model") / "common_words.txt").read_text(encoding="utf-8").split())


@cache
def packed() -> str:
    """Return the list for a page: each word as the number of letters that it shares with the last, and the rest."""
    parts, last = [], ""
    for word in sorted(common_words()):
        shared = 0
        while shared < MOST_SHARED and word[: shared + 1] == last[: shared + 1] and shared < len(last):
            shared += 1
        parts.append(f"{shared}{word[shared:]}")
        last = word
    return "".join(parts)
