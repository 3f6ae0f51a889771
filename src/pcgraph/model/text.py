"""Escape text of the data, so that a terminal or a Markdown page shows it and does not interpret it; count nouns."""

from __future__ import annotations

import html
import re

# control characters except tab and line feed; direction marks, embeddings and isolates; line separators; surrogates
_UNSAFE = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")


def visible(text: str) -> str:
    r"""Return the text with control and direction characters as escapes, so that no value can rearrange a terminal.

    >>> visible("a\u202eb")
    'a\\u202eb'
    """
    return _UNSAFE.sub(lambda match: f"\\u{ord(match[0]):04x}", text)


def counted(number: int, one: str, more: str = "") -> str:
    """Return a number with its noun, in the singular or the plural, which has an s unless it is given.

    >>> counted(1, "tie"), counted(2, "tie"), counted(0, "party", "parties")
    ('1 tie', '2 ties', '0 parties')
    """
    return f"{number} {one if number == 1 else more or f'{one}s'}"


def markdown(text: str) -> str:
    r"""Return the text so that Markdown shows it literally, on one line: without markup, links or HTML.

    >>> print(markdown("[a](b) <i>*c*"))
    \[a\](b) &lt;i&gt;\*c\*
    """
    line = html.escape(visible(text.replace("\n", " ")), quote=False)
    return re.sub(r"[\\`*_\[\]|~]", r"\\\g<0>", line)


def with_article(words: str) -> str:
    """Return the words after ``a`` or ``an``.

    >>> with_article("agent"), with_article("source")
    ('an agent', 'a source')
    """
    return f"{'an' if words[:1].lower() in 'aeiou' else 'a'} {words}"
