"""The commands for evidence: keep the pages of sources, and prove passages."""

from __future__ import annotations

import os
import re
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from pcgraph.cli.option import option
from pcgraph.cli.options import (
    AsJson,
    Data,
    Texts,
    chosen_project,
    chosen_texts,
    first_of,
    own_project,
    read_inputs,
    say,
    say_json,
)
from pcgraph.cli.terminal import note, working
from pcgraph.errors import UsageError

if TYPE_CHECKING:
    from pcgraph.intake.evidence.capture import Captured
    from pcgraph.intake.evidence.verify import Verification

ARCHIVE = "PCGRAPH_ARCHIVE"  # the variable that names another archive with a CDX server
LISTED = 20  # passages of one state that are printed


def capture(
    name: Annotated[str, typer.Argument(metavar="SLUG|URL", help="Slug of a source, or a web address.")],
    texts: Texts = None,
    data: Data = None,
    find_archived: Annotated[
        bool, option("--find-archived", "Note the copy in a web archive that has the same bytes.")
    ] = False,
    ask_archive: Annotated[
        bool, option("--ask-archive", "Ask the web archive for a new copy first; this takes minutes.")
    ] = False,
) -> None:
    """Fetch the page of a source, and keep it and its text in the folder of texts."""
    from pcgraph.intake.evidence.capture import capture as run_capture

    project = own_project(data, "capture")
    folder = texts or project.texts
    if folder is None:
        raise UsageError("capture: no texts; expected --texts DIR, or texts in pcgraph.toml; add it")
    if not project.data.is_dir():
        raise UsageError(f"capture: {project.data} is no data folder; expected one; set it with --data")
    inputs = read_inputs(project)
    with working("fetching the page"):
        done = run_capture(name, inputs, folder)
    for line in done.lines(folder):
        say(line)
    for line in done.notes():
        note(line)
    if find_archived or ask_archive:
        _note_archived(done, ask_archive)


def _note_archived(done: Captured, ask: bool) -> None:
    """Look for an equal copy in the archive, and write its address on the card."""
    from pcgraph.intake.evidence import archive, warc
    from pcgraph.intake.evidence.cards import edited, write_card
    from pcgraph.store.files import shown

    server = os.environ.get(ARCHIVE, archive.SERVER).rstrip("/")
    address, digest = done.page.last.url, warc.payload_digest(done.page.last.body)  # the bytes come from there
    with working("asking the archive"):
        found = archive.Archived(None, None, 0)
        if ask:
            found = archive.ask_archive(address, digest, server=server)
            if found.nearest is None:
                note("the index of the archive shows no new copy yet; run the command with --find-archived tomorrow")
        if found.equal is None:
            found = archive.find_archived(address, digest, done.card.day if done.card else "", server=server)
    if found.equal is None:
        near = f"; the nearest of {found.number} is {found.nearest.url(server)}" if found.nearest else ""
        say(f"archived: no copy has the same bytes, so none is noted{near}")
        return
    url = found.equal.url(server)
    say(f"archived: {url} has the same bytes")
    if done.card:
        write_card(done.card, edited(done.card, archivedAs=url))
        say(f"{shown(done.card.file.path)}: archived as {url}")


