"""The forms of the one description: each says the same, and each lists the downloads and the columns as they are."""

from __future__ import annotations

import csv
import hashlib
import json
import re
import warnings
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import polars as pl
import pytest
import rdflib
import yaml
from rdflib.namespace import DCAT, DCTERMS, FOAF, RDF, VOID
from rocrate.rocrate import ROCrate

from helpers import ROOT
from pcgraph.api import KnowledgeGraph
from pcgraph.errors import UsageError
from pcgraph.export import writers
from pcgraph.export.description.citation_file import citation_cff
from pcgraph.export.description.content import Description, as_json, describe
from pcgraph.export.description.croissant import CONTEXT, croissant
from pcgraph.export.description.datacite import datacite
from pcgraph.export.description.datapackage import datapackage
from pcgraph.export.description.dcat import SPDX, dcat
from pcgraph.export.description.licence import spdx
from pcgraph.export.description.ro_crate import FILE, ro_crate
from pcgraph.export.description.schema_org import schema_org
from pcgraph.export.description.signposts import linkset
from pcgraph.model.namespaces import PCG
from pcgraph.store import project
from pcgraph.store.serialize import serialize

ADDRESS = "https://example.org/lamps/"
SAID = ("title", "version", "licence", "engagements", "organisations", "sources", "quads")
COUNTS = (
    r"hold (?P<engagements>\d+) engagements? and (?P<organisations>\d+) organisations?, "
    r"from (?P<sources>\d+) sources?, in (?P<quads>\d+) quads?"
)
TABLES = ("engagements", "sources", "steps")
DCAT_3 = {"Dataset", "Distribution", "landingPage", "version", "keyword", "distribution", "accessURL", "downloadURL",
          "mediaType", "byteSize", "startDate", "endDate"}  # fmt: skip


