"""The formats of answers: every command writes what it offers, and refuses what it does not."""

from __future__ import annotations

import atexit
import datetime
import json
import sys
from decimal import Decimal
from functools import cache
from pathlib import Path
from shutil import copytree, rmtree
from tempfile import mkdtemp

import polars as pl
import pytest
from python_calamine import load_workbook

from helpers import TINY, pcgraph
from pcgraph.build import build
from pcgraph.errors import LimitError, UsageError
from pcgraph.export import xlsx

pytestmark = pytest.mark.slow

VERBS = {
    "query": ("query", "what-was-signed"),
    "rank": ("rank", "degree"),
    "diff": ("diff", "2025-05-31", "2025-06-01"),
    "show": ("show", "acme"),
    "why": ("why", "acme", "signsWith", "harbour-authority"),
}
TABULAR = ("query", "rank", "diff")


@cache
def project() -> Path:
    """Return a built project with the tiny graph: a graph is read from a build in a tenth of the time."""
    folder = Path(mkdtemp(prefix="pcgraph-formats-"))
    atexit.register(rmtree, folder)
    copytree(TINY, folder / "data")
    (folder / "pcgraph.toml").write_text('data = "data"\n', encoding="utf-8")
    build(folder / "build", folder)
    return folder


@cache
def run(verb: str, *words: str) -> str:
    done = pcgraph(*VERBS[verb], *words, cwd=project())
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.mark.exhaustive
@pytest.mark.parametrize("verb", VERBS)
def test_the_suffix_chooses_and_format_says_the_same(verb: str, tmp_path: Path) -> None:
    for suffix in (".csv", ".tsv", ".json", ".md", ".txt") if verb in TABULAR else (".json", ".md", ".txt"):
        file = tmp_path / f"answer{suffix}"
        assert run(verb, "-o", str(file)) == ""
        assert file.read_text(encoding="utf-8") == run(verb, "--format", suffix[1:])
    if verb in TABULAR:
        comma, tab = (run(verb, "--format", name).splitlines()[0] for name in ("csv", "tsv"))
        assert tab.count("\t") == comma.count(",") > 0
    assert run(verb, "--json") == run(verb, "-f", "json")
    assert run(verb, "-f", "table") == run(verb, "-f", "text") == run(verb)
    json.loads(run(verb, "--json"))


@pytest.mark.parametrize("verb", TABULAR)
def test_tables_are_frames_and_sheets_too(verb: str, tmp_path: Path) -> None:
    one, other = tmp_path / "a.parquet", tmp_path / "a.xlsx"
    run(verb, "-o", str(one))
    run(verb, "-o", str(other))
    frame, rows = pl.read_parquet(one), load_workbook(other).get_sheet_by_index(0).to_python()
    assert rows[0] == frame.columns == run(verb, "-f", "csv").splitlines()[0].split(",")
    assert len(rows) == frame.height + 1 > 2


@pytest.mark.parametrize("verb", [*VERBS, "map"])
@pytest.mark.parametrize("suffix", [".pdf", ".xls", ".ttl", ".png"])
def test_a_suffix_that_a_command_cannot_write_is_refused(verb: str, suffix: str, tmp_path: Path) -> None:
    file = tmp_path / f"answer{suffix}"
    done = pcgraph(*VERBS.get(verb, (verb,)), "-o", str(file), cwd=project())
    if (verb, suffix) == ("query", ".ttl"):
        assert "only for CONSTRUCT queries" in done.stderr
    else:
        assert f"{file}: cannot write {suffix} files; expected ." in done.stderr
    assert done.returncode == 2
    assert not file.exists()


def test_an_explicit_format_wins_over_the_suffix(tmp_path: Path) -> None:
    file = tmp_path / "answer.pdf"
    run("rank", "-o", str(file), "--format", "csv")
    assert file.read_text(encoding="utf-8").startswith("rank,agent,label,value\n1,")


def test_json_and_another_format_are_refused() -> None:
    done = pcgraph(*VERBS["rank"], "--json", "-f", "csv")
    assert done.returncode == 2
    assert "--json and --format csv: both were used" in done.stderr


def test_a_picture_needs_intervals() -> None:
    done = pcgraph(*VERBS["rank"], "-o", "ranks.svg", cwd=project())
    assert done.returncode == 2
    assert "add --uncertainty 1000" in done.stderr


def test_the_catalogue_is_a_table_too(tmp_path: Path) -> None:
    done = pcgraph("query", "--format", "csv")
    assert done.stdout.startswith("name,topic,question,parameters\n")
    assert "who-signed-with,agreements" in done.stdout
    file = tmp_path / "questions.txt"
    assert pcgraph("query", "-o", str(file)).stdout == ""
    assert file.read_text(encoding="utf-8") == pcgraph("query").stdout


def test_a_difference_as_csv_has_plain_values() -> None:
    rows = run("diff", "-f", "csv").splitlines()
    assert any("#amount,40000000,44000000,false," in row for row in rows)


def test_markdown_is_an_outline() -> None:
    text = run("show", "-f", "md")
    assert text.startswith("## Acme \\[id:acme\\], Company\n\n")
    assert "\n\n### roles\n\n- discussant: " in text


def test_a_sheet_keeps_numbers_days_and_texts(tmp_path: Path) -> None:
    values = ["=1+1", 5, 2.5, Decimal("1.25"), True, datetime.date(2025, 9, 3), datetime.date(1850, 1, 1), 2**60]
    frame = pl.DataFrame({f"c{number}": [value, None] for number, value in enumerate(values)})
    frame = frame.with_columns(sources=pl.lit(["a", "b"], dtype=pl.List(pl.String)))
    file = tmp_path / "a.xlsx"
    file.write_bytes(xlsx.workbook(frame))
    rows = load_workbook(file).get_sheet_by_index(0).to_python()
    assert rows[1] == ["=1+1", 5, 2.5, 1.25, True, datetime.date(2025, 9, 3), "1850-01-01", str(2**60), "a b"]
    assert rows[2][:8] == [""] * 8
    assert xlsx.workbook(frame) == file.read_bytes()


def test_a_sheet_that_cannot_hold_everything_is_refused() -> None:
    with pytest.raises(LimitError, match="expected at most 32,767"):
        xlsx.workbook(pl.DataFrame({"text": ["x" * 40_000]}))
    with pytest.raises(LimitError, match="write csv or parquet"):
        xlsx.workbook(pl.DataFrame({"n": pl.Series(range(xlsx.ROWS + 1))}))


def test_without_xlsxwriter_the_error_says_what_to_install(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setitem(sys.modules, "xlsxwriter", None)
    with pytest.raises(UsageError, match=r"pip install .*xlsxwriter"):
        xlsx.require_xlsxwriter()
    done = pcgraph(*VERBS["query"], "-o", str(tmp_path / "a.xlsx"))
    assert done.returncode == 2
    assert "xlsxwriter is not installed" in done.stderr
