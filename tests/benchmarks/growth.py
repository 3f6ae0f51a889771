"""How each operation grows from 100 thousand to ten million quads: figures, and a picture on logarithmic axes.

    python tests/benchmarks/growth.py            measures every size (growth.csv) and draws (growth.svg)
    python tests/benchmarks/growth.py 1000000    measures one size anew; with --only peak, one part of it
    python tests/benchmarks/growth.py --draw     only draws

The data are those of synthetic.py. At every size the graph goes the way that a large one goes, into a store on disk, so
that its line has no step. Each part runs in a process of its own, so that none is helped by another's memory; short
operations are medians of several rounds. Reopening and questions find the files in the system's cache.
"""

from __future__ import annotations

import argparse
import csv
import math
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from statistics import linear_regression, median
from typing import Any, NamedTuple

import pcgraph
from pcgraph.analysis.network import Members
from pcgraph.belief import disk_store, loading, materialise
from pcgraph.model.scope import Scope
from pcgraph.store import checksums
from pcgraph.store.files import home, replacing
from pcgraph.viz.svg import colours, escaped

HERE = Path(__file__).resolve().parent
FIGURES, PICTURE = HERE / "growth.csv", HERE / "growth.svg"
SIZES = (100_000, 300_000, 1_000_000, 3_000_000, 10_000_000)
PEER_UNTIL = 1_000_000  # quads; above, rdflib takes longer than anybody waits
ROUNDS, ENOUGH = 9, 15.0  # rounds at most; seconds after which no further round begins
ONE = "SELECT ?p ?o WHERE { id:deal-7 ?p ?o }"
WHOLE = """SELECT ?sector ?status (COUNT(?e) AS ?n) WHERE { ?e pcg:sector ?sector ; pcg:currentStatus ?status }
    GROUP BY ?sector ?status"""
# Operation → its colour in the page's style sheet, and its dashes; who is not ours is grey and dashed.
STYLE = {
    "make the store on disk": ("tone-8", ""),
    "load: quads to columns": ("tone-1", ""),
    "believe: columns to tables": ("tone-2", ""),
    "count over the whole graph": ("tone-4", ""),
    "project: parties to ties": ("tone-3", ""),
    "reopen and ask": ("tone-7", ""),
    "ask about one thing": ("tone-6", ""),
    "rdflib loads": ("soft", "5 4"),
    "peak of pcgraph.load": ("tone-1", ""),
    "peak of rdflib": ("soft", "5 4"),
}


class Figure(NamedTuple):
    """One row of the CSV; `value` in seconds, or GiB for a peak of memory."""

    operation: str
    quads: int
    unit: str
    value: float
    rounds: int


# Measuring: a part is run by a process of its own, and prints its figures.
Found = Iterator[tuple[str, str, float, int]]


def columns(dump: Path, _: Path) -> Found:
    """What happens in memory: quads → columns → tables → ties."""
    yield "load: quads to columns", *timed(lambda: materialise.read(dump, home("ontology")))
    inputs = materialise.read(dump, home("ontology"))
    yield "believe: columns to tables", *timed(lambda: materialise.believe(*materialise.select(inputs, Scope())))
    parties = materialise.believe(*materialise.select(inputs, Scope()))[0].tables.parties
    yield "project: parties to ties", *timed(lambda: Members.from_parties(parties).ties())


def store(dump: Path, build: Path) -> Found:
    """Make the store of columns that are there, belief included, and leave it for the questions."""
    inputs, key = materialise.read(dump, home("ontology")), loading.key(dump, home("ontology"))

    def made() -> None:
        shutil.rmtree(build, ignore_errors=True)
        disk_store.make(build, key, inputs)

    yield "make the store on disk", *timed(made)


def questions(dump: Path, build: Path) -> Found:
    """Open what was made and ask it; as a second visitor does, whom the sums of large files need not be told again."""
    if dump.stat().st_size >= checksums.LARGE:
        time.sleep(checksums.SETTLED / 1e9 + 0.1)
    kg = pcgraph.load(dump, build=build)
    yield "reopen and ask", *timed(lambda: len(pcgraph.load(dump, build=build).query(ONE)))
    yield "ask about one thing", *timed(lambda: kg.query(ONE).to_polars())
    yield "count over the whole graph", *timed(lambda: kg.query(WHOLE).to_polars())


