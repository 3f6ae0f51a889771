"""Every document about a graph, by its path. The server sends these bytes, and the static site is made of them.

Links are relative to the page, so that the documents work below any address.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from functools import partial
from typing import Any
from urllib.parse import quote

import pyoxigraph as ox

from pcgraph.export.description.signposts import Link, header
from pcgraph.model import namespaces
from pcgraph.model.namespaces import SKOS
from pcgraph.profiles.briefing import Briefing
from pcgraph.profiles.content import Profile
from pcgraph.profiles.picture import picture
from pcgraph.profiles.sections import pair_iri
from pcgraph.profiles.word_file import MEDIA, word_file
from pcgraph.query.cite import citation
from pcgraph.query.cite.fact_hash import content_hash
from pcgraph.query.cite.last_change import last_change
from pcgraph.query.explain.methods import methods
from pcgraph.query.questions import catalogue
from pcgraph.query.questions.grlc import grlc
from pcgraph.query.questions.label_language import in_language
from pcgraph.web.context import SPACES, Site, own_path
from pcgraph.web.pages import embedded, home, lists, ontology_page, question_pages
from pcgraph.web.pages.entity import describe_entity, profiles, triples
from pcgraph.web.pages.followed import feed_path, followed
from pcgraph.web.pages.html import asset, render, template_text
from pcgraph.web.pages.serialisation import FORMS, distinct, serialize
from pcgraph.web.pages.source_page import describe_source


@dataclass(frozen=True)
class Document:
    """A document: its bytes, its media type, and what the headers of a page say: security policy, typed links."""

    body: bytes
    media: str
    policy: str | None = None
    links: str = ""


def page(template: str, site: Site, at: str, *, root: str | None = None, **values: Any) -> Document:
    """Return the page at a path, from a template; `root` leads to the first page, and follows from the path."""
    root = "/".join([".."] * at.count("/")) or "." if root is None else root
    html, policy = render(template, site, root, here=at, **values)
    return Document(html, FORMS["html"], policy, header(values.get("links", ())))


def thing(site: Site, iri: str, suffix: str = "html", found: list[ox.Triple] | None = None) -> Document:
    """Return a document about a thing, a source, a verdict or a term of a vocabulary; `found` are its `triples`."""
    found = triples(site, iri) if found is None else found
    if suffix != "html":
        return Document(serialize(found, suffix, site.kg.names), FORMS[suffix])
    path = own_path(iri, site.project.base) or ""
    both = "\n  UNION\n  ".join(f"{{ VALUES ?{end} {{ <{iri}> }} ?s ?p ?o }}" for end in "so")
    everything = quote(f"SELECT ?s ?p ?o\nWHERE {{\n  {both}\n}}")
    common: dict[str, Any] = {"path": path, "everything": everything}
    if iri.startswith(site.kg.names.src):
        it = describe_source(site, iri)
        made = page("source.html.j2", site, path, it=it, **common, **embedded.thing(site, iri, it))
    else:
        it = describe_entity(site, iri)
        common["cite"] = _citations(site, it, found) if it["engagement"] else {}
        common["feed"] = feed_path(path) if path in followed(site) else ""
        made = page("entity.html.j2", site, path, it=it, **common, **embedded.thing(site, iri, it))
    name = path.rpartition("/")[2]
    data = header(Link("describedby", f"{name}.{form}", FORMS[form]) for form in ("ttl", "jsonld"))
    return replace(made, links=", ".join(filter(None, (made.links, data))))


def _citations(site: Site, it: Mapping[str, Any], found: Iterable[ox.Triple]) -> dict[str, str]:
    """Return how to cite an engagement, by form; the permanent address is that of the thing, not of a page."""
    day = site.compute_once("day", lambda: last_change(site.kg))
    what = citation.citation(
        site.project,
        namespaces.local(it["iri"]),
        it["label"],
        address=it["iri"],
        day=day,
        sha256=content_hash(found),
    )
    return {
        "sha256": what.sha256,
        "sentence": citation.sentence(what),
        "BibTeX": citation.bibtex(what),
        "RIS": citation.ris(what),
        "CSL-JSON": citation.csl_json(what),
    }


def pair(site: Site, one: str, other: str) -> Document | None:
    """Return the page about two organisations, the first by IRI given first; None if they have no tie."""
    found = profiles(site).pair(one, other) if one < other else None
    if found is None:
        return None
    path = own_path(pair_iri(site.kg.names, one, other), site.project.base) or ""
    return page(
        "pair.html.j2",
        site,
        path,
        it=found,
        path=path,
        drawn=picture(found, site.kg, lambda iri: site.href(iri, "../..")),
    )


def briefing(site: Site, found: Profile | None) -> Document | None:
    """Return a profile as a Word file; None without a profile, or without the extra."""
    return Document(word_file(Briefing(site.kg, found)), MEDIA) if found and site.word_files else None


def ontology(site: Site, suffix: str = "html") -> Document:
    """Return the ontology; its terms are anchors in the page."""
    if suffix == "html":
        return page("ontology.html.j2", site, "ontology.html", path="ontology", **ontology_page.describe_ontology(site))
    found = distinct(site.quads(None, None, None, namespaces.ONTOLOGY))
    return Document(serialize(found, suffix, site.kg.names), FORMS[suffix])


def home_page(site: Site) -> Document:
    """Return the first page."""
    it, script = home.describe(site), template_text("search.js")
    return page(
        "home.html.j2",
        site,
        "index.html",
        it=it,
        script=script if it["search"] else "",
        names=names_name(site),
        **embedded.landing(site),
    )


def names_of(site: Site) -> bytes:
    """Return the index of names of the search; see `pcgraph.web.pages.home.names`."""
    return site.compute_once("names of all", lambda: home.names(site))


def names_name(site: Site) -> str:
    """Return the path of the index of names, with a checksum of its content; "" where the pages have no search."""
    return asset("names", names_of(site), "json") if site.searchable else ""


def methods_page(site: Site) -> Document:
    """Return what a reader of counts and ranks should know."""
    return page("methods.html.j2", site, "methods.html", sentences=methods(site.kg))


def list_page(site: Site, space: str) -> Document:
    """Return the list of all things, sources or verdicts; see `pcgraph.web.pages.lists`."""
    title, groups = lists.groups(site, space)
    return page("list.html.j2", site, f"{space}/index.html", title=title, groups=groups)


def questions_page(site: Site) -> Document:
    """Return the list of all questions."""
    return page("questions.html.j2", site, "questions/index.html", topics=question_pages.topics())


def question(site: Site, name: str) -> Document:
    """Return a question with its answer."""
    path = f"questions/{name}"
    it = question_pages.answered(site, name)
    return page("question.html.j2", site, f"{path}.html", it=it, feed=feed_path(path))


def question_file(site: Site, name: str) -> Document:
    """Return the query of a question as grlc reads it."""
    asked = in_language(catalogue.find(name), site.project.label_language)
    return Document(grlc(asked, site.project.names).encode(), "application/sparql-query")


PAGES: dict[str, Callable[[Site], Document]] = {  # the documents that are there for every graph
    "index.html": home_page,
    "ontology.html": ontology,
    "methods.html": methods_page,
    "questions/index.html": questions_page,
    **{f"{space}/index.html": partial(list_page, space=space) for space in lists.SPACES},
}


def things(site: Site) -> list[str]:
    """Return the IRIs that have documents of their own, sorted: no parts, and nothing that verdicts merge into others.

    Cost: one pass over the store.
    """
    subjects = _subjects(site, *(site.space(space) for space in SPACES))
    schemes = {quad.object.value for quad in site.quads(None, SKOS + "inScheme")}
    found = {iri for iri in subjects | schemes if "#" not in iri and own_path(iri, site.project.base)}
    return sorted(iri for iri in found if site.kept(iri) == site.whole(iri) == iri and site.contains(iri))


def _subjects(site: Site, *spaces: str) -> set[str]:
    return {quad.subject.value for quad in site.store if quad.subject.value.startswith(spaces)}


def parts(site: Site) -> dict[str, str]:
    """Return every part of a thing, such as a step, with the thing; sorted. Cost: one pass over the store."""
    own = site.kg.names.id
    dotted = (iri for iri in sorted(_subjects(site, own)) if "." in iri[len(own) :] and site.kept(iri) == iri)
    return {iri: whole for iri in dotted if (whole := site.whole(iri)) != iri}


def merged(site: Site) -> dict[str, str]:
    """Return the IRIs that verdicts merge into others, and their parts, with what is kept; sorted."""
    own = _subjects(site, site.kg.names.id)
    return {iri: kept for iri in sorted(own) if (kept := site.kept(iri)) != iri}
