"""Convert N-Quads to columns and back, without a Python object for each quad.

The columns source, subject and property hold IRIs; value holds an N-Triples term. Blank nodes keep their ``_:``.

A file of canonical N-Quads, as most programs write it, is split by one regular expression, which also validates it. Any
other file goes through Oxigraph's parser first. No row is dropped: a statement that cannot be read is an error.
"""

from __future__ import annotations

import codecs
import gzip
import io
import re
import tempfile
import zlib
from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path
from typing import IO, TYPE_CHECKING

import pyoxigraph as ox

from pcgraph.errors import InvalidInput
from pcgraph.model.namespaces import XSD, compact
from pcgraph.store.files import regular, shown, temporary_folder

if TYPE_CHECKING:
    import polars as pl

NAMES = ("source", "subject", "property", "value")
BLOCK = 1 << 26  # bytes of text that are split at a time
PARSED = 20_000  # parsed quads that are converted to columns at a time
ROWS = 200_000  # rows that are converted to text at a time
LONGEST = 1 << 23  # bytes of one statement; Oxigraph's parser accepts up to twice as many
RATIO, SMALL = 100, 1 << 25  # quads compress to about a thirtieth; bytes that are always unpacked, whatever the ratio
# The expression is unambiguous at every character, so it is matched in one pass, which is twenty times as fast.
# The strict pattern accepts a subset of what Oxigraph accepts; everything else goes through Oxigraph's parser.
_PART = r"(?:[!$&-;=?-Z_a-z~\u00a0-\ud7ff]|%[0-9A-Fa-f]{2})"
_FIRST = r"(?:[!$&-.0-;=?-Z_a-z~\u00a0-\ud7ff]|%[0-9A-Fa-f]{2})"  # the same without the slash
_STRICT = {
    "IRI": rf"[A-Za-z][A-Za-z0-9+.-]*:(?://[A-Za-z0-9._~-]*(?::[0-9]*)?(?:[/?]{_PART}*)?|{_FIRST}{_PART}*)?(?:#{_PART}*)?",
    "BLANK": r"_:[A-Za-z0-9_](?:\.*[A-Za-z0-9_-])*",
    "TEXT": r'[^"\\\x00-\x1f\x7f\ufffe\uffff]|\\(?:[tbnrf"\\]|u(?:00(?:0[0-7BEF]|1[0-9A-F]|7F)|FFF[EF]))',
    "TAG": r"[a-z]{2,3}(?:-[a-z]{2}(?:[a-z]{2}(?:-[a-z]{2})?)?)?",
}
# for text that Oxigraph wrote, which is known to be valid
_WRITTEN = {
    "IRI": r"[^<>\x00-\x20]+",
    "BLANK": r"_:[^<>\"\x00-\x20]+",
    "TEXT": r'[^"\\\x00-\x1f]|\\(?:[tbnrf"\\]|u[0-9A-F]{4})',
    "TAG": r"[a-z0-9]+(?:-[a-z0-9]+)*",
}
_LINE = (
    r"^(?:<(?<iri>IRI)>|(?<blank>BLANK)) <(?<property>IRI)> "
    r'(?<value><IRI>|BLANK|"(?:TEXT)*"(?:@TAG|\^\^<IRI>)?) <(?<source>IRI)> \.$'
)


def _pattern(parts: dict[str, str]) -> str:
    return re.sub("|".join(parts), lambda name: parts[name[0]], _LINE)


_CANONICAL, _PARSED = _pattern(_STRICT), _pattern(_WRITTEN)
_STRING = f'"^^<{XSD}string>'
_ESCAPES = {"t": "\t", "b": "\b", "n": "\n", "r": "\r", "f": "\f"}


def columns(quads: Iterable[ox.Quad]) -> pl.DataFrame:
    """Convert parsed quads to columns."""
    import polars as pl

    frames, rest = [_cut(b"", _PARSED)], iter(quads)
    while piece := list(islice(rest, PARSED)):
        text = ox.serialize(piece, format=ox.RdfFormat.N_QUADS) or b""
        frames.append(_cut(text, _PARSED))
        if frames[-1]["value"].null_count():
            raise _refused(io.BytesIO(text), False, "statements")
    return pl.DataFrame([_shared(column) for column in pl.concat(frames).get_columns()])


