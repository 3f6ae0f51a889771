"""The words of a passage and their hash, which stays the same if only spaces, quotation marks or line breaks change.

A hash proves words and hides them. It says nothing about symbols: `symbols` keeps those that carry meaning.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Sequence
from typing import NamedTuple

LEAST_DIFFERENCE = 8  # fewer unknown words than this can be guessed from the hash of a neighbour
_INVISIBLE = dict.fromkeys(map(ord, "\u00ad\u200b\u2060\ufeff"))  # soft hyphen and the like, which pages insert
_DASHES = dict.fromkeys(map(ord, "‐‑‒–—−﹣－"), "-")
_MARK = re.compile(r"(?<=\d)[.,:/'·-](?=\d)|(?<![\w)])-(?=\d)|[%‰°?؟]")


class Word(NamedTuple):
    """One word, and the characters of the text that it was taken from (end excluded)."""

    word: str
    start: int
    end: int


def words(text: str) -> list[Word]:
    """Return the words of a text: runs of letters and digits, in NFKC, case-folded.

    Returns
    -------
    list of Word
        In the order of the text. The characters named are those of the unbroken string around the word.

    Examples
    --------
    >>> words("“Acme”  signed\\u00a0№5.")
    [Word(word='acme', start=0, end=6), Word(word='signed', start=8, end=14), Word(word='no5', start=15, end=18)]
    """
    found = []
    for match in re.finditer(r"\S+", text):
        normal = unicodedata.normalize("NFKC", match[0].translate(_INVISIBLE)).casefold()
        found += [Word(word, match.start(), match.end()) for word in re.findall(r"[^\W_]+", normal)]
    return found


def word_hash(found: Sequence[Word]) -> str:
    """Return the SHA-256 of words that are joined by one space, as lower-case hexadecimal digits.

    Examples
    --------
    >>> word_hash(words("Acme signed.")) == word_hash(words("“ACME”\\nsigned"))
    True
    >>> word_hash(words("Acme signed")) == word_hash(words("Acme never signed"))
    False
    """
    return hashlib.sha256(" ".join(word.word for word in found).encode()).hexdigest()


def symbols(text: str) -> str:
    """Return the signs that carry meaning and are no words, in their order, joined by one space.

    These are currency and mathematical signs, per cent, per mille, degrees, question marks, the minus of a number, and
    the marks within numbers.

    Examples
    --------
    >>> symbols("$1.5 million – or 4%?"), symbols("€1,5 million, or 4%")
    ('$ . % ?', '€ , %')
    """
    normal = unicodedata.normalize("NFKC", text.translate(_INVISIBLE)).translate(_DASHES)
    marks = {match.start() for match in _MARK.finditer(normal)}
    kept = (c for i, c in enumerate(normal) if i in marks or unicodedata.category(c) in ("Sc", "Sm"))
    return " ".join(kept)


def find_words(found: Sequence[Word], count: int, digest: str) -> list[tuple[int, int]]:
    """Find words by their number and hash.

    Parameters
    ----------
    found : sequence of Word
        The words of a text.
    count, digest : int, str
        As in ``pcg:wordCount`` and ``pcg:wordHash``.

    Returns
    -------
    list of (int, int)
        First and last character (end excluded) of each place, in the order of the text. A place is never similar, but
        equal word for word.

    Notes
    -----
    Cost: one hash for each word of the text.

    Examples
    --------
    >>> text = words("On Monday, Acme and Borealis signed a charter.")
    >>> find_words(text, 2, word_hash(words("acme and")))
    [(11, 19)]
    """
    if count < 1:
        return []
    return [
        (found[at].start, found[at + count - 1].end)
        for at in range(len(found) - count + 1)
        if word_hash(found[at : at + count]) == digest
    ]
