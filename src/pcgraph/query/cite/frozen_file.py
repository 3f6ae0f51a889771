"""The file of a frozen answer: its form, its checksums, and reading it as something that may have been changed."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from pcgraph.errors import LimitError, PcgraphError
from pcgraph.model.text import visible
from pcgraph.store.files import reason, regular, shown

KIND = "pcgraph answer 1"
MOST_BYTES = 64 << 20
# The shape of a value is a class, [shape of the items], (shape, None), or the keys of an object; "?" means optional.
TERM = {"type": str, "value": str, "datatype?": str, "xml:lang?": str}
PASSAGE = {"passage": str, "source": str, "pointer": str, "sha256": str, "wordHash": str, "state": str}
SHAPE: dict[str, Any] = {
    "kind": str,
    "program": str,
    "citation": str,
    "project": {"title": str, "version": str, "base": str, "licence": str},
    "question": {"name": str, "title": str, "question": str, "values": [[str]], "query": str},
    "scope": {
        "asOf": (str, None),
        "only": [str],
        "without": [str],
        "withoutVoice": [str],
        "undated": str,
        "proved": bool,
    },
    "answer": {"columns": [str], "number": int, "rows": [[(TERM, None)]], "sha256": str},
    "evidence": {
        "things": [{"thing": str, "label": str, "passages": [PASSAGE]}],
        "sources": [{"source": str, "title": str, "publisher": str, "date": str, "address": str}],
    },
    "graph": {"sha256": str, "graphs": [{"graph": str, "sha256": str}]},
    "sha256": str,
}


class NotFrozen(PcgraphError):
    """Raised when a file is no frozen answer, or is damaged."""

    exit_code = 2


def canonical_json(content: object) -> bytes:
    """Return JSON as RFC 8785 writes it: keys sorted, no white space. All keys are ASCII and all numbers whole.

    >>> canonical_json({"b": [1, None], "a": "ß"}).decode()
    '{"a":"ß","b":[1,null]}'
    """
    return json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()


def json_hash(content: Mapping[str, Any]) -> str:
    """Return the SHA-256 of an object without its own key ``sha256``."""
    return hashlib.sha256(canonical_json({k: v for k, v in content.items() if k != "sha256"})).hexdigest()


def text(content: Mapping[str, Any]) -> str:
    """Return the text of the file."""
    found = json.dumps(content, ensure_ascii=False, indent=1) + "\n"
    if (size := len(found.encode())) > MOST_BYTES:
        raise LimitError(f"answer: {size >> 20} MB; expected at most {MOST_BYTES >> 20} MB; ask for less")
    return found


def read(path: Path) -> dict[str, Any]:
    """Read a frozen answer whose checksums are right."""
    where = shown(path)
    try:
        if regular(path).stat().st_size > MOST_BYTES:
            raise _fault(where, f"larger than {MOST_BYTES >> 20} MB")
        content = json.loads(path.read_bytes().decode(), parse_constant=_refuse, parse_float=_refuse)
    except OSError as error:
        raise _fault(where, f"cannot be read ({reason(error)})") from error
    except (ValueError, RecursionError) as error:  # also of a wrong encoding
        raise _fault(where, "not JSON as pcgraph writes it") from error
    if not isinstance(content, dict) or content.get("kind") != KIND:
        raise _fault(where, "no frozen answer")
    if wrong := next(_misfits(content, SHAPE, "$"), None):
        raise _fault(where, f"{wrong} is missing, unknown or of a wrong type")
    try:
        rows = content["answer"]
        wrong = next(
            (name for name, part in (("answer", rows), ("file", content)) if json_hash(part) != part["sha256"]), ""
        )
    except UnicodeEncodeError as error:
        raise _fault(where, "not Unicode text") from error
    if wrong or rows["number"] != len(rows["rows"]) or any(len(row) != len(rows["columns"]) for row in rows["rows"]):
        raise _fault(where, f"damaged: the checksum of the {wrong or 'answer'} does not fit")
    return content


def _fault(where: str, what: str) -> NotFrozen:
    return NotFrozen(f"{where}: {visible(what)}; expected a file of  pcgraph cite-answer; get it again")


def _refuse(text: str) -> None:
    raise ValueError(text)


def _misfits(value: Any, shape: Any, place: str) -> Iterator[str]:
    """Yield the places in which a value does not have a shape of `SHAPE`."""
    if isinstance(shape, tuple):
        if value is not None:
            yield from _misfits(value, shape[0], place)
    elif isinstance(shape, type):
        if type(value) is not shape:
            yield place
    elif isinstance(shape, list):
        if not isinstance(value, list):
            yield place
        else:
            for number, item in enumerate(value):
                yield from _misfits(item, shape[0], f"{place}[{number}]")
    elif not isinstance(value, dict):
        yield place
    else:
        known = {key.rstrip("?"): each for key, each in shape.items()}
        needed = {key for key in shape if not key.endswith("?")}
        yield from (f"{place}.{key[:40]}" for key in sorted({*value} - {*known} | needed - {*value}))
        for key, item in value.items():
            if key in known:
                yield from _misfits(item, known[key], f"{place}.{key}")
