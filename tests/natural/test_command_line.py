"""Thirty commands as an analyst types them after reading the README and the help."""

from __future__ import annotations

import csv
import io
import json
import re
import subprocess
from collections import Counter
from pathlib import Path

import networkx as nx
import polars as pl
import pytest
from python_calamine import CalamineWorkbook

from helpers import ROOT, pcgraph, pcgraph_process
from pcgraph.api import KnowledgeGraph

pytestmark = pytest.mark.slow

Run = subprocess.CompletedProcess[str]
WHO_SIGNED = ("query", "who-signed-with", "--param")
LATE = ("--as-of", "2025-09-30")

# what the user wants, the command, and a command whose answer on standard output must be the same
SAME = [
    ("show by name", ("show", "Huawei"), ("show", "huawei")),
    ("show by Chinese name", ("show", "华为"), ("show", "huawei")),
    ("show by another name", ("show", "zong"), ("show", "china-mobile-pakistan-zong")),
    ("why by names", ("why", "Huawei", "signsWith", "NTC"), ("why", "huawei", "signsWith", "ntc")),
    (
        "why with the relation's label",
        ("why", "Huawei", "signs with", "National Telecommunication Corporation"),
        ("why", "huawei", "signsWith", "ntc"),
    ),
    ("a question about a name", (*WHO_SIGNED, "party=Huawei Technologies"), (*WHO_SIGNED, "party=huawei")),
    (
        "rank by networkx's name",
        ("rank", "betweenness_centrality", "--top", "3"),
        ("rank", "betweenness", "--top", "3"),
    ),
]

# what the user wants, the command, and patterns that standard output must contain
CONTAINS = [
    ("show a source", ("show", "techjuice-20250908"), ["Pakistan And China Sign Key IT", "TechJuice", "2025-09-08"]),
    ("show a term", ("show", "pcg:signatory"), ["signatory", "Links an? "]),
    ("find a word", ("find", "telecom"), ["id:china-telecom", "China Telecom"]),
    ("ask yes or no", ("query", "ASK { id:huawei pcg:signsWith id:ntc }"), [r"(?i)\b(yes|true)\b"]),
]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return an empty folder in which the commands run; the shipped graph answers there."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def done(run: Run) -> Run:
    """Return a run that has succeeded."""
    assert run.returncode == 0, run.stderr
    return run


def agents(table: str) -> list[str]:
    """Return the agents of a printed ranking, in their order."""
    return re.findall(r"^ *\d+ +id:(\S+)", table, re.MULTILINE)


def partners(table: str) -> set[tuple[str, str]]:
    """Return the pairs of partner and agreement that `who-signed-with` printed."""
    return set(re.findall(r"^id:(\S+) .*? id:(\S+) ", table, re.MULTILINE))


@pytest.mark.parametrize(("words", "same"), [pytest.param(words, same, id=name) for name, words, same in SAME])
def test_same_answer(words: tuple[str, ...], same: tuple[str, ...]) -> None:
    assert done(pcgraph(*words)).stdout == done(pcgraph(*same)).stdout != ""


@pytest.mark.parametrize(("words", "parts"), [pytest.param(words, parts, id=name) for name, words, parts in CONTAINS])
def test_answer(words: tuple[str, ...], parts: list[str]) -> None:
    answer = done(pcgraph(*words)).stdout
    assert [part for part in parts if not re.search(part, answer)] == []


def test_only_the_name_of_the_program() -> None:
    help_page = done(pcgraph_process())
    assert help_page.stdout.startswith("Usage:")
    assert "query" in help_page.stdout
    assert help_page.stderr == ""


def test_a_count_in_one_line(kg: KnowledgeGraph) -> None:
    answer = done(pcgraph("query", "SELECT (COUNT(*) AS ?n) { ?e a pcg:Engagement }"))
    assert answer.stdout.split()[:2] == ["n", str(kg.tables["engagements"].height)]


def test_no_colour_though_a_variable_forces_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.setenv("NO_COLOR", "1")
    answer = done(pcgraph_process("rank", "--top", "3"))
    assert agents(answer.stdout)[0] == "huawei"
    assert "\x1b" not in answer.stdout + answer.stderr


def test_show_by_a_part_of_a_name() -> None:
    run = pcgraph("show", "National Bank")
    assert "id:national-bank-of-pakistan" in run.stdout + run.stderr
    assert run.returncode == (0 if run.stdout else 2)  # either it is shown, or all candidates are listed


def test_show_as_json(kg: KnowledgeGraph) -> None:
    shown = json.loads(done(pcgraph("show", "huawei-ntc-agreement", "--format", "json")).stdout)
    assert shown["label"] == "Agreement between Huawei and the National Telecommunication Corporation"
    assert len(shown["parties"]) == len(kg.show("huawei-ntc-agreement")["parties"]) == 2


def test_numbers_as_csv(kg: KnowledgeGraph) -> None:
    query = "SELECT ?e ?a { ?e a pcg:Loan ; pcg:amount ?a } ORDER BY ?e"
    frame = pl.read_csv(io.StringIO(done(pcgraph("query", query, "--format", "csv")).stdout))
    loans = kg.tables["engagements"].filter(pl.col("type").str.ends_with("#Loan")).drop_nulls("amount")
    assert frame["a"].dtype.is_numeric()
    assert sorted(frame["a"]) == sorted(loans["amount"])


