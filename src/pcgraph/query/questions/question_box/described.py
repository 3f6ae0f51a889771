"""What an answer is called, and its address on the map."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from urllib.parse import quote_plus

PARTIES = ("agent", "group", "person")  # kinds of names that have a mark on the map


class Described:
    """The names and titles of one document."""

    def __init__(self, document: Mapping[str, Any]) -> None:
        self.document = document
        self.works = {value for _, role, value, _ in document["names"] if role == "thing"}
        self.roles = {value: role for _, role, value, _ in reversed(document["names"])}
        self.labels = {value: name for name, role, value, _ in reversed(document["names"])}

    def page_of(self, value: str) -> dict[str, Any]:
        """Return the answer that shows one thing; of a work, what was agreed and done about it."""
        filters = {"thing": [value]} if value in self.works else {}
        return {"filters": filters, "show": "" if filters else value, "sort": "", "count": False}

    def label(self, value: str) -> str:
        """Return the first name of a thing or term, those of several, or that it is left out."""
        if value.startswith("-"):
            return f"≠ {self.label(value[1:])}"
        return " / ".join(str(self.labels.get(each, each)) for each in value.split(" "))

    def describe(self, kind: str, answer: Mapping[str, Any]) -> str:
        """Return an answer in one line."""
        if kind == "catalogue":
            title = self.document["questions"][answer["question"]]["texts"][0]
            values = [self.label(value) for value in (*answer["parameters"].values(), *answer["rows"])]
            text = f"{title}: {', '.join(values)}" if values else title
        elif kind == "path":
            text = f"{self.label(answer['from'])} – {self.label(answer['to'])}"
        elif kind == "ranking":
            values = [self.label(value) for value in (*answer["options"].values(), *answer["only"])]
            text = ", ".join([answer["measure"], *values])
        else:
            values = [self.label(v) for group, found in answer["filters"].items() for v in found if group != "months"]
            months = ["/".join(answer["filters"]["months"])] if "months" in answer["filters"] else []
            text = (
                self.label(answer["show"])
                if answer["show"]
                else ", ".join([*values, *months, *filter(None, [answer["sort"], answer.get("by")])])
            )
        day: str = answer.get("as_of", "")
        return f"{text} ({day})" if text and day else text or day

    def address(self, answer: Mapping[str, Any]) -> str:
        """Return the address of a filter on the map, without the leading ``#``."""
        if answer["show"]:
            kind = "node" if self.roles[answer["show"]] in PARTIES else "engagement"
            return f"{kind}={quote_plus(answer['show'], safe=':')}"
        pairs: list[tuple[str, str]] = []
        for group, wanted in answer["filters"].items():
            pairs += [("not", value[1:]) for value in wanted if value.startswith("-")]
            if not (values := [value for value in wanted if not value.startswith("-")]):
                continue
            if group in ("thing", "source", "text"):
                pairs.append(("text", " ".join(self.label(value) for value in values)))
            elif group == "months":
                pairs.append(("months", " ".join(values)))
            elif group == "near":
                pairs += [("only", value) for value in values] if len(values) > 1 else [("near", f"1 {values[0]}")]
            else:
                pairs += [("event" if group in ("event", "engagement") else group, value) for value in values]
        if answer.get("any") or answer.get("by") == "near":
            pairs.append(("either", "yes"))
        if answer.get("as_of"):
            pairs.append(("as-of", answer["as_of"]))
        return "&".join(f"{name}={quote_plus(value, safe=':')}" for name, value in pairs)
