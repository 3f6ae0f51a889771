"""What a name itself says about its thing: the country that it mentions, and the classes that its words imply.

The hints reject candidates that cannot be meant, and fill in proposals for a person. They never link a name.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping
from pathlib import Path

from pcgraph.model.naming import letters
from pcgraph.query.names.matching import without_form

CLASSES: dict[str, list[str]] = tomllib.loads(Path(__file__).with_name("class_words.toml").read_text(encoding="utf-8"))
_WORDS = "|".join(  # a group for each class, with the longest words first
    f"(?P<{class_}>{'|'.join(sorted(words, key=len, reverse=True))})".replace("-", r"\w{3,}")
    for class_, words in CLASSES.items()
)
_WORD = re.compile(rf"\b(?:{_WORDS})\b")
_OF = re.compile(r" (?:of|for|in|at|de|del|des|do|da|du|di|fur|der) ")


class CountryNames:
    """Finds the country that a name mentions.

    >>> known = CountryNames({"NO": ["Norway"], "GN": ["Guinea"], "GQ": ["Equatorial Guinea"]})
    >>> known.mentioned("Ministry of Finance of Equatorial Guinea"), known.mentioned("Norway–Guinea Bank")
    ('GQ', None)
    """

    def __init__(self, countries: Mapping[str, Iterable[str]]) -> None:
        self._codes = {letters(name): code for code, names in sorted(countries.items()) for name in names}
        longest_first = sorted(filter(None, self._codes), key=lambda name: (-len(name), name))
        self._pattern = re.compile(rf"\b({'|'.join(map(re.escape, longest_first))})\b") if longest_first else None

    def code(self, name: str) -> str | None:
        """Return the code of the country of this name."""
        return self._codes.get(letters(name))

    def mentioned(self, name: str) -> str | None:
        """Return the code of the one country that a name mentions; None if it mentions none or several."""
        found = {self._codes[each] for each in self._pattern.findall(letters(name))} if self._pattern else set()
        return found.pop() if len(found) == 1 else None


def implied_class(name: str) -> str | None:
    """Return the local name of the class that the words of a name imply, or None.

    >>> implied_class("Ministry of Ports"), implied_class("Lumen Pvt. Ltd. (LPL)"), implied_class("Borealis")
    ('Ministry', 'Company', None)
    >>> implied_class("Vik University Hospital"), implied_class("College of Music Foundation")
    ('Organization', 'University')
    """
    bare = letters(re.sub(r"[(\[][^)\]]*[)\]]", " ", name))
    formless = without_form(bare)
    words = [each.lastgroup for part in (formless, _OF.split(formless)[0]) for each in _WORD.finditer(part)]
    class_ = words[-1] if words else None
    return "Company" if class_ != "FinancialInstitution" and formless != bare else class_


def has_class_word(name: str) -> bool:
    """Return whether a name has a word that implies a class."""
    return bool(_WORD.search(letters(name)))