def test_a_question_as_parquet(folder: Path) -> None:
    done(pcgraph(*WHO_SIGNED, "party=sky47", "-o", "answer.parquet", cwd=folder))
    assert pl.read_parquet(folder / "answer.parquet")["partnerLabel"].to_list() == ["Huawei", "ZTE"]


def test_a_query_from_standard_input_as_json() -> None:
    run = done(pcgraph("query", "-", "--format", "json", stdin="SELECT ?n { id:huawei rdfs:label ?n }"))
    names = {binding["n"]["value"] for binding in json.loads(run.stdout)["results"]["bindings"]}
    assert names == {"Huawei", "华为", "ہواوے"}


def test_quietly() -> None:
    quiet = done(pcgraph(*WHO_SIGNED, "party=sky47", *LATE, "-q"))
    assert quiet.stderr == ""
    assert quiet.stdout == done(pcgraph(*WHO_SIGNED, "party=sky47", *LATE)).stdout


def test_as_of_a_day() -> None:
    """Undated sources are left out, and one line says how many and how to keep them."""
    dated = re.compile(r"^src:(.+\n)+    pcg:date ", re.MULTILINE)
    sources = [file.read_text() for file in (ROOT / "data" / "sources").glob("*.ttl")]
    number = sum(not dated.search(text) for text in sources)
    lines = done(pcgraph(*WHO_SIGNED, "party=suparco", *LATE)).stderr.splitlines()
    assert [line for line in lines if "--undated estimate" in line and re.search(rf"\b{number}\b", line)], lines[:3]


def test_as_of_a_day_with_undated_sources() -> None:
    """The contract of 2006-11 is known from one undated source, so it counts only where its day is estimated."""
    estimated = done(pcgraph(*WHO_SIGNED, "party=huawei", *LATE, "--undated", "estimate"))
    contract = ("tml", "huawei-tml-gsm-phase-5-agreement")
    without = partners(done(pcgraph(*WHO_SIGNED, "party=huawei", *LATE)).stdout)
    assert contract in partners(estimated.stdout) - without
    assert without < partners(estimated.stdout)


def test_rank_by_harmonic_closeness(kg: KnowledgeGraph) -> None:
    centrality = nx.harmonic_centrality(nx.Graph(kg.network().to_undirected()))
    best = sorted(centrality, key=lambda agent: (-round(centrality[agent], 9), agent))[:5]
    found = agents(done(pcgraph("rank", "harmonic", "--top", "5")).stdout)
    assert found[:5] == [agent.rpartition("/")[2] for agent in best]


def test_rank_as_csv(kg: KnowledgeGraph) -> None:
    frame = pl.read_csv(io.StringIO(done(pcgraph("rank", "pagerank", "--format", "csv")).stdout))
    (value,) = (name for name in frame.columns if name in ("value", "pagerank"))
    assert frame.height == kg.network().number_of_nodes()
    assert frame[value].sum() == pytest.approx(1)


def test_rank_to_a_spreadsheet(folder: Path) -> None:
    done(pcgraph("rank", "-o", "r.xlsx", cwd=folder))
    head, first, *_ = CalamineWorkbook.from_path(str(folder / "r.xlsx")).get_sheet_by_index(0).to_python()
    assert {"rank", "label"} <= set(head)
    assert "Huawei" in first
    assert any(isinstance(cell, float) and cell == pytest.approx(0.4476, abs=0.1) for cell in first)


def test_rank_since_a_year() -> None:
    since_a_year = agents(done(pcgraph("rank", "degree", "--since", "2024")).stdout)
    assert since_a_year == agents(done(pcgraph("rank", "degree", "--since", "2024-01-01")).stdout) != []


def test_rank_a_country_by_name() -> None:
    named = done(pcgraph("rank", "degree", "--country", "China", "--top", "5"))
    assert agents(named.stdout) == agents(done(pcgraph("rank", "degree", "--country", "china", "--top", "5")).stdout)
    assert agents(named.stdout)
    assert "id:china" in named.stderr


def test_differences_as_csv() -> None:
    table = list(
        csv.DictReader(io.StringIO(done(pcgraph("diff", "2025-09-06", "2025-09-08", "--format", "csv")).stdout))
    )
    text = done(pcgraph("diff", "2025-09-06", "2025-09-08")).stdout
    changes = Counter(re.findall(r"^  (came|went|changed) ", text, re.MULTILINE))
    assert changes
    assert changes <= Counter(row["change"] for row in table)  # the text joins amount and currency, status and date


def test_the_page_around_a_name(folder: Path) -> None:
    for file, name in (("named.html", "Huawei Technologies"), ("slug.html", "huawei")):
        done(pcgraph("map", "--focus", name, "--hops", "1", "-o", file, cwd=folder))
    assert (folder / "named.html").read_bytes() == (folder / "slug.html").read_bytes() != b""


def test_a_project_of_my_own(folder: Path) -> None:
    done(pcgraph("init", "harbour", cwd=folder))
    assert "title" in (folder / "harbour" / "pcgraph.toml").read_text()
    done(pcgraph("build", cwd=folder / "harbour"))
    page = (folder / "harbour" / "build" / "map.html").read_text()
    assert [name for name in ("Huawei", "Pakistan") if name in page] == []
