"""The cell magic: parameters bound as terms, answers kept, errors in one line."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from pcgraph import api, ipython
from pcgraph.errors import InvalidInput, PcgraphError, UsageError

pytestmark = pytest.mark.slow

SIGNED = "SELECT ?what WHERE { ?what pcg:signatory ?party }"


@pytest.fixture
def shell(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Any]:
    monkeypatch.setenv("IPYTHONDIR", str(tmp_path))
    from IPython.core.interactiveshell import InteractiveShell
    from traitlets.config import Config

    yield InteractiveShell.instance(config=Config(HistoryManager={"enabled": False}))
    InteractiveShell.clear_instance()


def ask(line: str, cell: str, **variables: Any) -> Any:
    return ipython.ask(line, cell, variables)


def test_a_cell_asks_the_variable_kg(tiny: api.KnowledgeGraph) -> None:
    assert ask("", "SELECT ?s WHERE { ?s a pcg:Agreement }", kg=tiny).rows == (
        tiny.query("SELECT ?s WHERE { ?s a pcg:Agreement }").rows
    )


def test_another_graph_can_be_named(tiny: api.KnowledgeGraph, article: api.KnowledgeGraph) -> None:
    everything = "SELECT ?s WHERE { ?s a pcg:Agreement }"
    assert ask("mine", everything, kg=article, mine=tiny).rows == tiny.query(everything).rows


def test_without_a_graph_the_shipped_data_are_asked(real: api.KnowledgeGraph) -> None:
    assert len(ask("-p party=huawei", SIGNED)) == len(ask("-p party=huawei", SIGNED, kg=real)) > 0


def test_to_keeps_the_answer(article: api.KnowledgeGraph) -> None:
    variables: dict[str, Any] = {"kg": article}
    shown = ipython.ask("--to signed --param party=huawei", SIGNED, variables)
    assert variables["signed"] is shown
    assert variables["signed"].to_polars().columns == ["what"]


@pytest.mark.parametrize("value", ["huawei", "id:huawei", "https://w3id.org/pcgraph/id/huawei", "$whom"])
def test_things_are_bound(article: api.KnowledgeGraph, value: str) -> None:
    assert len(ask(f"-p party={value}", SIGNED, kg=article, whom="huawei")) == 2


@pytest.mark.filterwarnings("ignore:query.*nothing matches")
@pytest.mark.parametrize(
    ("option", "pattern", "rows"),
    [
        ("party=Huawei", "?what pcg:signatory ?party", 2),
        ("party='Huawei Technologies'", "?what pcg:signatory ?other , ?party", 2),
        ("party=华为", "?party pcg:signs ?what", 2),
        ("what='wireless phone'", "?thing skos:altLabel ?what", 0),  # a text stays a text
        ("sector='artificial intelligence'", "?what pcg:sector ?sector", 1),
        ("sector=ai", "?what pcg:sector ?sector", 1),
        ("status=Signed", "?what pcg:currentStatus ?status", 1),
        ("class='training programme'", "?what a ?class", 1),
    ],
)
@pytest.mark.filterwarnings("ignore:.*never has this value")
def test_a_name_means_a_thing_where_the_query_expects_one(
    article: api.KnowledgeGraph, option: str, pattern: str, rows: int
) -> None:
    found = ask(f"-p {option}", f"SELECT ?what WHERE {{ {pattern} }}", kg=article)
    assert (len(found) >= rows) if rows else len(found) == 0


@pytest.mark.parametrize(
    ("value", "variable", "bound"),
    [
        ("100000", None, 100000),
        ("$x", 7, 7),
        ("2025-09-04", None, date(2025, 9, 4)),
        ("$x", date(2025, 9, 4), date(2025, 9, 4)),
        ("'two words'", None, "two words"),
        ("Capital", None, "Capital"),
        ("$x", 'a" } SELECT', 'a" } SELECT'),
    ],
)
def test_values_are_typed(tiny: api.KnowledgeGraph, value: str, variable: object, bound: object) -> None:
    found = ask(f"-p x={value}", "SELECT ?y WHERE { BIND(?x AS ?y) }", kg=tiny, x=variable)
    assert found.rows == [(bound,)]


def test_a_header_says_the_type(tiny: api.KnowledgeGraph) -> None:
    cell = "#+ parameters: {x: {type: text}}\nSELECT ?y WHERE { BIND(?x AS ?y) }"
    assert ask("-p x=2025", cell, kg=tiny).rows == [("2025",)]


@pytest.mark.parametrize(
    ("line", "cell", "part"),
    [
        ("", "SELECT * WHERE { ?a % ?b }", "query:2:"),
        ("", "SELECT *\nWHERE { ?a ?b }", "query:3:"),  # the magic's own line is the first
        ("", "DELETE WHERE { ?a ?b ?c }", "DELETE is refused"),
        ("-p party=huwei", SIGNED, "did you mean"),
        ("-p party=$nobody", SIGNED, "no such variable"),
        ("-p party=$some", SIGNED, "a list cannot be bound"),
        ("-p party=$yes", SIGNED, "a bool cannot be bound"),
        ("-p nobody=huawei", SIGNED, "no ?nobody in the query"),
        ("-p party", SIGNED, "no '='"),
        ("-p", SIGNED, "-p has no value"),
        ("--to 'my answer'", SIGNED, "not a name"),
        ("--parm party=huawei", SIGNED, "did you mean --param?"),
        ("-p 'party=huawei", SIGNED, "quotation"),
        ("nothing", SIGNED, "'nothing' is not a knowledge graph"),
        ("some", SIGNED, "'some' is not a knowledge graph"),
        ("kg kg", SIGNED, "'kg': unknown"),
        ("-p 'x} ?a=1'", SIGNED, "not a name"),
        ("--timeout soon", SIGNED, "expected seconds"),
        ("-p timeout=3", "SELECT ?timeout { }", "is the time limit"),
    ],
)
def test_errors_are_one_line_and_a_syntax_error_shows_its_place(
    article: api.KnowledgeGraph, line: str, cell: str, part: str
) -> None:
    variables = {"kg": article, "some": [1], "yes": True}
    with pytest.raises((UsageError, InvalidInput)) as caught:
        ipython.ask(f"--to answer {line}", cell, variables)
    assert part in str(caught.value)
    assert str(caught.value).count("\n") == (2 if "sparql-syntax" in str(caught.value) else 0)
    assert str(caught.value).count("; ") >= 2
    assert "answer" not in variables


def test_the_magic_in_ipython(shell: Any, article: api.KnowledgeGraph, capsys: pytest.CaptureFixture[str]) -> None:
    ipython.register_magic(shell)
    shell.user_ns.update(kg=article, whom="huawei")
    done = shell.run_cell(f"%%sparql --to signed -p party=$whom\n{SIGNED}")
    assert len(done.result) == 2
    assert shell.user_ns["signed"] is done.result
    capsys.readouterr()
    done = shell.run_cell("%%sparql\nSELECT * WHERE { ?a % ?b }")
    written = capsys.readouterr()
    assert not done.success
    assert (written.out + written.err).startswith("UsageError: query:2:")
    assert (written.out + written.err).splitlines()[1:] == ["  SELECT * WHERE { ?a % ?b }", " " * 22 + "^"]


def test_the_magic_explains_itself(shell: Any) -> None:
    ipython.register_magic(shell)
    assert "--to NAME" in shell.find_cell_magic("sparql").__doc__


def test_other_errors_are_not_hidden() -> None:
    class Broken(api.KnowledgeGraph):
        def query(self, *_: Any, **__: Any) -> Any:
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        ask("", "SELECT * WHERE { ?a ?b ?c }", kg=Broken.__new__(Broken))
    assert not issubclass(ZeroDivisionError, PcgraphError)