def read(path: Path) -> pl.DataFrame:
    """Read a file of quads: N-Quads or TriG, optionally compressed (``.gz``)."""
    import polars as pl

    where, trig = shown(path), ".trig" in path.suffixes
    try:
        with _opened(path) as file:
            found = None if trig else _all(file, _CANONICAL)
        if found is None or found["value"].str.ends_with(_STRING).any():
            with tempfile.TemporaryFile(dir=temporary_folder()) as plain:
                with _opened(path) as file:
                    ox.serialize(ox.parse(file, format=_format(trig)), plain, format=ox.RdfFormat.N_QUADS)
                plain.seek(0)
                if trig and (wrong := no_iri(plain)):
                    raise InvalidInput(f"{where}: bad-iri: {wrong[1]}; expected an IRI; rename it")
                plain.seek(0)
                found = _all(plain, _PARSED)
            if found is None:
                with _opened(path) as file:
                    raise _refused(file, trig, where)
    except SyntaxError as error:
        at = f":{error.lineno}:{error.offset}" if error.lineno else ""
        what = f"{where}{at}: quads-syntax: {reason(error)}"
        raise InvalidInput(f"{what}; expected N-Quads or TriG; fix the line") from error
    except MemoryError as error:
        if "buffer" not in str(error):  # the message of Oxigraph's parser if a statement is too long
            raise
        raise too_long(where) from error
    except (OSError, EOFError, zlib.error) as error:
        why = getattr(error, "strerror", None) or str(error)
        raise InvalidInput(f"{where}: unreadable: {why}; expected a readable file of quads; check the file") from error
    return found.select(pl.col(NAMES))


def text(frame: pl.DataFrame, *, graph: bool = True) -> Iterator[bytes]:
    """Convert columns to N-Quads or, with ``graph=False``, N-Triples; in pieces, so that memory use stays constant."""
    import polars as pl

    subject = pl.when(pl.col("subject").str.starts_with("_:")).then("subject").otherwise(pl.format("<{}>", "subject"))
    end = pl.format(" <{}> .", "source") if graph else pl.lit(" .")
    for piece in frame.iter_slices(ROWS):
        lines = piece.select(pl.format("{} <{}> {}{}", subject, "property", "value", end)).to_series()
        yield ("\n".join(lines) + "\n").encode()


def parsed(frame: pl.DataFrame) -> Iterator[ox.Quad]:
    """Convert columns to Oxigraph's quads; meant for few rows."""
    for piece in text(frame):
        yield from ox.parse(piece, format=ox.RdfFormat.N_QUADS)


def no_iri(written: IO[bytes]) -> tuple[int, str] | None:
    """Find the first statement with a name that is no IRI: its place from 0, and what is wrong; None if there is none.

    The names of Turtle and TriG may hold characters that no IRI may hold, such as U+E0001. Oxigraph's parser lets some
    of them pass, and does not read again what Oxigraph wrote.
    """
    number = -1
    try:
        for _ in ox.parse(written, format=ox.RdfFormat.N_QUADS):
            number += 1
    except SyntaxError as error:
        written.seek(0)
        line = next(line for place, line in enumerate(written) if place == number + 1)
        parts = re.findall(r"<([^<>]*)>", line.decode())
        return number + 1, f"{next((part for part in parts if not _is_iri(part)), '?')} is no IRI ({reason(error)})"
    return None


def _is_iri(text: str) -> bool:
    try:
        ox.NamedNode(text)
    except ValueError:
        return False
    return True


def reason(error: SyntaxError) -> str:
    """Return the message of a syntax error of Oxigraph's parser, on one line and without the position."""
    return " ".join(re.sub(r"^Parser error .*?: | \(line \d+\)$", "", str(error.args[0])).split())


def parse_turtle(text: str, where: str) -> list[ox.Quad]:
    """Return the quads of a Turtle document."""
    try:
        return [*ox.parse(text, format=ox.RdfFormat.TURTLE, rename_blank_nodes=True)]
    except SyntaxError as error:
        raise InvalidInput(
            f"{where}:{error.lineno or 1}:{error.offset or 1}: turtle-syntax: {reason(error)}; "
            "expected Turtle 1.1; fix the line"
        ) from error
    except MemoryError as error:
        if "buffer" not in str(error):  # Oxigraph's, not the machine's
            raise
        raise too_long(f"{where}:1") from error


def plain(term: str) -> str:
    r"""Return the value of an N-Triples term: its IRI, or its text without escapes.

    >>> plain("<http://a/b>"), plain(r'"a \"b\""@en')
    ('http://a/b', 'a "b"')
    """
    if term.startswith("<"):
        return term[1:-1]
    body = term[1 : term.rindex('"')] if term.startswith('"') else term

    def unescaped(match: re.Match[str]) -> str:
        code = match[1]
        return chr(int(code[1:], 16)) if code[0] in "uU" else _ESCAPES.get(code, code)

    return re.sub(r"\\(u[0-9A-Fa-f]{4}|U[0-9A-Fa-f]{8}|.)", unescaped, body) if "\\" in body else body


