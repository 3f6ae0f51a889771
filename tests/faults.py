"""Fault files: one small file of `tests/invalid` for each rule, laid into a copy of a data folder without faults."""

from __future__ import annotations

import csv
import shutil
from pathlib import Path
from typing import NamedTuple

INVALID = Path(__file__).parent / "invalid"
BASE = INVALID / "base"
TEXTS = BASE / "texts"
ONTOLOGY = Path(__file__).parent.parent / "ontology"


class Fault(NamedTuple):
    """One row of expected_errors.csv: the one finding that the file must cause."""

    name: str
    code: str
    path: str
    line: int
    fragment: str

    @property
    def rule(self) -> str:
        """Name of the shape, or else the code; what follows the underscore tells variants apart."""
        return self.name.partition("_")[0]


def faults() -> list[Fault]:
    """Read expected_errors.csv."""
    with (INVALID / "expected_errors.csv").open(encoding="utf-8", newline="") as handle:
        return [Fault(*row[:3], int(row[3]), row[4]) for row in list(csv.reader(handle))[1:]]


def lay(fault: Fault, folder: Path) -> Path:
    """Copy the data folder without faults, lay the fault file where it belongs, and give its path."""
    shutil.copytree(BASE, folder, dirs_exist_ok=True)
    target = folder / fault.path
    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(INVALID / f"{fault.name}.ttl", target)
    return target
