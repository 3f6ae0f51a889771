"""The knowledge graph as a Python object: what it holds, and methods to query and draw it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import fields
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn, Unpack

from pcgraph.api.analyses import Relations
from pcgraph.api.options import PARTS, NetworkOptions, as_names, show_network_options
from pcgraph.api.underlying import UnderlyingEngagements
from pcgraph.belief.snapshot import Snapshot
from pcgraph.errors import UsageError
from pcgraph.model import namespaces
from pcgraph.model.arguments import checked_methods
from pcgraph.query.engine.result import Result
from pcgraph.query.parameters import answer
from pcgraph.query.questions import catalogue

if TYPE_CHECKING:
    import polars as pl
    import rdflib
    from pyvis.network import Network

    from pcgraph.analysis.uncertainty import Uncertain
    from pcgraph.page.map import Map
    from pcgraph.viz.network_picture import Drawing


@checked_methods
class KnowledgeGraph(UnderlyingEngagements):
    """What is believed in a scope, together with all the evidence for it: a `Snapshot` with methods for users.

    Each method raises `UsageError` if a name is unknown; the message suggests the nearest one.

    >>> from pcgraph.testing import tiny
    >>> tiny().engagements.columns[:2]
    ['engagement', 'label']
    """

    def __init__(self, snapshot: Snapshot) -> None:
        super().__init__(*(getattr(snapshot, field.name) for field in fields(Snapshot)))

    @cached_property
    def dataset(self) -> rdflib.Dataset:
        """A read-only rdflib Dataset over the same store."""
        from pcgraph.query.rdflib_adapter import dataset

        return dataset(self.store, self.names)

    @cached_property
    def current(self) -> rdflib.Graph:
        """What is believed, as a read-only rdflib Graph over the same store."""
        import rdflib

        return self.dataset.graph(rdflib.URIRef(namespaces.CURRENT))

    @cached_property
    def page(self) -> str:
        """The page of the whole graph without quotes: read from the build, or drawn by `map`."""
        return self.built_page or self.map().html

    def label(self, name: str) -> str | None:
        """Return the label of a thing, a term or a source in the language of the project's labels, else in another.

        Parameters
        ----------
        name : str
            An IRI or id, or a name as for `show`. An IRI without a label has None.

        >>> from pcgraph.testing import tiny
        >>> [tiny().label(name) for name in ("lumen", "id:lumen", "Coast post", "pcg:Loan")]
        ['Lumen', 'Lumen', 'The Coast Post', 'loan']
        """
        from pcgraph.query.names.resolve import resolve

        if isinstance(name, str) and catalogue.is_iri(iri := self.names.expand(name)):
            found = super().label(iri)
            if found is not None or name == iri:
                return found
        return super().label(resolve(self, name, "any", "label"))

    def query(
        self, question: str = "", /, *, timeout: float | None = 60.0, raw: bool = False, **parameters: object
    ) -> Result:
        """Run a named question, or SPARQL (a text with white space); see `pcgraph.query.questions.catalogue.run`.

        Parameters
        ----------
        question : str
            The name of a question, see `questions`, or SPARQL: SELECT, ASK, CONSTRUCT or DESCRIBE. The truth value of
            the result is the answer of an ASK.
        timeout : float or None
            Time limit in seconds; None for no limit. Ctrl-C stops a query at once.
        raw : bool
            Read the graphs of sources as they are written, without superclasses, super-roles and merged identities.
        **parameters
            The values of the question's parameters, such as ``party="lumen"``, or of variables of a SPARQL query. What
            stands for a thing takes an id or a name; see `pcgraph.query.names.resolve.resolve`.

        Warns
        -----
        PcgraphWarning
            If the answer is empty or wrong, and it is known which part of the query makes it so.

        Raises
        ------
        UsageError, InvalidInput, LimitError
            If a parameter is wrong, the text is not SPARQL, or the query takes too long.

        >>> from pcgraph.testing import tiny
        >>> tiny().query("SELECT ?company { ?company a pcg:Company } LIMIT 1").columns
        ['company']
        >>> bool(tiny().query("ASK { id:lumen pcg:signsWith id:coast-office }"))
        True
        """
        return answer(self, catalogue.resolve(question), parameters, timeout, raw=raw)

    def questions(self) -> pl.DataFrame:
        """Return the questions that `query` knows by name: name, topic, question, parameters (by example).

        >>> from pcgraph.testing import tiny
        >>> tiny().questions().filter(name="who-signed-with")["parameters"].item()
        'party=coast-office'
        """
        from pcgraph.query.questions.examples import with_examples

        found = catalogue.catalogue().values()
        return catalogue.questions(with_examples(self.store, each, self.names) for each in found)

    def table(self, name: str) -> pl.DataFrame:
        """Return a table with labels, which can be read without look-ups; see `pcgraph.query.statements.deals.table`.

        Parameters
        ----------
        name : str
            ``deals``: one row for each engagement, with its parties, money, days and sources as text and numbers; see
            `pcgraph.query.statements.deals.deals` for its columns. Or a name of ``kg.tables``: that table with a
            column of labels after each column of IRIs.

        Raises
        ------
        UsageError
            If there is no such table; the message suggests the nearest name.

        >>> from pcgraph.testing import tiny
        >>> tiny().table("deals").columns[:5]
        ['engagement', 'label', 'class', 'kind', 'status']
        """
        from pcgraph.query.statements import deals

        return deals.table(self, name)

    def find(self, text: str, limit: int = 20) -> Result:
        """Search things, engagements, sources, questions and terms by name; see `pcgraph.query.names.find.find`.

        Parameters
        ----------
        text : str
            Words of a name, in any language; typing mistakes are forgiven.
        limit : int
            Maximum number of rows.

        >>> from pcgraph.testing import tiny
        >>> tiny().find("Lumne").short[0][1]
        'id:lumen'
        """
        from pcgraph.query.names import find

        return find.find(self, text, limit)

    def claims(self) -> list[dict[str, Any]]:
        """Return the events for which a source states how many agreements there were; see `explain.claims`.

        >>> from pcgraph.testing import tiny
        >>> tiny().claims()
        []
        """
        from pcgraph.query import explain

        return explain.claims(self)

    def why(
        self, one: str, relation: str, other: str, texts: str | Path | None = None, *, joined: bool = False,
        stale: bool = False,
    ) -> dict[str, Any]:  # fmt: skip
        """Return the evidence for a tie, whose ends are given by id or name; see `pcgraph.query.explain.why`.

        Parameters
        ----------
        one, other : str
            The two ends of the tie.
        relation : str
            A derived relation, such as ``signsWith``.
        texts : path, optional
            The folder of source texts. Without it, there are no quotes.
        joined, stale : bool
            Also explain such ties; see `network`.

        >>> from pcgraph.testing import tiny
        >>> list(tiny().why("lumen", "signsWith", "coast-office"))
        ['relation', 'from', 'to', 'rule', 'ties', 'kept_out', 'nearly']
        """
        from pcgraph.query import explain

        quotes = None if texts is None else Path(texts)
        return explain.why(self, one, relation, other, quotes, joined=joined, stale=stale)

    def show(self, thing: str, texts: str | Path | None = None) -> dict[str, Any]:
        """Return all about a thing, source, verdict, term or question; see `pcgraph.query.explain.overview.show`.

        Parameters
        ----------
        thing : str
            The entity.
        texts : path, optional
            The folder of source texts. Without it, there are no quotes.

        >>> from pcgraph.testing import tiny
        >>> tiny().show("lumen")["label"]
        'Lumen'
        """
        from pcgraph.query.explain import overview

        return overview.show(self, thing, None if texts is None else Path(texts))

    def diff(self, after: KnowledgeGraph, questions: Iterable[str] | str = ()) -> pl.DataFrame:
        """Return what differs in `after`, and which sources caused it; see `pcgraph.query.diff.diff`.

        Parameters
        ----------
        after : KnowledgeGraph
            The later state.
        questions : str or iterable of str
            Names of questions without parameters, whose answers are compared too.

        >>> from pcgraph.testing import tiny
        >>> tiny().diff(tiny(), ["what-was-signed"]).is_empty()
        True
        """
        from pcgraph.query import diff

        if not isinstance(after, KnowledgeGraph):
            advice = f"write pcgraph.load(as_of={after!r})"
            raise UsageError(f"diff {after!r}: not a graph; expected a KnowledgeGraph; {advice}")
        asked = {name: (self.query(name), after.query(name)) for name in as_names(questions)}
        return diff.diff(self, after).vstack(diff.answers(asked))

    def map(
        self, relations: Relations = (), *, texts: str | Path | None = None, focus: str | None = None, hops: int = 2,
        positions: str | Path | None = None, sure: Sequence[Uncertain] = (), sparql: bool = False,
        joined: bool = False, stale: bool = False,
    ) -> Map:  # fmt: skip
        """Draw the network as one HTML page, which a notebook displays.

        Parameters
        ----------
        relations : str or iterable of str
            Names of derived relations. The default is all between agents.
        texts : path, optional
            The folder of source texts. Without it, the page has no quotes.
        focus, hops : str and int, optional
            Id or name of an agent. The page opens on it and contains only what is within `hops` ties (1 to 3) of it.
        positions : path, optional
            A CSV file of fixed positions (iri, x, y). The default is ``positions.csv`` of the data folder.
        sure : sequence of Uncertain
            Rankings from `ranks`. The dossiers then show the interval of each rank.
        sparql : bool
            The page also answers SPARQL and the questions of the catalogue, without a server. The file holds the whole
            graph and the engine for it: 2 MB besides the graph. `focus` does not restrict its answers.
        joined, stale : bool
            Also draw such ties; see `network`.

        Raises
        ------
        UsageError
            If a relation or `focus` is unknown (the message names the nearest one), or `hops` is out of range.
        InvalidInput
            If `positions` is damaged.
        LimitError
            If there are more than 300,000 ties, which is too many for a browser, and no `focus`; or if `sparql` is
            wanted for more than 300,000 quads; use ``pcgraph serve`` for these.

        >>> from pcgraph.testing import tiny
        >>> tiny().map(focus="lumen", hops=1).html[:15]
        '<!DOCTYPE html>'
        """
        from pcgraph.page import map as page_map

        names, texts = self._spec(relations, {}).relations, None if texts is None else Path(texts)
        options: dict[str, Any] = {"texts": texts, "focus": focus, "hops": hops, "positions": positions, "sure": sure}
        options |= {"as_of": self.scope.as_of, "sparql": sparql}
        shown = self.with_history(joined=joined, stale=stale) if joined or stale else self
        return page_map.draw(shown, self._draw(names, {"joined": joined, "stale": stale}), names, **options)

    @show_network_options
    def draw(
        self, relations: Relations = (), *, measure: str | None = None, most: int | None = 24, width: int = 960,
        height: int = 600, **network: Unpack[NetworkOptions]
    ) -> Drawing:  # fmt: skip
        """Draw a network as a static picture (SVG), which a notebook displays.

        A picture of everything is a tangle, so it shows the largest organisations that have ties to each other, and
        says how many there are. `map` shows all, and can be filtered.

        Parameters
        ----------
        relations : str or iterable of str
            Names of derived relations. The default is all between agents.
        measure : str, optional
            A measure, which determines the sizes of the nodes; default: the number of ties.
        most : int or None
            The number of organisations: the largest by `measure`, or by their number of partners. None draws all.
        width, height : int
            The size of the picture in pixels.
        **network
            The options of `network`.

        >>> from pcgraph.testing import tiny
        >>> tiny().draw("signsWith", measure="degree").svg[:4]
        '<svg'
        """
        from pcgraph.viz.network_picture import Drawing, largest

        whole = self._draw(relations, network)
        sizes = self._sizes(whole, measure)
        drawn, note = largest(whole, most, sizes, measure or "partners")
        options: dict[str, Any] = {"words": self.ontology.labels, "sides": self.project.sides, "note": note}
        return Drawing(drawn, self.entities, width=width, height=height, sizes=sizes, **options)

    @show_network_options
    def pyvis(
        self, relations: Relations = (), *, measure: str | None = None, simple: bool = False, ids: str = "iri",
        **network: Unpack[NetworkOptions]
    ) -> Network:  # fmt: skip
        """Draw a network as a `pyvis.network.Network`, to change its nodes and edges and to save it.

        Colours, shapes, sizes, arrows and positions are those of `map`, which is the full page. The file that pyvis
        writes needs no network.

        Parameters
        ----------
        measure : str, optional
            A measure that determines the sizes of the nodes; default: the number of ties.
        relations, simple, ids
            As for `network`; `ids` are the nodes' identifiers in pyvis, and labels are always shown.
        **network
            The options of `network`.

        Raises
        ------
        UsageError
            If a name or an option is unknown. The message suggests the nearest one.
        LimitError
            If there are more than 5000 ties, which a browser draws too slowly.

        >>> from pcgraph.testing import tiny
        >>> net = tiny().pyvis("signsWith", measure="betweenness", ids="slug")
        >>> net.get_node("lumen")["color"] = "gold"
        >>> "gold" in net.generate_html()
        True
        """
        from pcgraph.analysis.network import node_names
        from pcgraph.analysis.network import simple as fold
        from pcgraph.viz.pyvis_network import make_network

        drawn, words = self._draw(relations, network), self.ontology.labels
        names, sizes = node_names(drawn, ids), self._sizes(drawn, measure)
        shown = fold(drawn) if simple else drawn
        options: dict[str, Any] = {"sizes": sizes, "words": words, "names": names, "sides": self.project.sides}
        return make_network(shown, self.entities, measure=measure or "ties", **options)

    def __dir__(self) -> list[str]:
        """Return what completion shows: the methods and parts that users need."""
        own = [kind for kind in KnowledgeGraph.__mro__ if kind.__module__.startswith(__package__)]
        methods = (name for kind in own for name in vars(kind) if not name.startswith("_"))
        return sorted({*methods, *PARTS, *dir(object)})

    def __copy__(self) -> KnowledgeGraph:
        """Return a graph with the same parts."""
        other = object.__new__(type(self))
        vars(other).update(vars(self))
        return other

    def __deepcopy__(self, memo: object) -> KnowledgeGraph:
        """Return the graph itself, which nothing changes."""
        return self

    def __reduce__(self) -> NoReturn:
        """Refuse to be pickled, which would copy the store."""
        raise UsageError("knowledge graph: cannot be pickled; expected pcgraph.load in each process; call it there")

    def __repr__(self) -> str:
        """Return a summary of the content."""
        known = ", ".join(f"{self.tables[name].height} {name}" for name in ("engagements", "parties", "relations"))
        missing = len(self.left_out)
        left_out = f"; {missing} source{'s' * (missing != 1)} left out" if missing else ""
        return f"KnowledgeGraph({known}{left_out})"