def peak(dump: Path, build: Path) -> Found:
    """Load the whole for the first time; how much memory does that take?"""
    disk_store.LARGE = 0
    pcgraph.load(dump, build=build.with_name("peak"))
    yield "peak of pcgraph.load", "GiB", _peak(), 1


def rdflib(dump: Path, _: Path) -> Found:
    """What one would use instead reads the same file."""
    from rdflib import Dataset

    peer = Dataset()
    yield "rdflib loads", *timed(lambda: peer.parse(dump, format="nquads"), rounds=1)
    yield "peak of rdflib", "GiB", _peak(), 1


PARTS: dict[str, Callable[[Path, Path], Found]] = {
    part.__name__: part for part in (columns, store, peak, questions, rdflib)
}


def timed(work: Callable[[], Any], rounds: int = ROUNDS) -> tuple[str, float, int]:
    """Return unit, median and number of rounds."""
    seconds: list[float] = []
    while len(seconds) < rounds and sum(seconds) < ENOUGH:
        begun = time.perf_counter()
        work()
        seconds.append(time.perf_counter() - begun)
    return "s", median(seconds), len(seconds)


def _peak() -> float:
    """Read the most memory that this process ever held; Linux tells."""
    told = Path("/proc/self/status").read_text(encoding="utf-8").split("VmHWM:")[1].split()[0]
    return int(told) / 1024**2


def measure(size: int, parts: Sequence[str]) -> list[Figure]:
    """Run parts on about so many quads."""
    figures = []
    with tempfile.TemporaryDirectory(prefix="growth-") as name:
        dump, build = Path(name) / "dump.nq", Path(name) / "build"
        subprocess.run([sys.executable, HERE / "synthetic.py", str(size), dump], check=True)
        with dump.open("rb") as file:
            quads = sum(1 for _ in file)
        for part in parts:
            if part == "rdflib" and size > PEER_UNTIL:
                continue
            command = [sys.executable, __file__, "--part", part, dump, build]
            done = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True)
            for operation, unit, value, rounds in csv.reader(done.stdout.splitlines()):
                figures.append(Figure(operation, quads, unit, float(value), int(rounds)))
                print(f"{quads:>12,} quads  {operation:28}{float(value):10.4g} {unit}", file=sys.stderr)
    return figures


def read(path: Path) -> list[Figure]:
    """Read the figures; none if there is no file yet."""
    if not path.exists():
        return []
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.reader(file))[1:]
    return [Figure(name, int(quads), unit, float(value), int(rounds)) for name, quads, unit, value, rounds in rows]


def write(path: Path, figures: Sequence[Figure]) -> None:
    """Write the figures; what is measured anew takes the place of the old."""
    last = {(figure.operation, figure.quads): figure for figure in figures}
    order = list(STYLE)
    with replacing(path) as new, new.open("w", encoding="utf-8", newline="") as file:
        rows = csv.writer(file, lineterminator="\n")
        rows.writerow(Figure._fields)
        rows.writerows(sorted(last.values(), key=lambda figure: (order.index(figure.operation), figure.quads)))


# Drawing.
WIDTH, LEFT, RIGHT, GAP = 920, 62, 600, 17.0  # pixels; GAP is the least distance of two labels
TIMES, MEMORY = (84, 486), (542, 672)  # top and floor of the two panels
FOOT = (
    "Both axes are logarithmic. Thin lines: slope 1, ten times the quads take ten times as much. Slopes are fitted",
    "over all sizes. One machine with two cores: read the slopes, not the seconds. rdflib: up to a million quads.",
)


