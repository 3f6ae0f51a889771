"""Passages: their states, and the hash of their words, which stays the same if only spaces or quotation marks change.

A hash proves words and hides them. It says nothing about symbols: `symbols` keeps those that carry meaning.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

# The states of a passage are the local names of the concepts of v:passage-states.
PROVED, MOVED, REFLOWED, CHANGED = "proved", "moved", "reflowed", "changed"
SOURCE_GONE, HASH_NOT_CHECKED, POINTER_ONLY = "source-gone", "hash-not-checked", "pointer-only"
STATES = (PROVED, MOVED, REFLOWED, CHANGED, SOURCE_GONE, HASH_NOT_CHECKED, POINTER_ONLY)
ADDRESS_STATES = ("live", "address-moved", "refused", "soft-404", "unreachable", "gone")  # of v:address-states
STATE_LABELS = {state: state.replace("-", " ") for state in STATES} | {
    CHANGED: "changed since it was cited",
    HASH_NOT_CHECKED: "hash not yet checked",
}
PROVING = (PROVED, MOVED, REFLOWED)  # the words were found
ON_PAGE, OFF_PAGE = "still on the page", "no longer on the page"
LEAST_DIFFERENCE = 8  # fewer unknown words than this can be guessed from the hash of a neighbour
_NEARBY = 20  # characters around the words in which a symbol that belongs to them may stand
_INVISIBLE = dict.fromkeys(map(ord, "\u00ad\u200b\u2060\ufeff"))  # soft hyphen and the like, which pages insert
_DASHES = dict.fromkeys(map(ord, "‐‑‒–—−﹣－"), "-")
_MARK = re.compile(r"(?<=\d)[.,:/'·-](?=\d)|(?<![\w)])-(?=\d)|[%‰°?؟]")


def page_in_words(page_state: str) -> str:
    """Return whether a page has the words of a passage.

    >>> page_in_words("reflowed"), page_in_words("changed")
    ('still on the page', 'no longer on the page')
    """
    return ON_PAGE if page_state in PROVING else OFF_PAGE


def in_words(row: Mapping[str, Any]) -> str:
    """Return the state of a passage in words, and what was found when its page was read again, each with its day.

    >>> in_words({"state": "proved"})
    'proved'
    >>> in_words({"state": "hash-not-checked", "page_state": "changed", "page_checked_on": "2026-07-01"})
    'hash not yet checked; no longer on the page on 2026-07-01'
    """
    state = STATE_LABELS.get(row["state"], "")
    if not row.get("page_state"):
        return state
    taken = f"{state} on {row['checked_on']}" if row.get("checked_on") else state
    return f"{taken}; {page_in_words(row['page_state'])} on {row['page_checked_on']}"


class Word(NamedTuple):
    """One word, and its characters in the text (end excluded)."""

    word: str
    start: int
    end: int


def words(text: str) -> list[Word]:
    r"""Return the words of a text: runs of letters and digits, in NFKC, case-folded.

    >>> words("“Acme”  signed\u00a0№5.")
    [Word(word='acme', start=1, end=5), Word(word='signed', start=8, end=14), Word(word='no5', start=15, end=18)]
    """
    found = []
    for match in re.finditer(r"\S+", text):
        normal = unicodedata.normalize("NFKC", match[0].translate(_INVISIBLE)).casefold()
        aligned, start = len(normal) == len(match[0]), match.start()
        for part in re.finditer(r"[^\W_]+", normal):
            span = (start + part.start(), start + part.end()) if aligned else match.span()
            found.append(Word(part[0], *span))
    return found


def word_hash(found: Sequence[Word]) -> str:
    r"""Return the SHA-256 of words that are joined by one space, as lower-case hexadecimal digits.

    >>> word_hash(words("Acme signed.")) == word_hash(words("“ACME”\nsigned"))
    True
    >>> word_hash(words("Acme signed")) == word_hash(words("Acme never signed"))
    False
    """
    return hashlib.sha256(" ".join(word.word for word in found).encode()).hexdigest()


def symbols(text: str) -> str:
    """Return the signs that carry meaning and are no words, in their order, joined by one space.

    These are currency and mathematical signs, per cent, per mille, degrees, question marks, the minus of a number, and
    the marks within numbers.

    >>> symbols("$1.5 million – or 4%?"), symbols("€1,5 million, or 4%")
    ('$ . % ?', '€ , %')
    """
    normal = unicodedata.normalize("NFKC", text.translate(_INVISIBLE)).translate(_DASHES)
    marks = {match.start() for match in _MARK.finditer(normal)}
    kept = (c for i, c in enumerate(normal) if i in marks or unicodedata.category(c) in ("Sc", "Sm"))
    return " ".join(kept)


def find_words(found: Sequence[Word], count: int, digest: str) -> list[tuple[int, int]]:
    """Find words by their number and hash.

    >>> text = words("On Monday, Acme and Borealis signed a charter.")
    >>> find_words(text, 2, word_hash(words("acme and")))
    [(11, 19)]
    """
    if count < 1:
        return []
    joined, starts, ends = bytearray(), list[int](), list[int]()  # a window of words is a slice of these bytes
    for word in found:
        starts.append(len(joined))
        joined += word.word.encode()
        ends.append(len(joined))
        joined += b" "
    text, wanted = bytes(joined), bytes.fromhex(digest)
    return [
        (found[at].start, found[at + count - 1].end)
        for at in range(len(found) - count + 1)
        if hashlib.sha256(text[starts[at] : ends[at + count - 1]]).digest() == wanted
    ]


def has_symbols(text: str, start: int, end: int, expected: str) -> bool:
    """Return whether words have certain symbols; those directly before and after the words may belong to them.

    >>> has_symbols("for $5 million", 5, 14, "$"), has_symbols("for €5 million", 5, 14, "$")
    (True, False)
    """
    left, right = text[max(start - _NEARBY, 0) : start], text[end : end + _NEARBY]
    before = len(left) - len(re.sub(r"[^\w\s]+$", "", left))
    after = len(right) - len(re.sub(r"^[^\w\s]+", "", right))
    return any(
        symbols(text[first:last]) == expected for first in (start, start - before) for last in (end, end + after)
    )