class Pieces:
    """A file-like object over pieces of text, which Oxigraph can read."""

    def __init__(self, pieces: Iterable[bytes]) -> None:
        self._pieces, self._rest = iter(pieces), memoryview(b"")

    def read(self, size: int = -1) -> bytes:
        """Return the next bytes, at most `size`; empty at the end."""
        while not self._rest:
            piece = next(self._pieces, None)
            if piece is None:
                return b""
            self._rest = memoryview(piece)
        taken, self._rest = (self._rest[:size], self._rest[size:]) if size >= 0 else (self._rest, memoryview(b""))
        return bytes(taken)


class _Unpacked(io.RawIOBase):
    """A compressed file; reading fails if the unpacked data are far larger than the packed data, as in a zip bomb."""

    def __init__(self, path: Path) -> None:
        self._packed = regular(path).open("rb")
        self._plain = gzip.GzipFile(fileobj=self._packed)

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        size = self._plain.readinto(buffer)
        if self._plain.tell() > SMALL + RATIO * self._packed.tell():
            raise OSError(f"it unpacks to more than {RATIO} times its size")
        return size

    def close(self) -> None:
        super().close()
        self._packed.close()


def _opened(path: Path) -> IO[bytes]:
    return io.BufferedReader(_Unpacked(path), 1 << 20) if path.suffix == ".gz" else regular(path).open("rb")


def _all(file: IO[bytes], pattern: str) -> pl.DataFrame | None:
    """Split a whole file, block by block; return None as soon as a line does not match the pattern."""
    import polars as pl

    frames, rest = [_cut(b"", pattern)], b""
    while block := file.read(BLOCK):
        block = rest + block
        end = block.rfind(b"\n") + 1
        block, rest = block[:end], block[end:]
        frames.append(_cut(block, pattern))
        if frames[-1]["value"].null_count() or len(rest) > LONGEST:
            return None
    frames.append(_cut(rest, pattern))
    return None if frames[-1]["value"].null_count() else pl.concat(frames)


def _cut(block: bytes, pattern: str) -> pl.DataFrame:
    """Split lines into rows; a line that does not match the pattern or is too long becomes a row of nulls."""
    import polars as pl

    if not block:
        return pl.DataFrame(schema=dict.fromkeys(NAMES, pl.String))
    none = pl.DataFrame({name: [None] for name in NAMES}, schema=dict.fromkeys(NAMES, pl.String))
    if b"\x01" in block or block.startswith(codecs.BOM_UTF8):  # polars would split the line there, or skip the mark
        return none
    try:
        lines = pl.read_csv(block, has_header=False, separator="\x01", quote_char=None, schema={"line": pl.String})
    except pl.exceptions.ComputeError:  # not UTF-8, so no line is canonical
        return none
    if lines.height != block.count(b"\n") + (not block.endswith(b"\n")):
        return none
    parts = lines.select(
        pl.when(pl.col("line").str.len_bytes() <= LONGEST).then("line").str.extract_groups(pattern)
    ).unnest("line")
    parts = parts.select("source", pl.coalesce("iri", "blank").alias("subject"), "property", "value")
    return pl.DataFrame([_shared(column) for column in parts.get_columns()])


def _shared(column: pl.Series) -> pl.Series:
    """Store equal texts of a column once. Texts repeat in nearly every column, so this halves the memory."""
    import polars as pl

    known = column.drop_nulls().unique()
    return known.gather(column.cast(pl.Enum(known)).to_physical()).alias(column.name)


def _format(trig: bool) -> ox.RdfFormat:
    return ox.RdfFormat.TRIG if trig else ox.RdfFormat.N_QUADS


def _refused(file: IO[bytes], trig: bool, where: str) -> InvalidInput:
    """Return the error for the first statement that has valid syntax but cannot be read into columns."""
    for number, piece in enumerate([file] if trig else file, 1):
        at = where if trig else f"{where}:{number}"
        for quad in ox.parse(piece, format=_format(trig)):
            if isinstance(quad.object, ox.Triple) or getattr(quad.object, "direction", None):
                return InvalidInput(
                    f"{at}: not-rdf11: it uses RDF 1.2: {str(quad)[:80]}; expected RDF 1.1; remove the statement"
                )
            if not isinstance(quad.graph_name, ox.NamedNode):
                subject = compact(quad.subject.value)
                return InvalidInput(
                    f"{at}: default-graph: {subject}: a statement outside every named graph; "
                    "expected one graph for each source; add the graph"
                )
            if len(ox.serialize([quad], format=ox.RdfFormat.N_QUADS) or b"") > LONGEST:
                return too_long(at)
    raise AssertionError(f"{where}: each statement can be read alone, but not all together")


def too_long(where: str) -> InvalidInput:
    """Return the error for a statement that is longer than the engine reads."""
    return InvalidInput(
        f"{where}: too-long: a statement of more than {LONGEST >> 20} MiB; expected shorter ones; shorten its text"
    )