class Panel:
    """A pair of logarithmic axes: pixels of a value, grid, guides of slope 1."""

    def __init__(self, figures: Sequence[Figure], ends: tuple[int, int], across: tuple[float, float]) -> None:
        self.top, self.floor = ends
        self.across = across
        logs = [math.log10(figure.value) for figure in figures]
        self.low = math.floor(min(logs))
        self.high = max(math.ceil(max(logs)), self.low + 1)

    def x(self, quads: float) -> float:
        low, high = self.across
        return LEFT + (RIGHT - LEFT) * (math.log10(quads) - low) / (high - low)

    def y(self, value: float) -> float:
        return self.floor - (self.floor - self.top) * (math.log10(value) - self.low) / (self.high - self.low)

    def grid(self, soft: str, unit: str) -> Iterator[str]:
        low, high = self.across
        for power in range(self.low, self.high + 1):
            y = self.y(10.0**power)
            yield f'<path d="M{LEFT},{y:.1f}H{RIGHT}" stroke="{soft}" stroke-width="0.6" stroke-opacity="0.45"/>'
            yield f'<text x="{LEFT - 8}" y="{y + 4:.1f}" text-anchor="end">{shown(10.0**power, unit)}</text>'
        for power in range(self.low - math.ceil(high - low), self.high):  # y = 10^power at the left edge
            start, end = max(0.0, float(self.low - power)), min(high - low, float(self.high - power))
            if start < end:
                points = ((self.x(10 ** (low + step)), self.y(10 ** (power + step))) for step in (start, end))
                line = "L".join(f"{x:.1f},{y:.1f}" for x, y in points)
                yield f'<path d="M{line}" stroke="{soft}" stroke-width="0.6" stroke-dasharray="1 3"/>'
        for power in range(math.ceil(low), math.floor(high) + 1):
            for quads in (10**power, 3 * 10**power):
                if (x := self.x(quads)) <= RIGHT:
                    yield f'<path d="M{x:.1f},{self.floor}v5" stroke="{soft}"/>'
                    yield f'<text x="{x:.1f}" y="{self.floor + 19}" text-anchor="middle">{many(quads)}</text>'


def many(quads: int) -> str:
    """Write about how many quads: one digit, and k or M."""
    about = int(float(f"{quads:.0e}"))
    return f"{about // 10**6} M" if about >= 10**6 else f"{about // 1000} k"


def shown(value: float, unit: str) -> str:
    """Write a value with two digits and its unit, milliseconds below 0.1 s."""
    value, unit = (1000 * value, "ms") if unit == "s" and value < 0.0999 else (value, unit)
    return f"{float(f'{value:.2g}'):g} {unit}"


def picture(figures: Sequence[Figure]) -> str:
    """Draw the figures; the same bytes for the same figures, and text as text."""
    ink, soft, paper = (colours()[name] for name in ("ink", "soft", "paper"))
    logs = [math.log10(figure.quads) for figure in figures]
    across = min(logs) - 0.06, max(logs) + 0.03
    sizes = f"{many(round(10 ** min(logs)))} to {many(round(10 ** max(logs)))}"
    height = MEMORY[1] + 68
    title = f"Growth from {sizes} quads"
    out = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}" width="{WIDTH}" height="{height}" '
        f'role="img" font-family="Noto Sans, Helvetica, Arial, sans-serif" font-size="12" fill="{ink}">',
        f"<title>{escaped(title)}</title>",
        "<desc>" + escaped("; ".join(label(name, line) for name, line in lines(figures).items())) + "</desc>",
        f'<rect width="{WIDTH}" height="{height}" fill="{paper}"/>',
        f'<text x="16" y="28" font-size="15" font-weight="bold">{title}</text>',
        f'<text x="16" y="58" fill="{soft}">Time</text>',
        f'<text x="16" y="{MEMORY[0] - 12}" fill="{soft}">Memory at its peak</text>',
        *(f'<text x="16" y="{height - 30 + 17 * row}" fill="{soft}">{text}</text>' for row, text in enumerate(FOOT)),
    ]
    for unit, ends in (("s", TIMES), ("GiB", MEMORY)):
        some = [figure for figure in figures if figure.unit == unit]
        panel = Panel(some, ends, across)
        out += [*panel.grid(soft, unit), *_curves(panel, lines(some), max(figure.quads for figure in some))]
    return "\n".join([*out, "</svg>"]) + "\n"


def lines(figures: Sequence[Figure]) -> dict[str, list[Figure]]:
    """Sort the figures into lines, by size."""
    found = {name: sorted(figure for figure in figures if figure.operation == name) for name in STYLE}
    return {name: line for name, line in found.items() if line}


