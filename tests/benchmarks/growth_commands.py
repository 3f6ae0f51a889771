"""What each command costs beside a finished build, for 1,000, 10,000 and 100,000 engagements: the table of the guide.

    python tests/benchmarks/growth_commands.py          measures every size, and writes the table into the guide
    python tests/benchmarks/growth_commands.py 1000     measures one size anew

Seconds are those of the processor, so that other programs on the machine do not count. Memory is the most that the
process held. The data are those of synthetic.py. `make growth` runs it.
"""

from __future__ import annotations

import csv
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

HERE = Path(__file__).resolve().parent
FIGURES = HERE / "growth-commands.csv"
GUIDE = HERE.parents[1] / "docs" / "how-to" / "large-graphs.md"
BEGIN, END = "<!-- table of growth-commands.csv -->\n", "<!-- end of the table -->\n"
SIZES = (1000, 10_000, 100_000)  # engagements
QUADS = 18.9  # of an engagement, with its share of everything else
COMMANDS = {
    "build": "build",
    "map": "map -o map.html",
    "site": "site site",
    "query who-signed-with": "query who-signed-with --param party=agent-30",
    "query ties-told-by-one-voice": "query ties-told-by-one-voice --format tsv",
    "find": "find agnet",
    "show": "show agent-30",
    "why": "why agent-3 signsWith agent-5",
    "rank": "rank --top 20",
    "a name that is unknown": "show nobody-of-this-name",
}


class Cost(NamedTuple):
    """One row of the CSV."""

    command: str
    engagements: int
    seconds: float
    megabytes: int


def measure(size: int) -> Iterator[Cost]:
    """Run every command on about so many engagements, each in a process of its own; the build comes first."""
    with tempfile.TemporaryDirectory(prefix="growth-") as name:
        dump = Path(name) / "dump.nq"
        subprocess.run([sys.executable, HERE / "synthetic.py", str(round(size * QUADS)), dump], check=True)
        for command, text in COMMANDS.items():
            words = [sys.executable, "-m", "pcgraph", *text.split(), "--data", str(dump)]
            cost = Cost(command, size, *run(words, Path(name)))
            print(f"{size:>8,} engagements  {command:30}{cost.seconds:8.1f} s {cost.megabytes:6} MB", file=sys.stderr)
            yield cost


def run(words: Sequence[str], folder: Path) -> tuple[float, int]:
    """Return the processor seconds of a command, and the most memory that it held, in MB."""
    with (folder / "output").open("wb") as output:
        process = subprocess.Popen(words, cwd=folder, stdout=output, stderr=subprocess.STDOUT)
        _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode not in (0, 1):  # 1 or 2: there is no such tie or no such name
        said = (folder / "output").read_text(encoding="utf-8", errors="replace")
        if "unknown" not in said and "not in the graph" not in said:
            sys.exit(f"{' '.join(words)}: {said[-500:]}")
    return used.ru_utime + used.ru_stime, round(used.ru_maxrss / (1024 if sys.platform == "linux" else 1024**2))


def read() -> list[Cost]:
    """Read the figures; none if there is no file yet."""
    if not FIGURES.exists():
        return []
    with FIGURES.open(encoding="utf-8", newline="") as file:
        rows = list(csv.reader(file))[1:]
    return [Cost(command, int(size), float(seconds), int(most)) for command, size, seconds, most in rows]


def write(costs: Sequence[Cost]) -> None:
    """Write the figures, of which those measured anew take the place of the old, and the table in the guide."""
    last = {(cost.command, cost.engagements): cost for cost in costs}
    order = list(COMMANDS)
    found = sorted(last.values(), key=lambda cost: (order.index(cost.command), cost.engagements))
    with FIGURES.open("w", encoding="utf-8", newline="") as file:
        rows = csv.writer(file, lineterminator="\n")
        rows.writerow(Cost._fields)
        rows.writerows((cost.command, cost.engagements, f"{cost.seconds:.1f}", cost.megabytes) for cost in found)
    before, _, rest = GUIDE.read_text(encoding="utf-8").partition(BEGIN)
    GUIDE.write_text(before + BEGIN + table(found) + END + rest.partition(END)[2], encoding="utf-8")


def table(costs: Sequence[Cost]) -> str:
    """Return the table of the guide, in Markdown."""
    cells = {(cost.command, cost.engagements): f"{cost.seconds:.1f} s, {cost.megabytes} MB" for cost in costs}
    sizes = sorted({cost.engagements for cost in costs})
    lines = [
        f"| command | {' | '.join(f'{size:,} engagements' for size in sizes)} |",
        "| --- " * (len(sizes) + 1) + "|",
    ]
    for command in COMMANDS:
        name = command if " name " in f" {command} " else f"`{command}`"
        lines.append(f"| {name} | {' | '.join(cells.get((command, size), 'not measured') for size in sizes)} |")
    return "".join(f"{line}\n" for line in lines)


if __name__ == "__main__":
    for wanted in [int(text) for text in sys.argv[1:]] or SIZES:
        write([*read(), *measure(wanted)])
