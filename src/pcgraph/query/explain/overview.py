"""What `pcgraph show` knows about everything that has a name: things, sources, verdicts, terms and questions."""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path
from typing import Any

import pyoxigraph as ox

from pcgraph.belief.snapshot import Snapshot
from pcgraph.model.entities import Passage, passages
from pcgraph.model.namespaces import CURRENT, PCG
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
        contents = source_contents(snapshot, iri)
        named = [each for each in contents if named_things(snapshot).entity(each).kind not in WITHOUT_NAME]
        return {**found, "contents": [{"thing": each, "passages": len(contents[each])} for each in named]}
    if (term := named_things(snapshot).terms.get(iri)) is not None:
        return {**found, "term": term.kind, **_term(snapshot, iri)}
    return found


def source_contents(snapshot: Snapshot, source: str) -> dict[str, list[Passage]]:
    """Return what a source describes, sorted by IRI, with the passages about it; steps count as their engagements.

    >>> from pcgraph.testing import tiny
    >>> [len(found) for found in source_contents(tiny(), "https://w3id.org/pcgraph/source/post-2024").values()]
    [1, 1, 1, 1, 1]
    """
    stated = ox.NamedNode(PCG + "statedIn")
    quads = snapshot.store.quads_for_pattern(None, stated, None, ox.NamedNode(source))
    found = {quad.subject.value for quad in quads}
    step, graph = ox.NamedNode(PCG + "step"), ox.NamedNode(CURRENT)
    grouped: defaultdict[str, set[Passage]] = defaultdict(set)
    for thing in found:
        own = {passage for passage in passages(snapshot.store, thing) if passage.source == source}
        engagement = next(snapshot.store.quads_for_pattern(None, step, ox.NamedNode(thing), graph), None)
        grouped[engagement.subject.value if engagement else thing] |= own
    return {thing: sorted(grouped[thing]) for thing in sorted(grouped)}


def _term(snapshot: Snapshot, iri: str) -> dict[str, Any]:
    """Return what is below a term, the members of a set, the rule of a relation, and how often a term is used."""
    ontology, node = snapshot.ontology, ox.NamedNode(iri)
    below = [name for names in (ontology.supers, ontology.broader) for name, above in names.items() if iri in above]
    relation = next((each for each in ontology.relations if each.iri == iri), None)
    spots = ((None, node, None), (None, None, node))
    quads = (quad for spot in spots for quad in snapshot.store.quads_for_pattern(*spot, ox.NamedNode(CURRENT)))
    return {
        "below": sorted(below),
        "members": sorted(ontology.sets.get(iri, ()), key=lambda name: (ontology.ranks.get(name, 0), name)),
        "rule": rule(relation, ontology) if relation else None,
        "uses": sum(quad.subject.value.startswith(snapshot.names.id) for quad in quads),
    }
