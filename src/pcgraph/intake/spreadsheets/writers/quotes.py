"""Makes the passage of a row from its quote: its place in the text of the source if that is at hand, and its hash."""

from __future__ import annotations

from pathlib import Path

from pcgraph.intake.errors import BadInput
from pcgraph.intake.passages import described
from pcgraph.intake.values import literal, passage_fragment
from pcgraph.model.passages import find_words, symbols, word_hash, words
from pcgraph.store.files import regular

Passage = tuple[str, dict[str, list[str]]]  # fragment, and what the file says about it as Turtle terms


def pointer(locator: str) -> Passage:
    """Return a passage of which only the place is known."""
    return passage_fragment(locator), {"pcg:locator": [literal(locator)]}


def quoted(quote: str, locator: str, text: str | None) -> Passage:
    """Return the passage that has the words of a quote, which is never written itself.

    >>> quoted("Acme signed.", "para 3", "On Monday, Acme signed a charter.")[0]
    'char=11,22'
    >>> fragment, facts = quoted("Acme signed.", "para 3", None)
    >>> fragment, [*facts]
    ('words=3daa8ab0d9c7', ['pcg:locator', 'pcg:wordCount', 'pcg:wordHash'])
    """
    cited = words(quote)
    if not cited:
        raise BadInput("missing-value", "has no words", "expected words of the source", "copy them from it")
    digest = word_hash(cited)
    if text is None:
        facts = {"wordCount": len(cited), "wordHash": digest} | (
            {"symbols": signs} if (signs := symbols(quote)) else {}
        )
        return f"words={digest[:12]}", {"pcg:locator": [literal(locator or "quote")], **_terms(facts)}
    places = find_words(words(text), len(cited), digest)
    if len(places) != 1:
        what = f"its words occur {len(places)} times in the text of the source" if places else "is not in the text"
        raise BadInput(
            "unknown-value", what, "expected words that the text of the source has once", "copy them from it"
        )
    start, end = places[0]
    return f"char={start},{end}", _terms(described(text, start, end))


def read_text(texts: Path | None, slug: str) -> str | None:
    """Return the text of a source, or None if it is not at hand."""
    path = texts / f"{slug}.txt" if texts else None
    if path is None or not path.is_file():
        return None
    return regular(path).read_bytes().decode("utf-8", "replace")  # read_text would turn line ends and shift the offsets


def _terms(facts: dict[str, int | str] | dict[str, object]) -> dict[str, list[str]]:
    return {f"pcg:{name}": [literal(value) if isinstance(value, str) else str(value)] for name, value in facts.items()}
