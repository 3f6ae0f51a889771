"""Does the data obey the rules? Shapes for one graph, functions for what takes several graphs, a calendar or a text.

A rule is one code, one heading in ``data/README.md`` and one file in ``tests/invalid`` that breaks it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from pcgraph.check import columns, counts, engagements, identity, labels, names, passages, shapes, times, verdicts
from pcgraph.check.finding import Finding
from pcgraph.check.lookup import Lookup
from pcgraph.check.mend import fix
from pcgraph.dump import Dump
from pcgraph.store import Inputs

__all__ = ["Finding", "codes", "fix", "run"]

RULES: dict[str, Callable[[Lookup], Iterable[Finding]]] = {
    "above-ceiling": counts.above_ceiling,
    "bad-edtf": times.bad_edtf,
    "below-floor": counts.below_floor,
    "confusable-label": labels.confusable_label,
    "covers-circle": engagements.covers_circle,
    "dangling-id": names.dangling_id,
    "disjoint-types": names.disjoint_types,
    "empty-label": labels.empty_label,
    "ends-before-start": times.ends_before_start,
    "hidden-character": labels.hidden_character,
    "no-label": names.no_label,
    "no-step": engagements.no_step,
    "raised-without-passage": engagements.raised_without_passage,
    "role-in-register": names.role_in_register,
    "same-circle": identity.same_circle,
    "same-unlike": identity.same_unlike,
    "same-wikidata": identity.same_wikidata,
    "shared-unnamed-party": engagements.shared_unnamed_party,
    "signed-without-two-signatories": engagements.signed_without_two_signatories,
    "step-after-source": times.step_after_source,
    "type-outside-register": names.type_outside_register,
    "unknown-term": names.unknown_term,
    "verdict-on-nothing": verdicts.verdict_on_nothing,
}
RULES_WITH_TEXTS: dict[str, Callable[[Lookup, dict[str, str]], Iterable[Finding]]] = {
    "copied-wording": passages.copied_wording,
    "no-text": passages.no_text,
    "passage-checksum": passages.passage_checksum,
    "passage-past-end": passages.passage_past_end,
}


def run(inputs: Inputs, texts: Path | None = None) -> list[Finding]:
    """Check everything.

    Parameters
    ----------
    inputs : Inputs
        What `store.read` gives; the shapes are read from its ontology folder. Of what `dump.read` gives, only what
        columns show is checked; see `pcgraph.check.columns`.
    texts : Path, optional
        Folder with the sources' texts, ``<slug>.txt``; with it passages are proved.

    Returns
    -------
    list of Finding
        Sorted by file, line and code; empty if nothing is wrong. One thing wrong is one finding.

    Raises
    ------
    InvalidInput
        If the shapes cannot be read.

    Examples
    --------
    >>> from pcgraph import store
    >>> from pcgraph.paths import home
    >>> [finding for finding in run(store.read(home("data"), home("ontology"))) if finding.severity == "error"]
    []
    """
    if isinstance(inputs, Dump):
        return columns.broken(inputs)
    lookup = Lookup(inputs)
    found = set(shapes.broken(lookup, shapes.read(inputs.ontology / "shapes.ttl")))
    found.update(_by_rules(lookup, texts))
    return sorted(found)


def _by_rules(lookup: Lookup, texts: Path | None) -> Iterator[Finding]:
    for rule in RULES.values():
        yield from rule(lookup)
    if texts is not None:
        words = passages.read(lookup.inputs, texts)
        for rule_with_texts in RULES_WITH_TEXTS.values():
            yield from rule_with_texts(lookup, words)


def codes(ontology: Path) -> list[str]:
    """List the codes of all rules, sorted.

    Raises
    ------
    InvalidInput
        If the shapes cannot be read.

    Examples
    --------
    >>> from pcgraph.paths import home
    >>> "no-passage" in codes(home("ontology"))
    True
    """
    return sorted({*RULES, *RULES_WITH_TEXTS, *shapes.read(ontology / "shapes.ttl").codes})