def verify(
    file: Annotated[
        Path | None,
        typer.Argument(
            metavar="[FILE|HASH]",
            help="A file of  pcgraph cite-answer, which is compared with the graph; or the SHA-256 of a citation.",
        ),
    ] = None,
    data: Data = None,
    texts: Texts = None,
    live: Annotated[bool, option("--live", "Ask every address, and read each page as it is now.")] = False,
    site: Annotated[Path | None, option("--site DIR", "The site in whose releases a HASH is looked for.")] = None,
    record: Annotated[bool, option("--record", "Write the states to verification.ttl in the data folder.")] = False,
    as_json: AsJson = False,
) -> None:
    """Compare the passages with the texts of their sources, and print the state of each; or check a frozen answer.

    Without a text, a passage keeps the state that was recorded. Whether a page still has the words is a fact of its
    own, which --live finds. The exit code is 1 if nothing has the words of a passage that was proved. With a FILE, it
    is 0 if the graph still gives the same answer with the same passages, 1 if something differs, and 2 if the file is
    damaged. With a HASH and --site, the statements that were cited are printed as canonical N-Triples, whose SHA-256 is
    the hash.
    """
    if site is not None or (file is not None and re.fullmatch("[0-9a-f]{64}", file.name) and not file.exists()):
        from pcgraph.cli.read.cite_answer import verify_hash

        verify_hash(file, site, chosen_project(data), as_json)
        return
    if file is not None:
        if used := [name for name, value in (("--texts", texts), ("--live", live), ("--record", record)) if value]:
            raise UsageError(f"{used[0]}: does not fit a FILE; expected a FILE or {used[0]}; remove one of them")
        from pcgraph.cli.read.cite_answer import verify_answer

        verify_answer(file, data, as_json)
        return
    from pcgraph.intake.evidence import record as records
    from pcgraph.intake.evidence import verify as verification
    from pcgraph.store.files import shown

    project = own_project(data, "verify --record") if record else chosen_project(data)
    folder = chosen_texts(texts, project)
    with working("verifying"):
        inputs = read_inputs(project)
        found = verification.verify(inputs, folder, verification.today(), verification.asking() if live else None)
    if as_json:
        say_json(_objects(found))
    else:
        for line in _lines(found):
            say(line)
    if record:
        note(f"wrote {shown(records.write_record(found.record, inputs.data))}")
    if folder is None and not live:
        note("no texts, so no passage was compared: these are the recorded states; add --texts DIR or --live")
    if found.lost:
        note(f"{len(found.lost)} proved before and changed now: read again, and cite with `pcgraph cite`")
        raise typer.Exit(1)


def _objects(found: Verification) -> list[dict[str, object]]:
    """Return one object for each passage."""
    from pcgraph.model.namespaces import compact

    addresses = {each.source: each.state for each in found.addresses}
    return [
        {
            "source": compact(each.source),
            "passage": compact(each.passage),
            "state": each.state,
            "pointer": each.pointer,
            "checked_on": str(each.checked_on) if each.checked_on else None,
            "page_state": each.page_state or None,
            "page_checked_on": str(each.page_checked_on) if each.page_checked_on else None,
            "address": addresses.get(each.source),
        }
        for each in found.passages
    ]


def _lines(found: Verification) -> list[str]:
    """Return the number of passages in each state, and those that somebody has to look at."""
    from pcgraph.model.namespaces import compact
    from pcgraph.model.passages import CHANGED, MOVED, PROVING, REFLOWED, STATES, in_words, page_in_words

    count = Counter(each.state for each in found.passages)
    total = len(found.passages)
    out = [f"{count[state]:6} {state.replace('-', ' ')}" for state in STATES if count[state]]
    out.append(f"{total:6} passages")
    pages = Counter(page_in_words(each.page_state) for each in found.passages if each.page_state)
    out += [f"{number:6} {words}" for words, number in sorted(pages.items(), reverse=True)]
    for state, todo in (
        (CHANGED, "read the passage again and cite it"),
        (MOVED, "run `pcgraph check --fix`"),
        (REFLOWED, "cite it again when convenient"),
    ):
        these = [f"{compact(each.passage)}: {state}; {todo}" for each in found.passages if each.state == state]
        out += first_of(these, LISTED, f" {state}; --json lists all")
    gone = [each for each in found.passages if each.page_state == CHANGED and each.state in PROVING]
    told = [f"{compact(each.passage)}: {in_words(vars(each))}" for each in gone]
    out += first_of(told, LISTED, " no longer on the page; --json lists all")
    states = Counter(each.state for each in found.addresses)
    out += [f"{number:6} addresses {state}" for state, number in sorted(states.items())]
    out += [
        f"{compact(each.source)}: address {each.state}{each.detail and f' ({each.detail})'}"
        for each in found.addresses
        if each.state != "live"
    ]
    return out