@pytest.fixture(scope="module")
def folder(tiny: KnowledgeGraph, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("site")
    for name in TABLES:
        (folder / "tables").mkdir(exist_ok=True)
        writers.write_csv(tiny.tables[name], folder / "tables" / f"{name}.csv")
        tiny.tables[name].write_parquet(folder / "tables" / f"{name}.parquet")
    (folder / "all the data.trig").write_bytes(serialize(tiny.raw, writers.GRAPHS["trig"]))
    return folder


@pytest.fixture(scope="module")
def made(tiny: KnowledgeGraph, folder: Path) -> Description:
    media = {".csv": "text/csv", ".parquet": "application/vnd.apache.parquet", ".trig": "application/trig"}
    files = [
        (path.relative_to(folder).as_posix(), media[path.suffix], path.stat().st_size,
         hashlib.sha256(path.read_bytes()).hexdigest(), f"The {path.stem}")
        for path in folder.rglob("*.*")
    ]  # fmt: skip
    found = describe(tiny, address=ADDRESS, files=files, more={"engagements": tiny.tables["engagements"]})
    licence = "https://creativecommons.org/licenses/by/4.0/"
    said = {"version": "1.2", "licence": licence, "creators": ("Lamp Archive", "朱"), "keywords": ("lamps",)}
    return replace(found, title='Lamps: "a" & </script>\\ %', description="Who lights what.", **said)


def of_dcat(text: str) -> dict[str, Any]:
    graph = rdflib.Graph().parse(data=text, format="turtle")
    [data] = graph.subjects(RDF.type, DCAT.Dataset)
    counts = {str(graph.value(part, VOID["class"])): graph.value(part, VOID.entities)
              for part in graph.objects(data, VOID.classPartition)}  # fmt: skip
    return {
        "title": str(graph.value(data, DCTERMS.title)),
        "version": str(graph.value(data, rdflib.URIRef(f"{DCAT}version"))),
        "licence": str(graph.value(data, DCTERMS.license)),
        "quads": int(str(graph.value(data, VOID.triples))),
        **{name: int(str(counts[PCG + kind])) for name, kind in
           {"engagements": "Engagement", "organisations": "Organization", "sources": "Source"}.items()},
    }  # fmt: skip


def of_schema_org(found: dict[str, Any]) -> dict[str, Any]:
    counts = {each["name"]: each["value"] for each in found["variableMeasured"]}
    return {"title": found["name"], "version": found["version"], "licence": found["license"], **counts}


def in_words(text: str) -> dict[str, int]:
    found = re.search(COUNTS, text)
    assert found
    return {name: int(number) for name, number in found.groupdict().items()}


def of_croissant(found: dict[str, Any]) -> dict[str, Any]:
    about = {"title": found["name"], "version": found["version"], "licence": found["license"]}
    return about | in_words(found["description"])


def of_datapackage(found: dict[str, Any]) -> dict[str, Any]:
    [licence] = found["licenses"]
    return {"title": found["title"], "version": found["version"], "licence": licence["path"], **found["counts"]}


def of_citation_cff(text: str) -> dict[str, Any]:
    found = yaml.safe_load(text)
    about = {"title": found["title"], "version": found["version"], "licence": found["license"]}
    return about | in_words(found["abstract"])


def of_datacite(found: dict[str, Any]) -> dict[str, Any]:
    sizes = {name.rstrip("s") + "s": int(number) for number, name in (each.split() for each in found["sizes"])}
    about = {"title": found["titles"][0]["title"], "version": found["version"]}
    return about | {"licence": found["rightsList"][0]["rightsUri"], **sizes}


def of_ro_crate(found: dict[str, Any]) -> dict[str, Any]:
    [root] = [each for each in found["@graph"] if each["@id"] == "./"]
    about = {"title": root["name"], "version": root["version"], "licence": root["license"]["@id"]}
    return about | in_words(root["description"])


FORMS: dict[str, tuple[Callable[[Description], Any], Callable[[Any], dict[str, Any]]]] = {
    "dcat": (dcat, of_dcat),
    "schema.org": (schema_org, of_schema_org),
    "croissant": (croissant, of_croissant),
    "datapackage": (datapackage, of_datapackage),
    "CITATION.cff": (citation_cff, of_citation_cff),
    "datacite": (datacite, of_datacite),
    "ro-crate": (ro_crate, of_ro_crate),
}


def say(form: str, what: Description) -> dict[str, Any]:
    write, read = FORMS[form]
    written = write(what)
    found = read(written if isinstance(written, str) else json.loads(as_json(written)))
    return found | {"licence": spdx(found["licence"]) or found["licence"]}


def disagreeing(said: dict[str, dict[str, Any]]) -> set[str]:
    """Return the things on which the forms do not agree."""
    return {name for name in SAID if len({found[name] for found in said.values()}) > 1}


def test_all_forms_agree_with_each_other_and_with_the_graph(made: Description, tiny: KnowledgeGraph) -> None:
    said = {form: say(form, made) for form in FORMS}
    assert disagreeing(said) == set()
    assert said["dcat"]["title"] == made.title
    assert said["dcat"]["version"] == "1.2"
    assert said["dcat"]["licence"] == "CC-BY-4.0"
    count = "SELECT (COUNT(DISTINCT ?x) AS ?n) {{ {} }}"
    for name, pattern in {
        "engagements": "?x a pcg:Engagement",
        "organisations": "?x a pcg:Organization",
        "sources": "GRAPH ?x { ?x a pcg:Source }",
    }.items():
        assert said["dcat"][name] == tiny.query(count.format(pattern))[0][0], name
    assert said["dcat"]["quads"] == tiny.query("SELECT (COUNT(*) AS ?n) { GRAPH ?g { ?s ?p ?o } }", raw=True)[0][0]


@pytest.mark.parametrize("form", FORMS)
def test_a_fault_in_one_form_is_noticed(form: str, made: Description) -> None:
    said = {each: say(each, made) for each in FORMS}
    for name in SAID:
        other: Any = getattr(made, name) + 1 if name not in SAID[:3] else "https://creativecommons.org/licenses/by/3.0/"
        assert disagreeing(said | {form: say(form, replace(made, **{name: other}))}) == {name}


def test_days_are_those_of_the_data(made: Description, tiny: KnowledgeGraph) -> None:
    reached = tiny.tables.steps.filter(pl.col("reached").is_not_null())
    assert (made.first, made.last) == (reached["earliest"].min(), reached["latest"].max())
    assert str(made.modified) == "2026-11-26"
    graph = rdflib.Graph().parse(data=dcat(made), format="turtle")
    assert str(next(graph.objects(None, DCAT.endDate))) == str(made.last)
    assert schema_org(made)["temporalCoverage"] == f"{made.first}/{made.last}"
    assert yaml.safe_load(citation_cff(made))["date-released"] == "2026-11-26"


def test_every_form_lists_every_download(made: Description, folder: Path) -> None:
    files = {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*.*")}
    wanted = {name.replace(" ", "%20"): (len(content), hashlib.sha256(content).hexdigest())
              for name, content in files.items()}  # fmt: skip
    graph = rdflib.Graph().parse(data=dcat(made), format="turtle")
    found = {}
    for node in graph.objects(None, DCAT.distribution):
        checksum = graph.value(
            graph.value(node, rdflib.URIRef(SPDX + "checksum")), rdflib.URIRef(SPDX + "checksumValue")
        )
        found[str(graph.value(node, DCAT.downloadURL)).removeprefix(ADDRESS)] = (
            int(str(graph.value(node, DCAT.byteSize))), str(checksum))  # fmt: skip
    assert found == wanted
    for form in (schema_org(made), croissant(made)):
        listed = {each["contentUrl"].removeprefix(ADDRESS): each for each in form["distribution"]}
        sizes = {name: (int(each["contentSize"].split()[0]), each["sha256"]) for name, each in listed.items()}
        assert sizes == wanted
    resources = datapackage(made)["resources"]
    assert {name: (len(content), hashlib.sha256(content).hexdigest()) for name, content in files.items()} == {
        each["path"]: (each["bytes"], each["hash"].removeprefix("sha256:")) for each in resources
    }
    assert all(re.fullmatch(r"[-a-z0-9._]+", each["name"]) for each in resources)
    assert len({each["name"] for each in resources}) == len(resources)
    assert [str(dump) for dump in graph.objects(None, VOID.dataDump)] == [f"{ADDRESS}all%20the%20data.trig"]


def test_the_schemas_are_those_of_the_files(made: Description, folder: Path) -> None:
    """Each cell of a CSV file has the form that its type has in a data package."""
    forms = {"string": r"(?s).*", "integer": r"-?\d+", "number": r"-?\d+(\.\d+)?(e-?\d+)?", "boolean": "true|false",
             "date": r"\d{4}-\d\d-\d\d"}  # fmt: skip
    kinds = set()
    tables = [each for each in datapackage(made)["resources"] if each.get("type") == "table"]
    assert {each["path"] for each in tables} == {f"tables/{name}.csv" for name in TABLES}
    for table in tables:
        fields = table["schema"]["fields"]
        kinds |= {field["type"] for field in fields}
        with (folder / table["path"]).open(encoding="utf-8", newline="") as file:
            head, *rows = csv.reader(file)
        assert head == [field["name"] for field in fields]
        for row in rows:
            for cell, field in zip(row, fields, strict=True):
                assert not cell or re.fullmatch(forms[field["type"]], cell), (field, cell)
    assert kinds == {*forms}


def test_the_library_of_ro_crates_reads_the_crate(made: Description, folder: Path) -> None:
    """It looks for every file; what a crate must say of itself it does not check, so this does."""
    (folder / FILE).write_text(as_json(ro_crate(made)), encoding="utf-8")
    with warnings.catch_warnings():
        warnings.simplefilter("error")  # of a file that is not there
        crate = ROCrate(folder)
    (folder / FILE).unlink()
    assert {entity.id for entity in crate.data_entities} == {file.path for file in made.files}
    assert crate.metadata["conformsTo"] == "https://w3id.org/ro/crate/1.1"
    root = crate.root_dataset
    assert (crate.name, str(crate.license.id)) == (made.title, made.licence)
    assert {"name", "description", "datePublished", "license"} <= {*root.properties()}
    assert [each["name"] for each in root["creator"]] == [*made.creators]
    assert all(int(entity["contentSize"]) == (folder / entity.id).stat().st_size for entity in crate.data_entities)


def test_datacite_has_what_its_schema_demands(made: Description) -> None:
    needed = {"schemaVersion", "types", "identifiers", "creators", "titles", "publisher", "publicationYear"}
    for what in (made, replace(made, creators=(), licence="", keywords=())):
        found = datacite(what)
        assert needed <= {name for name, value in found.items() if value}
        assert {each["relationType"] for each in found["relatedIdentifiers"]} == {
            "HasMetadata", "IsDocumentedBy", "Requires"
        }  # fmt: skip
    assert datacite(made)["publisher"] == "Lamp Archive, 朱"
    assert datacite(made)["rightsList"][0]["rightsIdentifier"] == "cc-by-4.0"
    assert datacite(replace(made, creators=()))["publisher"] == ":unav"


def test_the_link_set_leads_there_and_back(made: Description) -> None:
    contexts = {each["anchor"]: each for each in linkset(made)["linkset"]}
    landing = contexts.pop(ADDRESS)
    assert [each["href"] for each in landing["cite-as"]] == [made.base]
    assert {each["href"]: each["type"] for each in landing["item"]} == {
        ADDRESS + file.path.replace(" ", "%20"): file.media_type for file in made.files
    }
    for relation, back in (("item", "collection"), ("describedby", "describes")):
        for each in landing[relation]:
            assert contexts.pop(each["href"])[back] == [{"href": ADDRESS, "type": "text/html"}]
    assert contexts == {}


def test_croissant_reads_tables_from_parquet(made: Description, folder: Path) -> None:
    found = croissant(made)
    files = {each["@id"]: each["contentUrl"].removeprefix(ADDRESS) for each in found["distribution"]}
    assert [each["name"] for each in found["recordSet"]] == sorted(TABLES)
    for table in found["recordSet"]:
        [source] = {field["source"]["fileObject"]["@id"] for field in table["field"]}
        schema = pl.read_parquet_schema(folder / files[source])
        assert [field["source"]["extract"]["column"] for field in table["field"]] == [*schema]
        lists = {name for name, kind in schema.items() if kind == pl.List(pl.String)}
        assert {field["name"] for field in table["field"] if field.get("repeated")} == lists
        assert {"sc:Date", "sc:Text"} <= {field["dataType"] for field in table["field"]}
    assert {each["encodingFormat"] for each in found["distribution"]} == {
        "application/x-parquet", "application/trig", "text/csv"
    }  # fmt: skip
    terms = {"recordSet", "field", "source", "fileObject", "extract", "column", "repeated", "citeAs"}
    assert all(CONTEXT[term] == f"cr:{term}" for term in terms)
    assert found["citeAs"].startswith("@misc{lamps-a-script,\n  author = {{Lamp Archive} and {朱}},\n")


def test_dcat_uses_the_vocabularies_as_they_are(made: Description) -> None:
    graph = rdflib.Graph().parse(data=dcat(made), format="turtle")
    used = {str(term) for triple in graph for term in triple if isinstance(term, rdflib.URIRef)}
    assert {term.removeprefix(str(DCAT)) for term in used if term.startswith(str(DCAT))} == DCAT_3
    for space in (VOID, DCTERMS, FOAF):
        assert all(rdflib.URIRef(term) in space for term in used if term.startswith(str(space)) and term != str(space))
    assert not [term for triple in graph for term in triple if isinstance(term, rdflib.BNode)]
    assert sorted(map(str, graph.objects(None, FOAF.name))) == ["Lamp Archive", "朱"]


def test_the_citation_file_has_what_its_format_demands(made: Description) -> None:
    found = yaml.safe_load(citation_cff(made))
    needed = {"cff-version", "message", "title", "authors"}
    assert found.keys() - needed == {"type", "abstract", "version", "date-released", "license", "keywords", "url"}
    assert needed <= found.keys()
    plain = yaml.safe_load(citation_cff(replace(made, licence="https://example.org/terms", creators=(), keywords=())))
    assert (plain["license-url"], plain["authors"]) == ("https://example.org/terms", [{"name": "anonymous"}])
    assert plain.keys().isdisjoint({"license", "keywords"})


def test_the_same_description_gives_the_same_bytes_and_no_markup(made: Description) -> None:
    for write, _ in FORMS.values():
        one, other = write(made), write(replace(made))
        assert one == other
        assert isinstance(one, str) or "<" not in as_json(one)


@pytest.mark.parametrize("address", ["https://example.org/lamps", "lamps/", "https://example.org/a b/", "ftp://x.org/"])
def test_an_address_that_is_none_is_refused(address: str, tiny: KnowledgeGraph) -> None:
    with pytest.raises(UsageError, match="not an address of a folder; expected http or https and a slash"):
        describe(tiny, address=address, files=[])


def test_the_repository_and_its_project_file_agree() -> None:
    cited = yaml.safe_load((ROOT / "CITATION.cff").read_text(encoding="utf-8"))
    shipped = project.read(ROOT / "pcgraph.toml")
    [data] = cited["references"]
    assert shipped.version == cited["version"] == data["version"]
    assert spdx(shipped.licence) == data["license"]
    assert (shipped.title, shipped.base) == (data["title"], data["url"])
    assert [*shipped.creators] == [author["name"] for author in data["authors"]]
    assert shipped.licence in (ROOT / "LICENSE-DATA").read_text(encoding="utf-8")