def label(name: str, line: Sequence[Figure]) -> str:
    """Name a line, its last value and its slope: k where it grows as n to the power of k, by least squares."""
    told = f"{name} · {shown(line[-1].value, line[-1].unit)}"
    if len(line) == 1:
        return told
    logs = [[math.log(figure.quads) for figure in line], [math.log(figure.value) for figure in line]]
    slope = round(linear_regression(*logs).slope, 2) + 0.0  # no minus before a zero
    return f"{told} · slope {slope:.2f}"


def _curves(panel: Panel, curves: dict[str, list[Figure]], most: int) -> Iterator[str]:
    """Draw the lines, and at the end of each its label; labels beside the panel keep their distance."""
    beside = {}
    for name, line in curves.items():
        colour, dash = colours()[STYLE[name][0]], STYLE[name][1]
        points = [(panel.x(figure.quads), panel.y(figure.value)) for figure in line]
        path = "L".join(f"{x:.1f},{y:.1f}" for x, y in points)
        dashes = f' stroke-dasharray="{dash}"' if dash else ""
        yield f'<path d="M{path}" fill="none" stroke="{colour}" stroke-width="2"{dashes}/>'
        yield from (f'<circle cx="{x:.1f}" cy="{y:.1f}" r="3" fill="{colour}"/>' for x, y in points)
        if line[-1].quads == most:
            beside[name] = points[-1]
        else:  # it ends early, above all others
            x, y = points[-1]
            rim = f'stroke="{colours()["paper"]}" stroke-width="4" paint-order="stroke"'
            at = f'x="{x - 4:.1f}" y="{y - 9:.1f}" text-anchor="end"'
            yield f"<text {at} {rim}>{escaped(label(name, line))}</text>"
    places = apart([y for _, y in beside.values()], panel.top, panel.floor)
    for (name, (x, y)), place in zip(beside.items(), places, strict=True):
        colour = colours()[STYLE[name][0]]
        yield f'<path d="M{x + 5:.1f},{y:.1f}L{RIGHT + 20},{place:.1f}" stroke="{colour}" stroke-width="0.8"/>'
        yield f'<text x="{RIGHT + 25}" y="{place + 4:.1f}">{escaped(label(name, curves[name]))}</text>'


def apart(wanted: Sequence[float], top: float, floor: float) -> list[float]:
    """Move heights as little as it takes for each two to be GAP apart, within top and floor."""
    order = sorted(range(len(wanted)), key=lambda place: wanted[place])
    groups: list[list[float]] = []  # heights that touch, as wanted; a group stands around its middle

    def start(group: list[float]) -> float:
        half = GAP * (len(group) - 1) / 2
        return min(max(sum(group) / len(group), top + half), floor - half) - half

    for place in order:
        groups.append([wanted[place]])
        while len(groups) > 1 and start(groups[-2]) + GAP * len(groups[-2]) > start(groups[-1]):
            groups[-2:] = [groups[-2] + groups[-1]]
    found = [start(group) + GAP * row for group in groups for row in range(len(group))]
    return [height for _, height in sorted(zip(order, found, strict=True))]


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure and draw; see the top of this file."""
    parser = argparse.ArgumentParser(description="How each operation grows with the graph.")
    parser.add_argument("sizes", nargs="*", type=int, metavar="QUADS", help="about so many; default all five")
    parser.add_argument("--draw", action="store_true", help="only draw what was measured")
    parser.add_argument("--only", choices=[part for part in PARTS if part != "questions"], help="measure one part anew")
    parser.add_argument("--part", nargs=3, help=argparse.SUPPRESS)
    given = parser.parse_args(arguments)
    if given.part:
        name, dump, build = given.part
        rows = csv.writer(sys.stdout)
        rows.writerows((what, unit, f"{value:.4g}", n) for what, unit, value, n in PARTS[name](Path(dump), Path(build)))
        return
    for size in () if given.draw else given.sizes or SIZES:
        new = measure(size, [given.only] if given.only else list(PARTS))
        write(FIGURES, [*read(FIGURES), *new])
    PICTURE.write_text(picture(read(FIGURES)), encoding="utf-8")


if __name__ == "__main__":
    main()
