"""The command line as a person meets it: what goes where, which exit code, one clear line for every mistake."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

import loaded
from helpers import PATIENCE, ROOT, TEXTS, TINY, pcgraph, pcgraph_process

READING = [
    ("query", "what-was-signed"),
    ("rank", "degree"),
    ("map", "-o", "-"),
    ("show", "acme"),
    ("why", "acme", "signsWith", "harbour-authority"),
]


@pytest.fixture(scope="module", autouse=True)
def loaded_once() -> Iterator[None]:
    with loaded.once():
        yield


@pytest.mark.parametrize("words", READING, ids=lambda words: words[0])
def test_reading_verbs_print_data_only(words: tuple[str, ...]) -> None:
    done = pcgraph(*words, "--data", str(TINY))
    assert done.returncode == 0, done.stderr
    assert done.stdout
    assert done.stderr == "left out: courier-2025 (retracted 2025-05-10)\n"


@pytest.mark.slow
@pytest.mark.parametrize(
    "words",
    [
        ("rank", "degree", "--data", str(TINY)),
        ("query", "who-signd-with"),
        ("query", "nowhere.rq"),
        ("rank", "--speed"),
        ("rank", "-h"),
    ],
)
def test_a_process_of_its_own_says_the_same(words: tuple[str, ...]) -> None:
    """Most tests call the command line in their own process, which takes half a second less."""
    process, here = pcgraph_process(*words), pcgraph(*words)
    assert process.returncode == here.returncode
    assert process.stdout.replace("python -m pcgraph", "pcgraph") == here.stdout
    assert process.stderr.replace("python -m pcgraph", "pcgraph") == here.stderr


@pytest.mark.parametrize("words", READING, ids=lambda words: words[0])
@pytest.mark.parametrize("scope", [("--as-of", "2024-12-31"), ("--only", "harbour-2024"), ("--without", "tide-2025")])
def test_scope_is_obeyed_by_every_reading_verb(words: tuple[str, ...], scope: tuple[str, str]) -> None:
    done = pcgraph(*words, "--data", str(TINY), *scope)
    assert done.returncode == 0, done.stderr
    assert "left out: tide-2025" in done.stderr
    assert "src:tide-2025" not in done.stdout
    assert "source/tide-2025" not in done.stdout


@pytest.mark.parametrize("option", ["--data", "--as-of", "--only", "--without", "--without-voice"])
def test_a_server_is_not_asked_in_a_scope(option: str) -> None:
    done = pcgraph("query", "what-was-signed", "--endpoint", "http://127.0.0.1:9/", option, "2025-01-01")
    assert done.returncode == 2
    assert done.stderr.startswith(f"{option}: a server answers from the graphs that it holds; expected no scope")


def test_an_undated_source_that_a_day_leaves_out_is_named() -> None:
    done = pcgraph("query", "what-was-signed", "--as-of", "2025-05-31", "--data", str(TINY))
    assert done.stderr.splitlines() == [
        "left out: 1 undated source; --undated estimate keeps 1, which a step dates",
        "left out: courier-2025 (retracted 2025-05-10)",
    ]
    kept = pcgraph("query", "what-was-signed", "--as-of", "2025-05-31", "--undated", "estimate", "--data", str(TINY))
    assert kept.stderr.splitlines() == ["left out: courier-2025 (retracted 2025-05-10)"]
    assert "digest" not in pcgraph("query", "what-was-signed", "--as-of", "2025-06-01", "--data", str(TINY)).stderr


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (("query", "who-signd-with"), 2, "did you mean who-signed-with?"),
        (("query", "who-signed-with"), 2, "parameter 'party' is missing"),
        (("query", "who-signed-with", "-p", "prty=acme"), 2, "no parameter 'prty'"),
        (("query", "who-signed-with", "-p", "party"), 2, "expected NAME=VALUE"),
        (("query", "who-signed-with", "-p", "party=acmee"), 2, "did you mean acme"),
        (("query", "what-was-signed", "--only", "tide"), 2, "did you mean tide-2025?"),
        (("query", "what-was-signed", "--as-of", "2025-02-30"), 2, "not a day"),
        (("query", "what-was-signed", "--undated", "guess"), 2, "expected one of omit, estimate"),
        (("query", "what-was-signed", "--ids", "labels"), 2, "did you mean label?"),
        (("query", "what-was-signed", "-f", "yaml"), 2, "--format yaml: unknown"),
        (("query", "nowhere.rq"), 3, "cannot be read"),
        (("query", "what-was-signed", "-o", "/proc/none/x.csv"), 3, "cannot be written"),
        (("export", "-"), 2, "no format for stdout"),
        (("export", "-", "-f", "csv"), 2, "csv for stdout"),
        (("rank", "centrality"), 2, "measure 'centrality': unknown"),
        (("rank", "degree", "--relation", "signWith"), 2, "did you mean signsWith?"),
        (("show", "acmee"), 2, "did you mean acme"),
        (("why", "acme", "signs", "nobody"), 2, "'nobody': not in the graph"),
        (("why", "acme", "loves", "borealis"), 2, "relation 'loves': unknown"),
        (("query", "what-was-signed", "--speed"), 2, "No such option"),
    ],
)
def test_a_mistake_is_one_line_and_an_exit_code(words: tuple[str, ...], code: int, said: str) -> None:
    done = pcgraph(*words, "--data", str(TINY))
    lines = [line for line in done.stderr.splitlines() if not line.startswith("left out: ")]
    assert done.returncode == code, done.stderr
    assert len(lines) == 1, done.stderr
    assert said in lines[0]
    assert "expected" in lines[0]
    assert done.stdout == ""


@pytest.mark.slow
@pytest.mark.parametrize("format", ["graphml", "nq", "ttl"])
def test_export_to_stdout_gives_the_bytes_of_the_file(format: str, tmp_path: Path) -> None:
    file = tmp_path / f"graph.{format}"
    assert pcgraph("export", str(file), "--data", str(TINY)).returncode == 0
    done = pcgraph_process("export", "-", "--format", format, "--data", str(TINY))
    assert done.returncode == 0, done.stderr
    assert done.stdout == file.read_text(encoding="utf-8")
    assert "written" not in done.stderr


@pytest.mark.parametrize("flag", ["--unnamed", "--inferred", "--no-fold-initiatives"])
def test_rank_takes_every_filter_of_the_network(flag: str) -> None:
    words = ("rank", "degree", "--projection", "partners", "--data", str(TINY))
    plain, changed = pcgraph(*words), pcgraph(*words, flag)
    assert changed.returncode == 0, changed.stderr
    assert changed.stdout != plain.stdout


@pytest.mark.slow
def test_no_such_tie_says_what_is_missing() -> None:
    done = pcgraph("why", "alibaba", "signsWith", "moitt")
    assert done.returncode in (1, 2)
    done = pcgraph("why", "zte", "trains", "pakistani-youth")
    assert done.returncode == 1
    assert "no such tie" in done.stdout
    assert "planned" in done.stdout


@pytest.mark.parametrize(
    ("text", "code", "said"),
    [
        ("SELECT ?s WHERE {\n ?s ?p", 3, "<stdin>:2:7: sparql-syntax"),
        ("SELECT * { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }", 2, "SERVICE is refused"),
        ("LOAD <http://127.0.0.1:9/>", 2, "LOAD is refused"),
        ("INSERT DATA { <a:a> <a:b> <a:c> }", 2, "INSERT is refused"),
        ("#+ [1,\nSELECT * { ?s ?p ?o }", 3, "query-header"),
    ],
)
def test_bad_sparql_on_stdin(text: str, code: int, said: str) -> None:
    done = pcgraph("query", "-", stdin=text)
    assert (done.returncode, done.stdout) == (code, "")
    assert said in done.stderr
    assert done.stderr.count("\n") == (3 if "sparql-syntax" in said else 1)


@pytest.mark.slow
def test_sparql_as_an_argument() -> None:
    done = pcgraph("query", "SELECT ?a { id:acme rdfs:label ?a }", "-f", "csv", "--data", str(TINY))
    assert (done.returncode, done.stdout.split()[0]) == (0, "a")
    assert "Acme" in done.stdout
    assert "occurs nowhere" not in done.stderr
    assert pcgraph("query", "ASK{id:acme a pcg:Company}", "--data", str(TINY)).stdout == "true\n"
    assert pcgraph("query", "ASK { id:acme a id:acme }", "-f", "json", "--data", str(TINY)).stdout == (
        '{"head": {}, "boolean": false}\n'
    )
    described = pcgraph("query", "DESCRIBE id:acme", "--data", str(TINY))
    assert "id:acme a pcg:Agent" in described.stdout
    assert "0 triples" not in described.stderr
    empty = pcgraph("query", "CONSTRUCT WHERE { id:acme pcg:country id:acme }", "--data", str(TINY))
    assert (empty.returncode, empty.stderr.splitlines()[-1]) == (0, "0 triples")
    assert pcgraph("query", "SELECT ?s { ?s ?p ?o } " + "#" * 5000, "--data", str(TINY)).returncode == 0


def test_an_unknown_term_is_one_line_on_stderr() -> None:
    done = pcgraph("query", "SELECT ?a { ?a pcg:signatry ?b ; a pcg:Agrement }", "-f", "csv", "--data", str(TINY))
    assert (done.returncode, done.stdout) == (0, "a\n")
    assert [line for line in done.stderr.splitlines() if not line.startswith("left out: ")] == [
        "query:1:16: pcg:signatry: occurs nowhere; expected a term of the graph; did you mean pcg:signatory?",
        "query:1:36: pcg:Agrement: occurs nowhere; expected a term of the graph; did you mean pcg:Agreement?",
    ]


def test_a_slow_query_ends_with_exit_code_5() -> None:
    slow = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }"
    done = pcgraph("query", slow, "--timeout", "0.2", "--data", str(TINY))
    assert (done.returncode, done.stdout) == (5, "")
    assert done.stderr.splitlines()[-1].startswith("query: stopped after 0.2 s; expected an answer by then; ")


@pytest.mark.slow
def test_formats(tmp_path: Path) -> None:
    sparql = "SELECT ?a WHERE { ?e pcg:signatory ?a } ORDER BY ?a"
    csv = pcgraph("query", "-", "-f", "csv", stdin=sparql).stdout.splitlines()
    assert csv[0] == "a"
    assert "https://w3id.org/pcgraph/id/huawei" in csv
    found = json.loads(pcgraph("query", "-", "--json", stdin=sparql).stdout)
    assert len(found["results"]["bindings"]) == len(csv) - 1
    file = tmp_path / "a.parquet"
    assert pcgraph("query", "-", "-o", str(file), stdin=sparql).returncode == 0
    import polars as pl

    assert pl.read_parquet(file)["a"].to_list() == csv[1:]
    assert pcgraph("query", "-", "-f", "md", stdin=sparql).stdout.startswith("| a |\n| --- |\n")
    assert "pcg:signsWith" in pcgraph("query", "ties-as-triples").stdout


@pytest.mark.slow
def test_an_interrupted_build_leaves_what_was_there(tmp_path: Path) -> None:
    out = tmp_path / "build"
    assert pcgraph("build", "--data", str(TINY), "-o", str(out)).returncode == 0
    before = {path: path.read_bytes() for path in sorted(out.rglob("*")) if path.is_file()}
    (tmp_path / "texts").mkdir()  # another key, so that it builds again
    started = "from pcgraph.cli import main; print('started', flush=True); main()"  # before, Python itself is stopped
    for is_writing in (False, True):
        running = subprocess.Popen(
            [sys.executable, "-c", started, "build", "--data", str(TINY), "-o", str(out), "--texts", str(TEXTS)],
            cwd=ROOT, stderr=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
        )  # fmt: skip
        assert running.stdout is not None
        assert running.stdout.readline() == "started\n"
        while is_writing and running.poll() is None and not [*tmp_path.glob(".build*")]:
            time.sleep(0.01)
        running.send_signal(signal.SIGINT)
        _, error = running.communicate(timeout=PATIENCE)
        if running.returncode == 0 or json.loads((out / "manifest.json").read_text())["texts"]:
            break  # the new folder was in its place already
        assert {path: path.read_bytes() for path in sorted(out.rglob("*")) if path.is_file()} == before
        assert running.returncode in (130, -signal.SIGINT), error
        assert [path.name for path in tmp_path.iterdir() if path.name.startswith(".build")] == []


def test_unwritable_output_loses_nothing(tmp_path: Path) -> None:
    (tmp_path / "mine.txt").write_text("precious")
    done = pcgraph("build", "--data", str(TINY), "-o", str(tmp_path))
    assert done.returncode == 3
    assert "not a build folder" in done.stderr
    assert (tmp_path / "mine.txt").read_text() == "precious"
    file = tmp_path / "file"
    file.write_text("x")
    assert pcgraph("build", "--data", str(TINY), "-o", str(file / "below")).returncode == 3


def test_help_and_version_load_no_engine() -> None:
    code = (
        "import sys; sys.argv = ['pcgraph', '--help']\nfrom pcgraph.cli import app\n"
        "try: app()\nexcept SystemExit: pass\n"
        "names = ('polars', 'rdflib', 'networkx', 'pyoxigraph', 'rich', 'httpx2')\n"
        "print([m for m in names if m in sys.modules], file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.stderr.strip() == "[]"
    assert pcgraph_process("--version").stdout.strip() == __import__("pcgraph").__version__


@pytest.mark.slow
def test_a_closed_pipe_is_no_error() -> None:
    done = subprocess.run(  # noqa: S602 -- the pipe is what is tested
        f"{sys.executable} -m pcgraph query -f csv timeline-of-steps | head -1",
        shell=True, cwd=ROOT, capture_output=True, text=True, check=False, env={**os.environ, "PYTHONUNBUFFERED": "1"},
    )  # fmt: skip
    assert done.stdout.count("\n") == 1
    assert done.stderr == ""
