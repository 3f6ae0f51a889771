"""Content negotiation: the offered media type that a client prefers (RFC 9110, section 12.5.1)."""

from __future__ import annotations

from collections.abc import Sequence

MOST = 64  # media ranges that are read; a longer header is an attack


def choose(header: str | None, offered: Sequence[str]) -> str | None:
    """Return the media type that fits an ``Accept`` header best.

    >>> choose("text/html;q=0.5, text/turtle", ["text/html", "text/turtle"])
    'text/turtle'
    >>> choose("text/*, text/html;q=0", ["text/html", "text/turtle"])
    'text/turtle'
    >>> choose("image/png", ["text/html"]) is None
    True
    """
    if not (header or "").strip():
        return offered[0]
    ranges = [range_ for part in (header or "").split(",")[:MOST] if (range_ := _range(part))]
    rated = [(_quality(media, ranges), -place, media) for place, media in enumerate(offered)]
    quality, _, best = max(rated)
    return best if quality > 0 else None


def _range(part: str) -> tuple[str, str, float] | None:
    media, *parameters = (piece.strip().lower() for piece in part.split(";"))
    kind, slash, form = media.partition("/")
    if not (kind and slash and form) or (kind == "*" and form != "*"):
        return None
    quality = 1.0
    for parameter in parameters:
        name, _, value = parameter.partition("=")
        if name.strip() == "q":
            try:
                quality = float(value)
            except ValueError:
                return None
    return (kind, form, quality) if 0 <= quality <= 1 else None


def _quality(media: str, ranges: Sequence[tuple[str, str, float]]) -> float:
    """Return the quality of the most specific range that matches; 0 if none does."""
    kind, form = media.split(";")[0].split("/")
    fitting = [
        ((one == kind) + (other == form), quality)
        for one, other, quality in ranges
        if one in ("*", kind) and other in ("*", form)
    ]
    return max(fitting)[1] if fitting else 0.0
