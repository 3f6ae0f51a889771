"""The whole way, data to files, all or nothing: read, check, believe, write."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pcgraph import api
from pcgraph.belief import disk_store
from pcgraph.errors import InvalidInput, PcgraphError
from pcgraph.io import export, report
from pcgraph.store import cache
from pcgraph.store.files import home, shown, write_parquet

if TYPE_CHECKING:
    from pcgraph.validation import Finding

MOST_DRAWN = 1000  # ties; above, a build would take much longer for its intervals
MOST_SHOWN = 300_000  # ties on the page, which is 70 MB then
DRAWS = 200  # for the intervals of ranks: a build stays quick; `pcgraph rank --uncertainty 1000` is for a paper


class CheckFailed(PcgraphError):
    """The data break a rule; nothing was written. `findings` holds every one."""

    exit_code = 1

    def __init__(self, findings: list[Finding]) -> None:
        self.findings = findings
        super().__init__("\n".join(map(str, findings)))


@dataclass(frozen=True)
class Built:
    """What a build did.

    Attributes
    ----------
    folder : Path
    again : bool
        False when nothing had changed and nothing was computed.
    facts : dict
        Counts, as in the manifest.
    warnings : list of Finding
    """

    folder: Path
    again: bool
    facts: dict[str, Any]
    warnings: list[Finding] = field(default_factory=list)


def build(
    out: Path, data: Path | None = None, texts: Path | None = None, progress: Callable[[str], object] = str
) -> Built:
    """Read, check and compute everything, and write the build folder.

    Parameters
    ----------
    out : Path
        Folder to write; replaced whole, or left as it was.
    data : Path, optional
        Data folder.
    texts : Path, optional
        Folder of source texts: passages are proved, and the page may show quotes.

    Raises
    ------
    CheckFailed
        If a rule is broken.
    InvalidInput
        If a file cannot be read, or `out` cannot be written or is no build folder.
    """
    folder = data or home("data")
    if not cache.leftovers(out) and (done := _unchanged(out, folder, texts)):
        return done
    with cache.exclusive(out), disk_store.holding() as held:
        return _unchanged(out, folder, texts) or _build(out, folder, texts, progress, held)


def _unchanged(out: Path, folder: Path, texts: Path | None) -> Built | None:
    """Return what is there if it was made from just these files."""
    found = cache.verified(out, api.key(folder, home("ontology")))
    return Built(out, False, found) if found and found["texts"] == _digest(texts) else None


def _build(
    out: Path, folder: Path, texts: Path | None, progress: Callable[[str], object], held: disk_store.Held
) -> Built:
    from pcgraph import validation
    from pcgraph.analysis import centrality
    from pcgraph.analysis.uncertainty import Uncertain

    progress("reading")
    places = folder, home("ontology")
    key, quoted = api.key(*places), _digest(texts)
    inputs = api.read(*places)
    api.unchanged(key, *places)
    progress("checking")
    findings = validation.run(inputs, texts)
    if any(finding.severity == "error" for finding in findings):
        raise CheckFailed(findings)
    progress("believing")
    big = disk_store.make(out, key, inputs, held) if disk_store.is_large(inputs) else None
    kg = api.compute(inputs, store=big.store if big else None)
    network = kg.network()
    progress("ranking")
    rankings, sure = [centrality.rank(network, name) for name in api.SHOWN], list[Uncertain]()
    if network.number_of_edges() <= MOST_DRAWN:
        progress("drawing how sure the ranks are")
        rankings = [*(sure := kg.ranks(api.SHOWN, uncertainty=DRAWS))]
    facts = report.facts(kg, rankings, len(findings))
    if network.number_of_edges() > MOST_SHOWN:
        facts["undrawn"] = f"{network.number_of_edges()} ties are more than {MOST_SHOWN}, which a browser can hold"
    progress("writing")
    with cache.writing(out, key, {**facts, "texts": quoted}) as new:
        if not big:  # else the store beside it holds the graphs
            export.write_trig(kg.store, new / cache.GRAPH)
            write_parquet(inputs.columns, new / cache.INPUTS, statistics=False)
            if inputs.positions is not None:
                (new / cache.POSITIONS).write_bytes(inputs.positions)
        export.write_current(kg.store, new / "current.ttl")
        export.write_tables(kg.tables, new / cache.TABLES)
        export.write_graphml(network, new / "graph.graphml")
        export.rankings(rankings).write_csv(new / "rankings.csv")
        (new / "report.md").write_text(report.markdown(facts, kg, rankings), encoding="utf-8")
        if "undrawn" not in facts:
            kg.map(texts=texts, sure=sure).save(new / cache.PAGE)
        if texts and _digest(texts) != quoted:
            raise InvalidInput(f"{shown(texts)}: changed while it was read; expected it to stay as it is; try again")
    return Built(out, True, facts, findings)


def _digest(texts: Path | None) -> str:
    """Sum up the texts, whose quotes stand in the page; empty without any."""
    files = sorted(texts.glob("*.txt")) if texts else []
    return (
        hashlib.sha256(b"".join(path.name.encode() + path.read_bytes() for path in files)).hexdigest() if files else ""
    )
