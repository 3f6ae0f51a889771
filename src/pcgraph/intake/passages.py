"""Writes the Turtle of a passage from its first and last words, so that nobody has to count characters."""

from __future__ import annotations

import difflib
import hashlib
import re
from pathlib import Path

from pcgraph.errors import InvalidInput, UsageError, nearest
from pcgraph.model.namespaces import SHIPPED, Namespaces
from pcgraph.model.passages import symbols, word_hash, words
from pcgraph.store.data_folder import SLUG, SPELT, listing
from pcgraph.store.files import regular, shown
from pcgraph.store.project import Project


def passage(slug: str, first: str, last: str, texts: Path, names: Namespaces = SHIPPED) -> str:
    """Return the Turtle of the passage that begins and ends with certain words.

    >>> import tempfile
    >>> folder = Path(tempfile.mkdtemp())
    >>> _ = (folder / "leaflet.txt").write_text("On Monday Acme and Borealis signed a charter.")
    >>> print(passage("leaflet", "Acme and", "signed", folder))  # doctest: +NORMALIZE_WHITESPACE
    <https://w3id.org/pcgraph/source/leaflet#char=10,34> a pcg:Passage ; pcg:start 10 ; pcg:end 34 ;
        pcg:sha256 "b344ec14ae7826944eab0f3445d3dcec01eb37b4bc4aa25ee3e1a8be8e387391" ;
        pcg:wordCount 4 ; pcg:wordHash "f9fac24aff376e4ea908cb0694b8d8fc943ce3c7818175b57a3c7cce54d68efc" .
    <BLANKLINE>
    """
    if not SLUG.fullmatch(slug):
        raise UsageError(f"{slug!r}: no slug; expected {SPELT}; name the source as its file is called, without .ttl")
    path = texts / f"{slug}.txt"
    text = _read(path, slug)
    begins = _matches(first, text)
    if not begins:
        raise UsageError(_not_found_message(first, text, path))
    if len(begins) > 1:
        raise UsageError(
            f"{shown(path)}:{_line(text, begins[0].start())}: {_in_quotes(first)} occurs {len(begins)} times in the "
            "text; expected words that occur once; add more words"
        )
    start = begins[0].start()
    ends = _matches(last, text)
    if not ends:
        raise UsageError(_not_found_message(last, text, path))
    end = next((match.end() for match in ends if match.start() >= start and match.end() >= begins[0].end()), None)
    if end is None:
        raise UsageError(
            f"{shown(path)}:{_line(text, ends[-1].start())}: {_in_quotes(last)} occurs only before "
            f"{_in_quotes(first)}; expected last words after the first; swap them or choose others"
        )
    said = described(text, start, end)
    return (
        f"<{names.src}{slug}#char={start},{end}> a pcg:Passage ; "
        + " ; ".join(
            f'pcg:{name} "{value}"' if isinstance(value, str) else f"pcg:{name} {value}" for name, value in said.items()
        )
        + " .\n"
    )


def described(text: str, start: int, end: int) -> dict[str, int | str]:
    """Return what a file says about a passage: property → value, without the words themselves.

    >>> list(described("Acme signed a charter for $5.", 0, 29))
    ['start', 'end', 'sha256', 'wordCount', 'wordHash', 'symbols']
    """
    cited, signs = words(text[start:end]), symbols(text[start:end])
    digest = hashlib.sha256(text[start:end].encode("utf-8")).hexdigest()
    found: dict[str, int | str] = {"start": start, "end": end, "sha256": digest}
    found |= {"wordCount": len(cited), "wordHash": word_hash(cited)}
    return found | ({"symbols": signs} if signs else {})


def unknown(slug: str, data: Path) -> str:
    """Return a note that no source file of a data folder has this slug, with the nearest one; "" if a file has it.

    The files are not opened: the one that is being written may not be valid yet.
    """
    if not data.is_dir():
        raise UsageError(f"{shown(data)}: no data folder; expected the folder of sources/; fix the path")
    known = [path.stem for path, role in listing(Project(data), data) if role == "source"]
    if slug in known:
        return ""
    folder, hint = shown(data / "sources"), nearest(slug, known)
    todo = hint if hint.startswith("did you mean") else f"write {folder}/{slug}.ttl"
    return f"src:{slug}: no source of {folder} yet; {todo}"


def _read(path: Path, slug: str) -> str:
    try:
        # read_text would turn \r\n into one character and shift the offsets
        return regular(path).read_bytes().decode("utf-8")
    except OSError as error:
        reason = error.strerror or str(error)
        hint = nearest(slug, [text.stem for text in path.parent.glob("*.txt")])
        todo = hint if hint.startswith("did you mean") else "set its folder with --texts"
        raise InvalidInput(
            f"{shown(path)}: cannot be read ({reason}); expected the text of src:{slug}; {todo}"
        ) from error
    except UnicodeDecodeError as error:
        line = error.object[: error.start].count(b"\n") + 1
        raise InvalidInput(f"{shown(path)}:{line}: not UTF-8; expected UTF-8 text; save the file as UTF-8") from error


def _matches(words: str, text: str) -> list[re.Match[str]]:
    """Return all places where the words occur, including overlapping ones."""
    parts = [re.escape(part) for part in words.split()]
    if not parts:
        raise UsageError(
            "no words given; expected the first and the last words of the passage; copy them from the text"
        )
    pattern, found, at = re.compile(r"\s+".join(parts)), [], 0
    while match := pattern.search(text, at):
        found.append(match)
        at = match.start() + 1
    return found


def _not_found_message(words: str, text: str, path: Path) -> str:
    """Return the message that words are not in the text, with the number of the most similar line but not its text."""
    wanted = words.casefold().split()

    def likeness(line: str) -> float:
        return difflib.SequenceMatcher(None, wanted, line.casefold().split(), autojunk=False).find_longest_match().size

    lines = text.splitlines() or [""]
    number = max(range(len(lines)), key=lambda index: likeness(lines[index])) + 1
    return (
        f"{shown(path)}:{number}: {_in_quotes(words)} is not in the text, this line is the most similar; "
        "expected words spelt as in the text; copy them from it"
    )


def _line(text: str, offset: int) -> int:
    return text.count("\n", 0, offset) + 1


def _in_quotes(words: str) -> str:
    return "'" + " ".join(words.split()) + "'"
