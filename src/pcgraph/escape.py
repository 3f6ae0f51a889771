"""Text of the data → text that a terminal or a Markdown page shows, and does not obey."""

from __future__ import annotations

import html
import re

# controls but tab and line feed; marks, embeddings and isolates of direction; line separators; halves of a character
_OBEYED = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")


def visible(text: str) -> str:
    r"""Show control and direction characters as escapes, so that no value can rearrange a terminal.

    >>> visible("a\u202eb")
    'a\\u202eb'
    """
    return _OBEYED.sub(lambda match: f"\\u{ord(match[0]):04x}", text)


def markdown(text: str) -> str:
    r"""Write text so that Markdown shows it as it is, on one line: no markup, no link, no HTML.

    >>> print(markdown("[a](b) <i>*c*"))
    \[a\](b) &lt;i&gt;\*c\*
    """
    line = html.escape(visible(text.replace("\n", " ")), quote=False)
    return re.sub(r"[\\`*_\[\]|~]", r"\\\g<0>", line)
