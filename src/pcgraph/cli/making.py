"""Verbs for those who keep the data: build, check, cite."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Annotated

import typer

from pcgraph.cli.common import AsJson, Data, Texts, note, say, write
from pcgraph.errors import UsageError


def build(
    data: Data = None,
    output: Annotated[Path, typer.Option("-o", "--output", metavar="DIR", help="Build folder.")] = Path("build"),
    texts: Texts = None,
) -> None:
    """Read, check and compute everything; write graph, tables, rankings, report and page, all or nothing."""
    from pcgraph import dossier, report
    from pcgraph.build import build as make
    from pcgraph.paths import shown

    done = make(
        output, data, dossier.texts_folder(texts), lambda step: note(f"{step} …") if sys.stderr.isatty() else None
    )
    for finding in done.warnings:
        note(finding)
    for line in report.lines(done.facts):
        say(line)
    if (done.folder / "map.html").is_file():
        say(f"look: {shown(done.folder / 'map.html')} (open it in a browser), {shown(done.folder / 'report.md')}")
    say("ask:  pcgraph query who-signed-with --param party=huawei" + ("" if done.again else "   (nothing had changed)"))


def check(
    data: Data = None,
    texts: Texts = None,
    fix: Annotated[
        bool, typer.Option("--fix", help="Move passages whose words stand elsewhere in the text now (needs --texts).")
    ] = False,
    as_json: AsJson = False,
) -> None:
    """Check data against the ontology, the shapes and, with --texts, the sources' own words."""
    from pcgraph import api, dossier, store
    from pcgraph import check as checking
    from pcgraph.paths import home

    dossier.texts_folder(texts)
    inputs = api.read(data or home("data"), home("ontology"))
    if fix:
        if not inputs.files:
            raise UsageError("check --fix: a file of quads cannot be mended; expected a data folder; give it")
        if texts is None:
            raise UsageError("check --fix: the texts are needed; expected --texts DIR; add it")
        for line in checking.fix(inputs, texts):
            say(line)
        inputs = store.read(inputs.data, inputs.ontology)
    findings = checking.run(inputs, texts)
    if as_json:
        from dataclasses import asdict

        say(
            json.dumps(
                [{**asdict(finding), "path": str(finding.path)} for finding in findings], ensure_ascii=False, indent=1
            )
        )
    else:
        for finding in findings:
            say(finding)
    sources = len(inputs.slugs)
    if not inputs.files:
        note("a file of quads: grammar, graphs and parties are checked; shapes, passages and register in a folder only")
    note(f"{len(findings)} finding{'s' * (len(findings) != 1)} in {sources} source{'s' * (sources != 1)}")
    if any(finding.severity == "error" for finding in findings):
        raise typer.Exit(1)


def cite(
    slug: Annotated[str, typer.Argument(help="Slug of the source.")],
    first: Annotated[str, typer.Argument(help="First words of the passage.")],
    last: Annotated[str, typer.Argument(help="Last words of the passage.")],
    texts: Annotated[Path, typer.Option("--texts", metavar="DIR", help="Folder of source texts, <slug>.txt.")],
    data: Data = None,
) -> None:
    """Print the Turtle of a passage, with offsets and checksum. A slug that no source of --data has is told."""
    from pcgraph import cite as citing
    from pcgraph.paths import home

    told = "" if data is None and home("data").parent.name == "_bundled" else citing.unknown(slug, data or home("data"))
    write(citing.passage(slug, first, last, texts), None)
    if told:
        note(told)
