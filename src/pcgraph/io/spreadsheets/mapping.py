"""Reads and checks the mapping of a spreadsheet, a small YAML file that defines what each column means."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from importlib.resources import files
from pathlib import Path
from typing import Any

import yaml

from pcgraph.errors import InvalidInput, nearest
from pcgraph.io.spreadsheets.errors import BadInput, Fault, shown
from pcgraph.io.spreadsheets.rules import ENGAGEMENT, NAMED, NEEDED, SOURCE, Rules, Step, Value
from pcgraph.store.files import shown as shown_path

SHIPPED = files("pcgraph.io.spreadsheets") / "mappings"
STEP = ("status", "date", "if_dated", "when", "unless")
VALUE = ("value", "column", "text", "lookup", "default", "split", "when", "unless", "inferred", "new_agents")


def names() -> list[str]:
    """Return the names of the built-in mappings, sorted."""
    return sorted(Path(entry.name).stem for entry in SHIPPED.iterdir() if entry.name.endswith(".yml"))


def read(name: str, roles: frozenset[str]) -> Rules:
    """Read a mapping.

    Parameters
    ----------
    name : str
        Name of a built-in mapping, or path of a ``.yml`` file.
    roles : frozenset of str
        Local names of the roles in the ontology.

    Raises
    ------
    InvalidInput
        With one line for each key that is unknown, missing or not valid.

    Examples
    --------
    >>> read("aiddata-gcdf", frozenset({"funder", "recipient"})).source["slug"][0].text
    'aiddata-gcdf-2'
    """
    where = f"{name}.yml" if name in names() else shown_path(Path(name))
    try:
        text = (SHIPPED / f"{name}.yml" if name in names() else Path(name)).read_text(encoding="utf-8-sig")
        content = yaml.load(text, _Strings)  # noqa: S506 -- creates only text, lists and dicts
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
    found = reader.mapping(name, text, content)
    if reader.faults:
        raise InvalidInput([str(fault) for fault in reader.faults])
    return found


class _Strings(yaml.BaseLoader):
    """Loads YAML with all scalars as text (also ``Yes`` and ``2019``); keys must be text and unique.

    Aliases are refused, because a few lines of them can expand to a huge text.
    """

    def compose_node(self, parent: yaml.Node | None, index: int) -> yaml.Node | None:
        if self.check_event(yaml.AliasEvent):
            event = self.peek_event()  # type: ignore[no-untyped-call]
            raise yaml.composer.ComposerError(None, None, f"an alias, *{event.anchor}", event.start_mark)
        return super().compose_node(parent, index)

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Any, Any]:
        seen = set()
        for key, _ in node.value:
            if not isinstance(key, yaml.ScalarNode):
                raise yaml.constructor.ConstructorError(None, None, "a key that is not text", key.start_mark)
            if key.value in seen:
                raise yaml.constructor.ConstructorError(None, None, f"{key.value} occurs twice", key.start_mark)
            seen.add(key.value)
        return super().construct_mapping(node, deep)


class _Reader:
    """Converts parsed YAML to a mapping and collects its faults."""

    def __init__(self, where: str, roles: frozenset[str]) -> None:
        self.where, self.roles = where, roles
        self.faults: list[Fault] = []
        self.lookups: dict[str, dict[str, str]] = {}

    def fault(self, path: str, what: str, expected: str, todo: str) -> None:
        self.faults.append(
            BadInput("bad-mapping", what, expected, todo).locate(f"{self.where}, {path}" if path else self.where)
        )

    def keys(self, path: str, content: Any, known: Sequence[str]) -> Iterator[tuple[str, str, Any]]:
        """Yield path, key and value for the known keys of a part; record a fault for the others."""
        if not isinstance(content, dict):
            what = f"{shown(str(content))} is not a mapping of keys"
            self.fault(path, what, f"expected {', '.join(known)}", "write keys")
            return
        for key, value in content.items():
            here = f"{path}.{key}" if path else str(key)
            if key in known:
                yield here, key, value
            else:
                self.fault(here, "unknown key", f"expected one of {', '.join(known)}", nearest(key, known))

    def mapping(self, name: str, text: str, content: Any) -> Rules:
        top = ("title", "lookups", "source", "engagement", "steps", "roles", "ignore")
        parts = {key: value for _, key, value in self.keys("", content, top)}
        for path, items in ((f"lookups.{name}", items) for name, items in (parts.get("lookups") or {}).items()):
            self.lookups[path.partition(".")[2]] = self.lookup(path, items)
        source = self.fields("source", parts.get("source", {}), SOURCE)
        engagement = self.fields("engagement", parts.get("engagement", {}), ENGAGEMENT)
        roles = self.fields("roles", parts.get("roles", {}), sorted(self.roles))
        if "slug" not in source and "address" not in source:
            self.fault("source", "has neither slug nor address", "expected one of them", "add the address")
        steps = parts.get("steps")
        if not isinstance(steps, list) or not steps:
            self.fault("steps", "no step", "expected a list of status and date", "add the status")
            steps = []
        made = tuple(self.step(f"steps.{number}", step) for number, step in enumerate(steps, 1))
        ignore = parts.get("ignore", [])
        if not isinstance(ignore, list):
            self.fault(
                "ignore", "is not a list", "expected the columns that are intentionally not used", "write a list"
            )
        return Rules(
            name, text, str(parts.get("title", name)), self.lookups, source, engagement, made, roles, tuple(ignore)
        )

    def fields(self, path: str, content: Any, known: Sequence[str]) -> dict[str, tuple[Value, ...]]:
        found = {key: self.values(here, value) for here, key, value in self.keys(path, content, known)}
        for key in NEEDED.get(path, ()):
            if key not in found:
                self.fault(f"{path}.{key}", "missing", "expected where its value comes from", "add a column or a value")
        return found

    def step(self, path: str, content: Any) -> Step:
        parts = {key: (here, value) for here, key, value in self.keys(path, content, STEP)}
        if "status" not in parts:
            self.fault(path, "has no status", "expected where its value comes from", "add a column or a value")
        status, date = (self.values(*parts[key]) if key in parts else () for key in ("status", "date"))
        when, unless = (self.conditions(*parts[key]) if key in parts else {} for key in ("when", "unless"))
        return Step(status, date, self.boolean(*parts.get("if_dated", (path, "no"))), when, unless)

    def values(self, path: str, content: Any) -> tuple[Value, ...]:
        """Return one value, or several, of which the first that is not empty counts."""
        if isinstance(content, list):
            return tuple(self.value(f"{path}.{number}", item) for number, item in enumerate(content, 1))
        return (self.value(path, content),)

    def value(self, path: str, content: Any) -> Value:
        if isinstance(content, str):
            return Value(content)
        parts = {key: (here, value) for here, key, value in self.keys(path, content, VALUE)}
        origins = [key for key in ("value", "column", "text") if key in parts]
        if len(origins) != 1 and isinstance(content, dict):
            self.fault(path, f"has {len(origins)} origins", "expected one of column, text, value", "keep one")
            return Value()
        given = {key: value for key, (_, value) in parts.items()}
        text, columns = str(given.get("value", "")), list[tuple[str, str]]()
        if "column" in parts:
            columns = [(str(given["column"]), "")]
        elif "text" in parts:
            text, columns = (
                str(given["text"]),
                [(match[1], match[2] or "") for match in NAMED.finditer(str(given["text"]))],
            )
        for _, name in columns:
            if name and name not in self.lookups:
                self.fault(path, f"no lookup {name}", "expected one of lookups", nearest(name, self.lookups))
        return Value(
            text,
            tuple(columns),
            self.lookup(*parts["lookup"]) if "lookup" in parts else {},
            str(given.get("default", "")),
            str(given.get("split", "")),
            self.conditions(*parts["when"]) if "when" in parts else {},
            self.conditions(*parts["unless"]) if "unless" in parts else {},
            self.boolean(*parts["inferred"]) if "inferred" in parts else False,
            self.new_agents(*parts["new_agents"]) if "new_agents" in parts else None,
        )

    def lookup(self, path: str, content: Any) -> dict[str, str]:
        if isinstance(content, str):
            if content not in self.lookups:
                self.fault(path, f"no lookup {content}", "expected one of lookups", nearest(content, self.lookups))
            return self.lookups.get(content, {})
        if not isinstance(content, dict) or not all(isinstance(item, str) for item in content.values()):
            self.fault(path, "is not a lookup", "expected 'cell: meaning' on each line", "write it in this form")
            return {}
        return {" ".join(key.split()).casefold(): item for key, item in content.items()}

    def conditions(self, path: str, content: Any) -> dict[str, tuple[str, ...]]:
        if not isinstance(content, dict):
            expected = "expected 'Column: value' or 'Column: [values]'"
            self.fault(path, "is not a condition", expected, "write it in this form")
            return {}
        return {key: tuple(item) if isinstance(item, list) else (item,) for key, item in content.items()}

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
