"""Turns the bytes of an answer into text: decompression with a limit, and the character encoding."""

from __future__ import annotations

import codecs
import re
import zlib
from dataclasses import dataclass

from pcgraph.query.remote.transport import TooLong

BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),  # before UTF-16, whose mark is the beginning of this one
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# What browsers read under these names, https://encoding.spec.whatwg.org/#names-and-labels
READ_AS = {
    **dict.fromkeys(("iso8859-1", "ascii"), "cp1252"),
    **dict.fromkeys(("gb2312", "gbk"), "gb18030"),
    "iso8859-9": "cp1254",
    "shift_jis": "cp932",
    "euc_kr": "cp949",
}
META = re.compile(rb"""<meta[^>]+charset\s*=\s*["']?\s*([\w.:-]+)|<\?xml[^>]+encoding\s*=\s*["']([\w.:-]+)""", re.I)


class Broken(Exception):
    """Raised when compressed bytes are damaged, or compressed in a way that was not asked for."""


@dataclass(frozen=True)
class Decoded:
    """A text, the encoding it was read in, and a note if the server named another one."""

    text: str
    encoding: str
    note: str = ""


def decompress(body: bytes, encoding: str, most: int) -> bytes:
    """Return the bytes of an answer without its compression.

    >>> import gzip
    >>> decompress(gzip.compress(b"lights"), "gzip", 100)
    b'lights'
    """
    names = [name.strip().lower() for name in encoding.split(",") if name.strip().lower() not in ("", "identity")]
    if not names:
        return body
    if len(names) > 1 or names[0] not in ("gzip", "x-gzip", "deflate"):
        raise Broken(f"the answer is compressed in a way that was not asked for ({', '.join(names)[:60]})")
    if not body:
        return body
    raw = names[0] == "deflate" and not (body[0] & 0x0F == 8 and int.from_bytes(body[:2], "big") % 31 == 0)
    parts: list[bytes] = []
    size, rest = 0, body
    while rest:
        unpacker = zlib.decompressobj(-15 if raw else 47)
        try:
            part = unpacker.decompress(rest, most - size + 1)
        except zlib.error as error:
            if parts:  # what follows a complete member is not compressed; browsers ignore it
                break
            raise Broken("the compressed answer is damaged") from error
        parts.append(part)
        size += len(part)
        if size > most:
            raise TooLong
        if not unpacker.eof:
            raise Broken("the compressed answer ends too early")
        rest = unpacker.unused_data.lstrip(b"\0")
    return b"".join(parts)


def decode(content: bytes, declared: str = "") -> Decoded:
    """Return the text of bytes in the encoding that they really have.

    A byte order mark decides. Otherwise bytes that are valid UTF-8 are read so, whatever the server says: no text in
    another encoding is that by chance. Then the name that the server declares counts, then that in the page, then a
    guess.

    >>> decode("café".encode(), "iso-8859-1")
    Decoded(text='café', encoding='utf-8', note='declared as iso-8859-1, but it is utf-8')
    >>> decode("café".encode("cp1252"), "iso-8859-1").text
    'café'
    """
    for mark, name in BOMS:
        if content.startswith(mark):
            return Decoded(content.decode(name, "replace"), name.removesuffix("-sig"))
    known = _codec(declared)
    wide = known.startswith("utf-16") or known.startswith("utf-32")
    if not wide and not content.isascii() and (text := _strictly(content, "utf-8")) is not None:
        lie = bool(known) and known != "utf-8"
        return Decoded(text, "utf-8", f"declared as {declared}, but it is utf-8" if lie else "")
    inside = META.search(content[:4096])
    in_page = _codec((inside[1] or inside[2]).decode("ascii")) if inside else ""
    for name in filter(None, (known, "" if in_page.startswith(("utf-16", "utf-32")) else in_page, "utf-8")):
        read_as = READ_AS.get(name, name)
        if (text := _strictly(content, read_as)) is not None:
            note = f"declared as {declared}, but it is {read_as}" if known and name != known else ""
            return Decoded(text, read_as, note)
    from charset_normalizer import from_bytes

    best = from_bytes(content).best()
    name = best.encoding if best is not None else "cp1252"
    return Decoded(content.decode(name, "replace"), name, f"its encoding is a guess: {name}")


def _codec(name: str) -> str:
    """Return Python's name for an encoding; "" if it has none, or if it is one of Python's own for other things."""
    try:
        found = codecs.lookup(name.strip("\"' ")).name
        "".encode(found)
    except (LookupError, ValueError):
        return ""
    return "" if found in ("idna", "punycode", "unicode_escape", "raw_unicode_escape", "undefined", "utf-7") else found


def _strictly(content: bytes, encoding: str) -> str | None:
    try:
        return content.decode(encoding)
    except (UnicodeDecodeError, LookupError):
        return None
