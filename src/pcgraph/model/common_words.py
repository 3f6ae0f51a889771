"""Common English words. Whoever writes one means it: it is no misspelt name."""

from __future__ import annotations

import re
from collections.abc import Collection
from functools import cache
from importlib.resources import files

ENDING = re.compile("(i?e?s|i?ed|ing|ly|i?er|i?est|ment|ness)$")
CUT = re.compile("(ing|ed|)$")
DOUBLE = re.compile(r"(.)\1$")  # running
MOST_SHARED = 9


def is_common(word: str, words: Collection[str] | None = None) -> bool:
    """Return whether a word, in small letters, or what it is an inflection of is in the list.

    >>> is_common("debt"), is_common("parties"), is_common("running"), is_common("lumne")
    (True, True, True, False)
    """
    known = common_words() if words is None else words
    return word in known or any(base in known for base in _bases(word, ENDING))


def uninflected(word: str, known: Collection[str], words: Collection[str]) -> str:
    """Return the known word in the list of which a word, or what is left of it, is an inflection, or the word itself.

    >>> known = {"close", "plan"}
    >>> [uninflected(word, known, known) for word in ("closing", "clos", "planned", "closer")]
    ['close', 'close', 'plan', 'closer']
    """
    base = next((each for each in (word, *_bases(word, CUT)) if each in words), word)
    return base if base in known else word


def _bases(word: str, endings: re.Pattern[str]) -> tuple[str, ...]:
    ending = endings.search(word)
    base = word[: ending.start()] if ending else word
    has_y = ending is not None and ending[0] in ("ies", "ied", "ier", "iest")  # parties, carried; not "universites"
    is_long = len(base) > (2 if ending and ending[0] else 3)
    return (base + "e", base + "y" * has_y, base, DOUBLE.sub(r"\1", base)) if is_long else ()


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
