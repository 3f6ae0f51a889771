"""Finds the names of the register in a text: the longest name at each place, and only names that mean one thing."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from pcgraph.model.entities import Entity
from pcgraph.model.namespaces import local
from pcgraph.model.naming import letters
from pcgraph.query.names.matching import initials, without_form

_WORD = re.compile(r"[^\W_\u2e80-\u9fff\uf900-\ufaff]+|&")  # a Latin name ends where Han signs begin
_GAP = re.compile(r"[\s\-–/’'()&]*(?:\.\s?)?")  # what may stand between two words of one name
_SCRIPT = re.compile(r"[\u0e00-\u0eff\u2e80-\u9fff\uf900-\ufaff]")  # written without spaces
_FORM = re.compile(
    r"(?:[ ,]{1,2}(?:Co|Corp|Company|Corporation)\b\.?)?[ ,]{1,2}(?:\(?(?:Pvt|Private|Pte|Pty)\.?\)? )?"
    r"(?:Ltd|Limited|Inc|Incorporated|Corp|LLC|PLC|plc|AG|GmbH|SA|NV|Oy|AB)\b\.?"
)
ABBREVIATED = 3  # most letters of a word before a full stop that does not end a sentence, such as St.
MASK = "¤"  # stands for each character of a mention or a date, which then is no trigger
_LEAST = 4  # letters of a name without its company form


@dataclass(frozen=True)
class Mention:
    """A place in a text that names something."""

    start: int
    end: int
    slug: str | None  # None if the register does not know the name
    kind: str  # local name of its class
    group: str  # agent, place, other (known, but no party), unknown or unnamed
    rule: str = "register"
    spelt: tuple[int, int] | None = None  # of an unknown name: where the text has it in full

    @property
    def key(self) -> object:
        """What it names: a slug, or the place of an unknown name."""
        return self.slug or self.spelt


@dataclass
class _Node:
    """A node of the trie: next words, and the things whose names end here, with the spelling of each name."""

    words: dict[str, _Node] = field(default_factory=lambda: defaultdict(_Node))
    ends: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))  # IRI → spellings


class Register:
    """The names of a register, compiled for the search in texts; `holders` are the people of each office or body."""

    def __init__(
        self,
        entities: Mapping[str, Entity],
        agents: Iterable[str],
        places: Iterable[str],
        barred: Iterable[str] = (),
        holders: Mapping[str, Iterable[str]] = MappingProxyType({}),
    ) -> None:
        self.entities, self.holders = entities, holders
        self.by_slug = {local(iri): thing for iri, thing in entities.items()}
        self._agents, self._places = frozenset(agents) - {"UnnamedParty"}, frozenset(places)
        self._root = _Node()
        self._unspaced: dict[str, set[str]] = defaultdict(set)
        barred = {letters(word) for word in barred}
        shorter: dict[str, set[str]] = defaultdict(set)
        for iri, thing in entities.items():
            if "." in local(iri):
                continue  # a step or another part of an engagement
            spelt = [name for name in thing.spellings if name[:1].isupper() or _SCRIPT.search(name)]
            for name in sorted(
                {*thing.labels.values(), *thing.aliases, *(spelt if self.group(thing) == "agent" else ())}
            ):
                self._add(name, iri)
                if self.group(thing) == "agent" and len(bare := without_form(letters(name))) >= _LEAST:
                    shorter[bare].add(iri)
            if self.group(thing) == "agent" and (local_name := self._without_country(thing)):
                shorter[local_name].add(iri)
            if self.group(thing) == "agent" and (short := initials(thing.label)) and short not in barred:
                shorter[short.upper()].add(iri)
        for name, iris in sorted(shorter.items()):
            node = self._node(letters(name))
            if not node.ends:  # a name of its own takes precedence
                for iri in iris:
                    node.ends[iri].add(name if name.isupper() else name.title())

    def group(self, thing: Entity) -> str:
        """Return whether a thing is an agent, a place or something else."""
        return "agent" if thing.kind in self._agents else "place" if thing.kind in self._places else "other"

    def _without_country(self, thing: Entity) -> str | None:
        """Return a name without the country at its end: "Harbour Office of Eastmark"; None if it has none."""
        country = self.entities.get(thing.country or "")
        for name in country.labels.values() if country else ():
            for end in (f" of {letters(name)}", f" {letters(name)}"):
                bare = letters(thing.label).removesuffix(end)
                if bare != letters(thing.label) and len(bare.split()) > 1 and not bare.endswith(" of"):
                    return bare
        return None

    def _node(self, key: str) -> _Node:
        node = self._root
        for word in key.split():
            node = node.words[word]
        return node

    def _add(self, name: str, iri: str) -> None:
        if _SCRIPT.search(name):
            self._unspaced[name].add(iri)
        elif len(key := letters(name)) > 1:
            self._node(key).ends[iri].add(name)

    def find(self, text: str) -> list[Mention]:
        """Return the mentions in a text, in its order; they do not overlap. Cost: one pass over the words."""
        words = list(_WORD.finditer(text))
        found: list[Mention] = []
        at = 0
        while at < len(words):
            last, mention = self._longest(text, words, at)
            if mention:
                found.append(mention)
            at = last + 1
        found += self._find_unspaced(text)
        return sorted(found, key=lambda each: each.start)

    def _longest(self, text: str, words: list[re.Match[str]], first: int) -> tuple[int, Mention | None]:
        """Return the last word of the longest name that begins at a word, and its mention."""
        node, best, at = self._root, (first, None), first
        while at < len(words):
            if at > first and not self._joined(words[at - 1][0], text[words[at - 1].end() : words[at].start()], node):
                break
            key = letters(words[at][0]).split()
            for part in key:
                node = node.words.get(part) if node is not None else None  # type: ignore[assignment]
            if node is None or not key:
                break
            start, end = words[first].start(), words[at].end()
            if mention := self._mention(node, text, start, end):
                best = (at, mention)  # type: ignore[assignment]
            elif node.ends:
                best = (at, None) if any(self._fits(name, text[start:end]) for name in _all(node)) else best
            at += 1
        return best

    @staticmethod
    def _joined(word: str, gap: str, node: _Node) -> bool:
        """Return whether what stands between two words may belong to one name."""
        if "." in gap and len(word) > ABBREVIATED:
            return False
        return bool(_GAP.fullmatch(gap)) or (gap.strip() == "," and any("," in name for name in _below(node)))

    def _mention(self, node: _Node, text: str, start: int, end: int) -> Mention | None:
        fitting = [iri for iri, names in node.ends.items() if any(self._fits(name, text[start:end]) for name in names)]
        for group in ("agent", "place", "other"):
            these = [iri for iri in fitting if self.group(self.entities[iri]) == group]
            if len(these) == 1:
                form = _FORM.match(text, end)
                last = end
                if form and group == "agent":  # the full stop of a form is none of a sentence before a small letter
                    more = re.match(r"\s+[a-z(]|[,:;]", text[form.end() :])
                    last = form.end() - (form[0].endswith(".") and not more)
                return Mention(start, last, local(these[0]), self.entities[these[0]].kind, group)
            if these:
                return None
        return None

    @staticmethod
    def _fits(name: str, spelt: str) -> bool:
        """Return whether a name is spelt so: initials in upper case, others with the first letter of the register."""
        if name.isupper() and len(name) <= 8:
            return spelt == name or (spelt.isupper() and letters(spelt) == letters(name))
        return not name[:1].isupper() or spelt[:1].isupper() or not spelt[:1].isalpha()

    def _find_unspaced(self, text: str) -> Iterator[Mention]:
        if not self._unspaced or not _SCRIPT.search(text):
            return
        pattern = "|".join(map(re.escape, sorted(self._unspaced, key=lambda name: (-len(name), name))))
        for match in re.finditer(pattern, text):
            iris = sorted(self._unspaced[match[0]])
            groups = [self.group(self.entities[iri]) for iri in iris]
            if len(iris) == 1 and groups[0] != "other":
                yield Mention(*match.span(), local(iris[0]), self.entities[iris[0]].kind, groups[0])


def _all(node: _Node) -> set[str]:
    return {name for names in node.ends.values() for name in names}


def _below(node: _Node) -> Iterator[str]:
    """Yield the names that end at a node or below it."""
    yield from _all(node)
    for other in node.words.values():
        yield from _below(other)
