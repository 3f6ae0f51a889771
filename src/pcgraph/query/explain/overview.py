"""What `pcgraph show` knows about everything that has a name: things, sources, verdicts, terms and questions."""

from __future__ import annotations

from collections import defaultdict
from itertools import chain
from pathlib import Path
from typing import Any

from pcgraph.belief.snapshot import Snapshot
from pcgraph.model.entities import Passage, passages
from pcgraph.model.namespaces import PCG
from pcgraph.model.quads import current, quads
from pcgraph.query.explain import rule
from pcgraph.query.explain.dossier import dossier
from pcgraph.query.names.named_things import WITHOUT_NAME, named_things
from pcgraph.query.names.resolve import resolve
from pcgraph.query.questions import catalogue
from pcgraph.query.questions.examples import with_examples


def show(snapshot: Snapshot, thing: str, texts: Path | None = None) -> dict[str, Any]:
    """Return everything about a thing, a source, a verdict, a term of the ontology or a question.

    >>> from pcgraph.testing import tiny
    >>> show(tiny(), "Lumen")["kinds"][0], show(tiny(), "pcg:Loan")["term"], show(tiny(), "what-was-signed")["topic"]
    ('https://w3id.org/pcgraph/ontology#Company', 'class', 'agreements')
    """
    iri = resolve(snapshot, thing, "any")
    if ":" not in iri:
        return vars(with_examples(snapshot.store, catalogue.find(iri), snapshot.names)).copy()
    found = dossier(snapshot, iri, texts)
    if iri.startswith(snapshot.names.src):
        things, contents = named_things(snapshot), _source_contents(snapshot, iri)
        named = [each for each in sorted(contents) if things.entity(each).kind not in WITHOUT_NAME]
        return {**found, "contents": [{"thing": each, "passages": len(contents[each])} for each in named]}
    if (term := named_things(snapshot).terms.get(iri)) is not None:
        return {**found, "term": term.kind, **_term(snapshot, iri)}
    return found


def _source_contents(snapshot: Snapshot, source: str) -> dict[str, set[Passage]]:
    """Return what a source describes, with the passages about it; steps count as their engagements."""
    grouped: defaultdict[str, set[Passage]] = defaultdict(set)
    for thing in {quad.subject.value for quad in quads(snapshot.store, None, PCG + "statedIn", None, source)}:
        own = {passage for passage in passages(snapshot.store, thing) if passage.source == source}
        engagement = next(current(snapshot.store, None, PCG + "step", thing), None)
        grouped[engagement.subject.value if engagement else thing] |= own
    return grouped


def _term(snapshot: Snapshot, iri: str) -> dict[str, Any]:
    """Return what is below a term, the members of a set, the rule of a relation, and how often a term is used."""
    ontology = snapshot.ontology
    below = [name for names in (ontology.supers, ontology.broader) for name, above in names.items() if iri in above]
    relation = next((each for each in ontology.relations if each.iri == iri), None)
    uses = chain(current(snapshot.store, None, iri), current(snapshot.store, None, None, iri))
    return {
        "below": sorted(below),
        "members": sorted(ontology.sets.get(iri, ()), key=lambda name: (ontology.ranks.get(name, 0), name)),
        "rule": rule(relation, ontology) if relation else None,
        "uses": sum(quad.subject.value.startswith(snapshot.names.id) for quad in uses),
    }
