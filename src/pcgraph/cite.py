"""A source's text and a few of its words → the Turtle of a passage, so that nobody counts characters."""

from __future__ import annotations

import difflib
import hashlib
import re
from pathlib import Path

from pcgraph.errors import InvalidInput, UsageError, nearest
from pcgraph.paths import regular, shown
from pcgraph.store import SLUG, SPELT, listing
from pcgraph.terms import SRC


def passage(slug: str, first: str, last: str, texts: Path) -> str:
    """Describe the passage that begins with some words and ends with others.

    Parameters
    ----------
    slug : str
        The source; its text is ``<slug>.txt`` in `texts`.
    first, last : str
        First and last words, in the text's own spelling; any white space between them matches any in the text.
        `first` stands in the text once; the passage ends with the nearest `last` after its beginning.
    texts : Path
        Folder of texts, UTF-8.

    Returns
    -------
    str
        One block of Turtle with full IRI, on one line as `pcgraph.fmt` wants it. Offsets are characters of the file
        as it is, the end excluded. The words of the passage are not in it.

    Raises
    ------
    InvalidInput
        If the text is missing or not UTF-8.
    UsageError
        If `slug` is none, or the words are not there, or do not settle where the passage begins or ends.

    Examples
    --------
    >>> import tempfile
    >>> folder = Path(tempfile.mkdtemp())
    >>> _ = (folder / "leaflet.txt").write_text("On Monday Acme and Borealis signed a charter.")
    >>> print(passage("leaflet", "Acme and", "signed", folder))  # doctest: +NORMALIZE_WHITESPACE
    <https://w3id.org/pcgraph/source/leaflet#char=10,34> a pcg:Passage ; pcg:start 10 ; pcg:end 34 ;
        pcg:sha256 "b344ec14ae7826944eab0f3445d3dcec01eb37b4bc4aa25ee3e1a8be8e387391" .
    <BLANKLINE>
    """
    if not SLUG.fullmatch(slug):
        raise UsageError(f"{slug!r}: no slug; expected {SPELT}; name the source as its file is called, without .ttl")
    path = texts / f"{slug}.txt"
    text = _read(path, slug)
    begins = _matches(first, text)
    if not begins:
        raise UsageError(_absent(first, text, path))
    if len(begins) > 1:
        raise UsageError(
            f"{shown(path)}:{_line(text, begins[0].start())}: {_quoted(first)} stands in the text {len(begins)} times; "
            "expected words that stand there once; give more of them"
        )
    start = begins[0].start()
    ends = _matches(last, text)
    if not ends:
        raise UsageError(_absent(last, text, path))
    end = next((match.end() for match in ends if match.start() >= start and match.end() >= begins[0].end()), None)
    if end is None:
        raise UsageError(
            f"{shown(path)}:{_line(text, ends[-1].start())}: {_quoted(last)} stands only before {_quoted(first)}; "
            "expected last words that follow the first; swap them or choose others"
        )
    digest = hashlib.sha256(text[start:end].encode("utf-8")).hexdigest()
    return (
        f"<{SRC}{slug}#char={start},{end}> a pcg:Passage ; "
        f'pcg:start {start} ; pcg:end {end} ; pcg:sha256 "{digest}" .\n'
    )


def unknown(slug: str, data: Path) -> str:
    """Say that no source file of a data folder is called so, and which was probably meant; "" if one is.

    The files are not opened: the one that is being written need not be good yet.

    Raises
    ------
    UsageError
        If there is no such folder.
    """
    if not data.is_dir():
        raise UsageError(f"{shown(data)}: no data folder; expected the folder of sources/; mend the path")
    known = [path.stem for path, role in listing(data, data) if role == "source"]
    if slug in known:
        return ""
    folder, hint = shown(data / "sources"), nearest(slug, known)
    todo = hint if hint.startswith("did you mean") else f"write {folder}/{slug}.ttl"
    return f"src:{slug}: no source of {folder} yet; {todo}"


def _read(path: Path, slug: str) -> str:
    try:
        return (
            regular(path).read_bytes().decode("utf-8")
        )  # read_text would turn \r\n into one character and move the offsets
    except OSError as error:
        reason = error.strerror or str(error)
        hint = nearest(slug, [text.stem for text in path.parent.glob("*.txt")])
        todo = hint if hint.startswith("did you mean") else "name its folder with --texts"
        raise InvalidInput(
            f"{shown(path)}: cannot be read ({reason}); expected the text of src:{slug}; {todo}"
        ) from error
    except UnicodeDecodeError as error:
        line = error.object[: error.start].count(b"\n") + 1
        raise InvalidInput(f"{shown(path)}:{line}: not UTF-8; expected UTF-8 text; save the file as UTF-8") from error


def _matches(words: str, text: str) -> list[re.Match[str]]:
    """Find all places where words stand, overlapping ones included; none if there are no words."""
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


def _absent(words: str, text: str, path: Path) -> str:
    """Say that words are not in the text, and which line comes nearest, without showing it."""
    wanted = words.casefold().split()

    def likeness(line: str) -> float:
        return difflib.SequenceMatcher(None, wanted, line.casefold().split(), autojunk=False).find_longest_match().size

    lines = text.splitlines() or [""]
    number = max(range(len(lines)), key=lambda index: likeness(lines[index])) + 1
    return (
        f"{shown(path)}:{number}: {_quoted(words)} is not in the text, this line comes nearest; "
        "expected words in the text's own spelling; copy them from it"
    )


def _line(text: str, offset: int) -> int:
    return text.count("\n", 0, offset) + 1


def _quoted(words: str) -> str:
    return "'" + " ".join(words.split()) + "'"
