"""The command that looks organisations up at a reconciliation service, such as that of Wikidata."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

from pcgraph.cli.option import option
from pcgraph.cli.options import Data, Output, chosen_project, read_inputs, say, without_warnings, write
from pcgraph.cli.terminal import note, progress, working
from pcgraph.errors import UsageError

SERVICE = "https://wikidata.reconci.link/en/api"
NAMED = 5  # organisations without a candidate that are named


def reconcile(
    service: Annotated[str, option("--service URL", "Another reconciliation service.")] = SERVICE,
    accept: Annotated[
        Path | None, option("--accept FILE", "Write the rows of this file that say yes into the register.")
    ] = None,
    timeout: Annotated[float, option("--timeout SECONDS", "Time limit of each request.")] = 60.0,
    output: Output = None,
    data: Data = None,
) -> None:
    """Propose which item of Wikidata each organisation is, as CSV; --accept writes what a person accepted.

    It asks for all organisations without skos:exactMatch, and sends their names and countries. To accept a row, write
    yes into its last column.
    """
    if accept is not None:
        if output is not None:
            raise UsageError("--accept and -o: both were used; expected one; --accept writes into the register")
        _accept(accept, data)
        return
    from pcgraph.api import load
    from pcgraph.intake import reconcile as asking

    client = asking.ServiceClient(service, timeout, asking.MAX_BYTES)
    with working("loading the graph"), without_warnings():
        kg = load(chosen_project(data))
    with progress("asking") as report:
        found, without = asking.propose(kg, client, report)
    write(asking.as_csv(found), output)
    number = len({row.thing for row in found})
    asked = f"{client.shown}: {number + len(without)} organisations asked, {number} have candidates"
    note(f"{asked}; write yes into the last column of those that are right")
    if without:
        names = ", ".join(thing.label for thing in without[:NAMED])
        more = f" and {len(without) - NAMED} more" if len(without) > NAMED else ""
        note(f"without a candidate: {names}{more}")


def _accept(path: Path, data: Path | None) -> None:
    """Write accepted rows into the register."""
    from pcgraph.intake import reconcile_accept
    from pcgraph.model.text import counted
    from pcgraph.store.files import shown

    project = chosen_project(data)
    if project.bundled or not project.data.is_dir():
        raise UsageError("reconcile --accept: these data cannot be changed; expected a data folder; set it with --data")
    inputs = read_inputs(project)
    accepted = reconcile_accept.read_accepted(path, inputs)
    texts = reconcile_accept.edits(accepted, inputs)
    reconcile_accept.write(texts)
    for file, (_, _, number) in texts.items():
        say(f"{shown(file)}: {counted(number, 'link')} added")
    known = len(accepted) - sum(number for _, _, number in texts.values())
    if known or not texts:
        note(f"{counted(len(accepted), 'row')} accepted, {known} of them already in the register")
