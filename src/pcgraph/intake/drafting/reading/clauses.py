"""Divides a text into headings, sentences and the items of lists, with offsets."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

_ITEM = re.compile(r"[ \t]*(?:[-*•–·▪●◦‣]|\(?\d{1,2}[.)]|\(?[a-hivx]{1,4}[.)])[ \t]+(?=\S)")
_END = re.compile(r"(?:[.!?]['\"’”)\]]*(?=\s+[\"“‘'(\[]?[^\Wa-z_])|[。！？۔]['\"’”]?|\n\s*\n)")
_SHORT = re.compile(
    r"(?:\b(?:Mr|Mrs|Ms|Dr|Prof|Gen|Gov|Sen|Lt|Col|Eng|St|No|Nos|Co|Ltd|Inc|Corp|Pvt|vs|etc|approx|Rs|Jan|Feb|Mar|Apr"
    r"|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|e\.g|i\.e)|\b[A-Z](?:\.[A-Z])*)\.$"
)
LONGEST_HEADING = 140  # characters


@dataclass(frozen=True)
class Sentence:
    """A part of a text that is read as one."""

    start: int
    end: int
    kind: str = "sentence"  # heading, sentence, item or rest: a further sentence of an item
    intro: tuple[int, int] | None = None  # of an item: the start and end of the sentence that opens the list


def sentences(text: str) -> list[Sentence]:
    """Return the sentences of a text, in its order."""
    found: list[Sentence] = []
    intro: tuple[int, int] | None = None
    blocks = list(_blocks(text))
    for at, (start, end, item) in enumerate(blocks):
        if item:
            for number, piece in enumerate(_split(text, start, end)):
                found.append(Sentence(piece.start, piece.end, *(("rest",) if number else ("item", intro))))
            continue
        last = at == len(blocks) - 1
        heading = not last and end - start <= LONGEST_HEADING and text[end - 1] not in '.:;,!?"”'
        pieces = [Sentence(start, end, "heading")] if heading else list(_split(text, start, end))
        for piece in pieces:
            found += _inline_list(text, piece)
        if pieces:
            intro = (pieces[-1].start, pieces[-1].end)
    return found


def _blocks(text: str) -> Iterator[tuple[int, int, bool]]:
    """Yield start, end and whether it is an item of a list, of each paragraph and item."""
    start: int | None = None
    end = 0
    item = False
    for line in re.finditer(r"[^\n]*(?:\n|$)", text):
        content = line[0].strip()
        marker = _ITEM.match(line[0])
        if start is not None and (not content or marker):
            yield start, end, item
            start = None
        if not content:
            continue
        first = line.start() + (marker.end() if marker else len(line[0]) - len(line[0].lstrip()))
        if start is None:
            start, item = first, bool(marker)
        elif not item and len(text[start:end]) <= LONGEST_HEADING and text[end - 1] not in "-,":
            yield start, end, item  # short lines are headings, bylines or paragraphs of their own
            start = first
        end = line.start() + len(line[0].rstrip())


def _split(text: str, start: int, end: int) -> Iterator[Sentence]:
    at = start
    for match in _END.finditer(text, start, end):
        before = text[at : match.start() + 1]
        if _SHORT.search(before):
            continue
        if match.end() > at:
            yield from _stripped(text, at, match.end())
        at = match.end()
    yield from _stripped(text, at, end)


def _stripped(text: str, start: int, end: int) -> Iterator[Sentence]:
    part = text[start:end]
    if part.strip():
        yield Sentence(start + len(part) - len(part.lstrip()), start + len(part.rstrip()))


def _inline_list(text: str, sentence: Sentence) -> list[Sentence]:
    """Return a sentence, or its opening and items if it has a colon and then parts that semicolons divide."""
    part = text[sentence.start : sentence.end]
    colon = re.search(r":\s", part)
    if sentence.kind != "sentence" or not colon or part.count(";", colon.end()) < 1:
        return [sentence]
    intro = (sentence.start, sentence.start + colon.start() + 1)
    out = [Sentence(*intro)]
    for item in re.finditer(r"[^;]+", part[colon.end() :]):
        offset = sentence.start + colon.end() + item.start()
        lead = re.match(r"\s*(?:and\s|as well as\s)?(?:\(?(?:\d{1,2}|[a-h]|[ivx]{1,4})[.)]\s)?\s*", item[0])
        skip = lead.end() if lead else 0
        if item[0][skip:].strip():
            out.append(Sentence(offset + skip, offset + len(item[0].rstrip()), "item", intro))
    return out
