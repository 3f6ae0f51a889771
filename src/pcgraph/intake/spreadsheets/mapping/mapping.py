"""Reads and checks the mapping of a spreadsheet, a small YAML file that defines what each column means."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from decimal import Decimal
from functools import cache, lru_cache, partial
from importlib.resources import files
from pathlib import Path
from typing import Any

import yaml

from pcgraph.errors import InvalidInput, nearest
from pcgraph.intake.errors import BadInput, Fault, shown
from pcgraph.intake.spreadsheets.mapping.rule import Rules, Step, Value
from pcgraph.intake.spreadsheets.readers.table import DELIMITERS, Layout
from pcgraph.intake.values import DECIMALS, ORDERS
from pcgraph.store.files import shown as shown_path
from pcgraph.store.strict_yaml import Strings

SHIPPED = files("pcgraph.intake.spreadsheets") / "mappings"
# The properties of a source and of an engagement, in the order in which they are written.
CARD = ("title", "publisher", "tier", "said_by", "date", "first_seen", "address", "wire")
SOURCE = ("slug", *CARD)
LINKS = ("covers", "during", "part_of", "led_to", "precedes")
FACTS = (
    *("kind", *LINKS, "sector", "place", "aim", "quantity", "quantity_of", "amount", "currency", "constant_prices"),
    *("basis", "amount_shared", "starts", "ends", "expected", "parties_complete", "said_by"),
)
ENGAGEMENT = ("id", "label", "description", "class", *FACTS, "passage", "quote")
MANY = ("sector", "place", "aim", "said_by", *LINKS)  # these and all roles may have several values
NEEDED = {"source": ("title", "publisher", "tier", "first_seen"), "engagement": ("class", "label", "passage")}
STEP = ("status", "date", "if_dated", "when", "unless", "agreements")
VALUE = (
    *("value", "column", "text", "lookup", "default", "split", "find", "write", "of_rows"),
    *("when", "unless", "of_class", "inferred", "new_agents", "times", "decimal", "dates"),
)

NAMED = re.compile(r"\{([^{}|]+)(?:\|([^{}|]+))?\}")
_NUMBERS, _DAYS = ("amount", "quantity"), ("date", "first_seen", "starts", "ends", "expected")
FOR = {"times": _NUMBERS, "decimal": _NUMBERS, "dates": _DAYS}  # the values that these keys are for
OPEN = "?"  # what a proposed mapping says where a person has to answer
_ORIGIN = ("expected where its value comes from", "add a column or a value")


@cache
def camel_case(key: str) -> str:
    """Return a key of a mapping as a local name of the ontology.

    >>> camel_case("parties_complete")
    'partiesComplete'
    """
    first, *rest = key.split("_")
    return first + "".join(map(str.title, rest))


def names() -> list[str]:
    """Return the names of the built-in mappings, sorted."""
    return sorted(Path(entry.name).stem for entry in SHIPPED.iterdir() if entry.name.endswith(".yml"))


def read(name: str, roles: frozenset[str]) -> Rules:
    """Read a mapping.

    >>> read("aiddata-gcdf", frozenset({"funder", "recipient"})).source["slug"][0].text
    'aiddata-gcdf-2'
    """
    shipped = name in names()
    where = f"{name}.yml" if shipped else shown_path(Path(name))
    try:
        text = (SHIPPED / f"{name}.yml" if shipped else Path(name)).read_text(encoding="utf-8-sig")
        content = _parsed(text)
    except (OSError, UnicodeDecodeError) as error:
        reason = getattr(error, "strerror", None) or "not UTF-8"
        broken = BadInput("bad-mapping", reason, "expected a .yml file, or a name", nearest(name, names()))
        raise InvalidInput(str(broken.locate(where))) from error
    except (yaml.YAMLError, RecursionError) as error:
        mark, problem = getattr(error, "problem_mark", None), getattr(error, "problem", None) or "it cannot be read"
        place = f"{where}, line {mark.line + 1}" if mark else where
        broken = BadInput("bad-mapping", f"not YAML ({problem})", "expected keys and values", "fix the line")
        raise InvalidInput(str(broken.locate(place))) from error
    reader = _Reader(where, roles)
    found = reader.rules(text, content)
    if reader.faults:
        raise InvalidInput([str(fault) for fault in reader.faults])
    return found


def proposed(content: Any, roles: frozenset[str]) -> Rules:
    """Return a mapping that is not complete; what is wrong with it is left out."""
    return _Reader("", roles).rules("", content)


@lru_cache(maxsize=8)
def _parsed(text: str) -> Any:
    return yaml.load(text, Strings)  # noqa: S506 -- creates only text, lists and dicts


class _Reader:
    """Converts parsed YAML to a mapping and collects its faults."""

    def __init__(self, where: str, roles: frozenset[str]) -> None:
        self.where, self.roles, self.faults = where, sorted(roles), list[Fault]()
        self.lookups: dict[str, dict[str, str]] = {}

    def fault(self, path: str, what: str, expected: str, todo: str) -> None:
        self.faults.append(BadInput("bad-mapping", what, expected, todo).locate(f"{self.where}, {path}".rstrip(", ")))

    def keys(self, path: str, content: Any, known: Iterable[str] | None = None) -> Iterator[tuple[str, str, Any]]:
        """Yield path, key and value for the known keys of a part (None: all); record a fault for the others."""
        expected = "names" if known is None else ", ".join(known)
        if not isinstance(content, dict):
            self.fault(path, f"{shown(str(content))} is not a mapping of keys", f"expected {expected}", "write keys")
            return
        for key, value in content.items():
            here = f"{path}.{key}" if path else key
            if known is None or key in known:
                yield here, key, value
            else:
                self.fault(here, "unknown key", f"expected one of {expected}", nearest(key, known))

    def rules(self, text: str, content: Any) -> Rules:
        top = ("title", "table", "lookups", "source", "engagement", "steps", "roles", "ignore")
        parts = {key: value for _, key, value in self.keys("", content, top)}
        for path, name, items in self.keys("lookups", parts.get("lookups") or {}):
            self.lookups[name] = self.lookup(path, items)
        source, engagement, roles = (
            self.section(path, parts.get(path, {}), known)
            for path, known in (("source", SOURCE), ("engagement", ENGAGEMENT), ("roles", self.roles))
        )
        if "slug" not in source and "address" not in source:
            self.fault("source", "has neither slug nor address", "expected one of them", "add the address")
        steps = parts.get("steps")
        if not isinstance(steps, list) or not steps:
            self.fault("steps", "no step", "expected a list of status and date", "add the status")
            steps = []
        made = tuple(self.step(f"steps.{number}", step) for number, step in enumerate(steps, 1))
        ignore = parts.get("ignore", [])
        if not _are_texts(ignore):
            expected = "expected the columns that are intentionally not used"
            self.fault("ignore", "is not a list", expected, "write a list")
        table = self.keys("table", parts.get("table", {}), ("delimiter", "header"))
        layout = Layout(**self.options("table", {key: value for _, key, value in table}))
        return Rules(text, self.lookups, source, engagement, made, roles, tuple(ignore), layout)

    def section(self, path: str, content: Any, known: Iterable[str]) -> dict[str, tuple[Value, ...]]:
        """Convert the values of the source, of the engagement or of the roles."""
        found = {key: self.values(here, value) for here, key, value in self.keys(path, content, known)}
        for key in NEEDED.get(path, ()):
            if key not in found and not (key == "passage" and "quote" in found):
                self.fault(f"{path}.{key}", "missing", *_ORIGIN)
        return found

    def step(self, path: str, content: Any) -> Step:
        given = {key: value for _, key, value in self.keys(path, content, STEP)}
        if "status" not in given:
            self.fault(path, "has no status", *_ORIGIN)
        return Step(**self.options(path, given))

    def values(self, path: str, content: Any) -> tuple[Value, ...]:
        """Convert one value, or several."""
        if not isinstance(content, list):
            return (self.value(path, content),)
        if not content:
            self.fault(path, "is an empty list", *_ORIGIN)
        found = tuple(self.value(f"{path}.{number}", item) for number, item in enumerate(content, 1))
        if _is_several(path) and len({value.inferred for value in found}) > 1:
            expected = "expected all or none of them, because the mark is on the whole"
            self.fault(path, "some values are inferred", expected, "write inferred: yes for each, or for none")
        return found

    def value(self, path: str, content: Any) -> Value:
        if isinstance(content, str):
            return Value(self.string(path, content))
        given = {key: value for _, key, value in self.keys(path, content, VALUE)}
        origins = [key for key in ("value", "column", "text") if key in given]
        if len(origins) != 1:
            if isinstance(content, dict):
                self.fault(path, f"has {len(origins)} origins", "expected one of column, text, value", "keep one")
            return Value()
        kind = origins[0]
        text = self.string(f"{path}.{kind}", given.pop(kind))
        parts = [(text, "")] if kind == "column" else NAMED.findall(text) if kind == "text" else []
        for _, name in parts:
            if name:
                self.named_lookup(path, name)
        for name in ("split", "find", "of_rows") if not _is_several(path) else ():
            if name in given:
                expected = f"expected it only for roles and {', '.join(MANY)}"
                self.fault(
                    f"{path}.{name}", f"only one value is allowed for {_key(path)[-1]}", expected, f"delete {name}"
                )
        for name in (name for name, keys in FOR.items() if name in given and _key(path)[-1] not in keys):
            expected = f"expected it only for {', '.join(FOR[name])}"
            self.fault(f"{path}.{name}", "is not for this value", expected, "delete it")
        return Value("" if kind == "column" else text, tuple(parts), **self.options(path, given))

    def options(self, path: str, given: dict[str, Any]) -> dict[str, Any]:
        """Convert the values of keys that steps and values have."""
        convert: dict[str, Callable[[str, Any], Any]] = {
            **dict.fromkeys(("status", "date"), self.values),
            "lookup": self.lookup,
            **dict.fromkeys(("default", "write", "agreements"), self.string),
            "split": self.strings,
            "find": self.pattern,
            **dict.fromkeys(("of_rows", "when", "unless"), self.conditions),
            "of_class": self.of_class,
            **dict.fromkeys(("inferred", "if_dated"), self.boolean),
            "new_agents": self.new_agents,
            "times": self.number,
            "decimal": partial(self.choice, DECIMALS),
            "dates": partial(self.choice, ORDERS),
            "delimiter": partial(self.choice, DELIMITERS),
            "header": lambda path, content: int(self.number(path, content) or 1),
        }
        return {key: convert[key](f"{path}.{key}", given[key]) for key in convert if key in given}

    def string(self, path: str, content: Any) -> str:
        if not isinstance(content, str):
            self.fault(path, f"{shown(str(content))} is not text", "expected text", "write it in quotation marks")
        elif content == OPEN:
            self.fault(path, "is an open question", "expected your answer", f"write it in place of {OPEN}")
        return str(content)

    def strings(self, path: str, content: Any) -> tuple[str, ...]:
        several = content if isinstance(content, list) else [content]
        return tuple(filter(None, (self.string(path, item) for item in several)))

    def choice(self, known: Iterable[str], path: str, content: Any) -> str:
        if (text := self.string(path, content)) not in (*known, OPEN):
            self.fault(path, f"{shown(text)} is not valid", f"expected one of {', '.join(known)}", nearest(text, known))
        return text

    def number(self, path: str, content: Any) -> Decimal | None:
        if (text := self.string(path, content)) == OPEN:
            return None
        if re.fullmatch(r"\d{1,30}(\.\d{1,30})?", text) and Decimal(text):
            return Decimal(text)
        self.fault(path, f"{shown(text)} is not a number above 0", "expected digits such as 1000000", "write digits")
        return None

    def pattern(self, path: str, content: Any) -> str:
        text = self.string(path, content)
        try:
            groups = re.compile(text).groups
        except re.error as error:
            self.fault(path, f"{shown(text)} is not a regular expression ({error})", "expected one", "correct it")
            return ""
        if groups != 1:
            self.fault(path, f"has {groups} groups", "expected one group, in round brackets", "mark what to keep")
        return text

    def of_class(self, path: str, content: Any) -> dict[str, str]:
        given = self.lookup(path, content)
        if path.startswith("steps.") and "status" in path.split("."):
            return given
        if not path.startswith("roles."):
            self.fault(path, "is not for this value", "expected it only for roles and the status", "delete it")
        for key, role in given.items():
            for part in role.split(";"):
                self.choice(self.roles, f"{path}.{key}", part.strip())
        return given

    def lookup(self, path: str, content: Any) -> dict[str, str]:
        if isinstance(content, str):
            return self.named_lookup(path, content)
        if not isinstance(content, dict) or not _are_texts([*content.values()]):
            self.fault(path, "is not a lookup", "expected 'cell: meaning' on each line", "write it in this form")
            return {}
        return {" ".join(key.split()).casefold(): self.string(f"{path}.{key}", item) for key, item in content.items()}

    def named_lookup(self, path: str, name: str) -> dict[str, str]:
        if name not in self.lookups:
            self.fault(path, f"no lookup {name}", "expected one of lookups", nearest(name, self.lookups))
        return self.lookups.get(name, {})

    def conditions(self, path: str, content: Any) -> dict[str, tuple[str, ...]]:
        if isinstance(content, dict):
            found = {key: item if isinstance(item, list) else [item] for key, item in content.items()}
            if all(map(_are_texts, found.values())):
                return {key: tuple(item) for key, item in found.items()}
        expected = "expected 'Column: value' or 'Column: [values]'"
        self.fault(path, "is not a condition", expected, "write it in this form")
        return {}

    def boolean(self, path: str, content: Any) -> bool:
        if content not in ("yes", "no", "true", "false"):
            self.fault(path, f"{shown(str(content))} is not valid", "expected yes or no", "write one of them")
        return content in ("yes", "true")

    def new_agents(self, path: str, content: Any) -> tuple[Value, Value] | None:
        if content in ("no", "false"):
            return None
        parts = {key: self.value(here, value) for here, key, value in self.keys(path, content, ("class", "country"))}
        if "class" not in parts:
            self.fault(path, "has no class", "expected the class of new agents, and their country", "add class")
        return parts.get("class", Value()), parts.get("country", Value())


def _key(path: str) -> list[str]:
    """Return the keys of a path, without the numbers of a list."""
    return [key for key in path.split(".") if not key.isdecimal()]


def _is_several(path: str) -> bool:
    """Return whether a part of a mapping may have several values."""
    section, *names = _key(path)
    return len(names) == 1 and (section == "roles" or names[0] in MANY)


def _are_texts(content: Any) -> bool:
    return isinstance(content, list) and all(isinstance(item, str) for item in content)
