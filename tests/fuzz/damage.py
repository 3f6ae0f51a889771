"""Good texts → damaged ones: pieces are dropped, doubled, moved, or replaced by others and by what breaks programs."""

from __future__ import annotations

import random
import re
from collections.abc import Sequence

from naughty import NAUGHTY

PIECE = re.compile(r'<[^<>\n]*>|"(?:[^"\\\n]|\\.)*"|[\w:.%-]+|\s+|.', re.DOTALL)
CHARACTERS = (
    "\x00\x01\t\n\r\x1b \"'#%&,;:<>@[\\]{}()|^_=~/-+.?*0123456789aeTZ"
    "\x7f\x85é٣艾\u202e\u2028\ufeff\ufffd\ufffe\uffff𝟙🚀"
)


def text(rng: random.Random, good: str, spare: Sequence[str]) -> str:
    """Damage a text at one to four places; `spare` are pieces to put in."""
    pieces = PIECE.findall(good)
    for _ in range(rng.randint(1, 4)):
        at = rng.randrange(len(pieces) + 1)
        end = at + rng.choice([0, 1, 1, 1, 2, 5, 30])
        kind = rng.randrange(8)
        if kind == 0:
            pieces[at:end] = []
        elif kind == 1:
            pieces[at:at] = pieces[at:end] * rng.choice([1, 1, 2, 50])
        elif kind == 2:
            start = rng.randrange(len(pieces) + 1)
            pieces[at:end] = pieces[start : start + end - at]
        elif kind == 3:
            pieces[at:end] = [rng.choice(NAUGHTY)]
        elif kind == 4:
            pieces[at:end] = [f'"{rng.choice(NAUGHTY)}"']
        elif kind == 5 and at < len(pieces):
            piece = pieces[at]
            place = rng.randrange(len(piece) + 1)
            pieces[at] = piece[:place] + rng.choice(CHARACTERS) + piece[place + rng.randrange(2) :]
        else:
            pieces[at:end] = [rng.choice(spare)]
    return "".join(pieces)


def bytes_(rng: random.Random, good: bytes) -> bytes:
    """Damage bytes at one to four places."""
    found = bytearray(good)
    for _ in range(rng.randint(1, 4)):
        at = rng.randrange(len(found) + 1)
        end = at + rng.choice([0, 1, 1, 4, 100])
        found[at:end] = rng.choice([b"", rng.randbytes(1), rng.randbytes(8), bytes(4), found[at:end] * 2])
    return bytes(found)
