"""Writes messages of the program for people who know the names of things, and not those of files and properties."""

from __future__ import annotations

import re
from collections.abc import Mapping

_FILE = re.compile(r"(?:[^\s“”;,:]*/)?([\w.-]+)\.ttl(?::\d+)?(?!\w)")
_NAME = re.compile(r"\b(?:id|src|pcg|v|sector|verdict|rdfs|rdf|xsd|skos|dcterms|sh|owl):([A-Za-z0-9](?:[\w.-]*\w)?)")
_WORDS = (
    (re.compile(r"^([^:]*): [a-z]+(?:-[a-z]+)+: "), r"\1: "),  # the name of the rule
    (re.compile(r"\b(?:an )?EDTF dates?\b"), "a date"),
    (re.compile(r"\bEDTF\b"), "dates"),
    (re.compile(r" with @[a-z]+ in data/register\b"), ""),
    (re.compile(r"\btriple(s?)\b"), r"statement\1"),
    (re.compile(r"\bTurtle\b(?: 1\.1)?"), "the language of the files"),
    (re.compile(r"\b(?:rdfs|xsd|pcg|id|src|v):(?!\w)"), ""),
    (re.compile(r"\ba (?=[aeio]|unnamed)"), "an "),  # the name of a class has become its label
)
_FOLDERS = {"curated": "the register"} | {
    name: f"the {name}" for name in ("verdicts", "judgements", "searches", "verification")
}


def plain(text: str, labels: Mapping[str, str]) -> str:
    """Return a message with the labels of things, by their names in the files, and without the words of RDF.

    >>> labels = {"post-2024": "The post", "lumen": "Lumen"}
    >>> plain("sources/post-2024.ttl:7: id:x names id:lumen (pcg:statedIn)", labels)
    '“The post”: “x” names “Lumen” (stated in)'
    """

    def file(match: re.Match[str]) -> str:
        return _FOLDERS.get(match[1]) or f"“{labels.get(match[1], match[1])}”"

    def name(match: re.Match[str]) -> str:
        found, part = match[1], ""
        if match[0].startswith(("id:", "src:", "verdict:")):
            if found not in labels:
                found, _, part = found.partition(".")  # a step of an engagement
            return f"“{labels.get(found, found)}”{f' ({part})' if part else ''}"
        return labels.get(found) or re.sub(r"(?<=[a-z])(?=[A-Z])", " ", found).lower()

    text = _NAME.sub(name, _FILE.sub(file, text))
    for pattern, word in _WORDS:
        text = pattern.sub(word, text)
    return text
