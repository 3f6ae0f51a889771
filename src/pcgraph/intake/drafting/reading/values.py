"""What a draft consists of: values with the place in the text that proves them, and engagements with their fields."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

UNNAMED = "unnamed"  # the value of a party that the text describes and does not name


@dataclass(frozen=True)
class Value:
    """One value of a field."""

    value: str | int | float | None  # A slug, an EDTF date, a number; None for a party that the register does not know
    start: int  # characters of the text that say so (end excluded)
    end: int  # characters of the text that say so (end excluded)
    rule: str  # what found it, such as register or trigger:en:sign
    name: str | None = None  # how the text spells a party that the register does not know
    qualifier: str | None = None  # about, at least or at most, of a number

    def as_json(self) -> dict[str, Any]:
        """Return the value as plain data."""
        out: dict[str, Any] = {"value": self.value}
        if self.name is not None:
            out["name"] = self.name
        out |= {"start": self.start, "end": self.end, "rule": self.rule}
        if self.qualifier is not None:
            out["qualifier"] = self.qualifier
        return out


@dataclass
class Engagement:
    """One engagement of a draft."""

    kind: str  # local name of its class
    fields: dict[str, list[Value]] = field(default_factory=dict)  # local name of a property → its values

    def add(self, name: str, *values: Value) -> None:
        """Add values to a field, except those that it has already."""
        known = self.fields.setdefault(name, [])
        for value in values:
            if all((value.value, value.name) != (other.value, other.name) for other in known):
                known.append(value)
        if not known:
            del self.fields[name]

    def first(self, name: str) -> Any:
        """Return the first value of a field, or None."""
        return next((value.value for value in self.fields.get(name, ())), None)

    def as_json(self) -> dict[str, Any]:
        """Return the engagement as plain data."""
        fields = {name: [value.as_json() for value in values] for name, values in self.fields.items()}
        return {"class": self.kind, "fields": fields}
