"""The engagements that an answer rests on, and those that it keeps out by one condition alone."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from pcgraph.api.asking import Asking
from pcgraph.model.arguments import checked_methods
from pcgraph.query.engine.result import Result
from pcgraph.query.names.question_box import question_box
from pcgraph.query.questions.question_box.described import PARTIES

LEAST_CONDITIONS = 2  # of a list of which one keeps something out
# groups of conditions that say which of the engagements of somebody or something are asked for
NARROWING = ("type", "form", "kind", "status", "set", "mark", "promise", "text", "country", "place", "months")


@checked_methods
class UnderlyingEngagements(Asking):
    """A snapshot that knows what its answers rest on. `pcgraph.KnowledgeGraph` inherits it."""

    def engagements_behind(self, understood: Mapping[str, Any]) -> Result | None:
        """Return the engagements behind an answer, the newest first; None if the answer lists them itself.

        They are those of a thing that is shown, of the things of a choice, of each step of a path and of its ends
        together, of a comparison, of numbers, of sources and of parties. Of a question of the catalogue they are those
        of its parties together, its engagement with what belongs to it, or all that its rows name.

        Parameters
        ----------
        understood : mapping
            What `ask` understood, with its kind and its answer.

        >>> from pcgraph.testing import tiny
        >>> [row[1] for row in tiny().engagements_behind(tiny().understood("lumen to coast office")).short]
        ['Lens talks', 'Works on Cape Light', 'Lamp agreement']
        """
        kind, wanted = understood["kind"], understood["answer"]
        everything = {"filters": {}, "show": "", "sort": "", "count": False}
        if kind == "filter" and (shown := wanted["show"]):
            role = question_box(self).roles[shown]
            group = "near" if role in PARTIES else role
            return self._engagements({**everything, "filters": {group: [shown]}})
        if kind == "filter" and wanted.get("by"):
            return self._engagements({**wanted, "by": "", "any": wanted.get("any") or wanted["by"] == "near"})
        if kind == "ranking" and wanted["only"]:
            return self._engagements({**everything, "filters": {"near": wanted["only"]}, "any": True})
        if kind == "choose":
            values = [each["value"] for each in wanted]
            parties = [value for value in values if question_box(self).roles[value] in PARTIES]
            if parties:
                return self._engagements({**everything, "filters": {"near": parties}, "any": True})
            return self._these([*map(self.names.expand, values)])
        if kind == "path":
            both = self._engagements({**everything, "filters": {"near": [wanted["from"], wanted["to"]]}})
            ties = {each for *_, ties in self._steps(wanted["from"], wanted["to"]) for each in ties}
            return self._these(ties | {str(row[0]) for row in both.rows})
        if kind == "catalogue":
            known = {*self.tables.engagements["engagement"]}
            parties = [
                value for value in wanted["parameters"].values() if question_box(self).roles.get(value) in PARTIES
            ]
            if len(parties) > 1:
                return self._engagements({**everything, "filters": {"near": parties}})
            named = [v for v in wanted["parameters"].values() if ":" in v and self.names.expand(v) in known]
            if len(named) == 1:
                return self._engagements({**everything, "filters": {"event": named}})
            found = self.answer(understood)
            cells = {str(cell) for row in found.rows for cell in row} if isinstance(found, Result) else set[str]()
            return self._these(cells & known)
        return None

    def near_misses(self, understood: Mapping[str, Any]) -> list[tuple[str, Result]]:
        """Return what each narrowing condition of a list keeps out: its group, and the engagements that lack it alone.

        Parameters
        ----------
        understood : mapping
            What `ask` understood, with its kind and its answer.

        >>> from pcgraph.testing import tiny
        >>> found = tiny().near_misses(tiny().understood("talks of lumen in 2024"))
        >>> [(group, len(result)) for group, result in found]
        [('type', 2), ('months', 0)]
        """
        wanted = understood["answer"]
        if (
            understood["kind"] != "filter"
            or wanted["show"]
            or wanted.get("by")
            or len(wanted["filters"]) < LEAST_CONDITIONS
        ):
            return []
        all_of_it = {str(row[0]) for row in self._engagements(wanted).rows}
        found = []
        for group in (each for each in wanted["filters"] if each in NARROWING):
            rest = {name: values for name, values in wanted["filters"].items() if name != group}
            rows = self._engagements({**wanted, "filters": rest}).rows
            found.append((group, self._these({str(row[0]) for row in rows} - all_of_it)))
        return found
