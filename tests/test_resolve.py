"""Names in place of ids, everywhere: what they mean, what is said, and what is refused."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest

from helpers import TINY, pcgraph
from pcgraph import load
from pcgraph.api import KnowledgeGraph
from pcgraph.errors import UsageError
from pcgraph.model.namespaces import ID, PCG, SECTOR, SRC, V
from pcgraph.model.naming import reports_to
from pcgraph.query.names.find import find
from pcgraph.query.names.named_things import named_things
from pcgraph.query.names.resolve import resolve

HERE = ("--data", str(TINY))


@pytest.mark.parametrize(
    ("text", "kind", "iri"),
    [
        ("acme", "agent", ID + "acme"),
        ("id:acme", "agent", ID + "acme"),
        (ID + "acme", "any", ID + "acme"),
        ("src:tide-2025", "any", SRC + "tide-2025"),
        ("tide-2025", "any", SRC + "tide-2025"),
        ("tide-2025", "source", SRC + "tide-2025"),
        ("pcg:Loan", "any", PCG + "Loan"),
        ("Loan", "any", PCG + "Loan"),
        ("what-was-signed", "any", "what-was-signed"),
        ("signsWith", "relation", PCG + "signsWith"),
        ("realised", "status or set", V + "realised"),
    ],
)
def test_an_id_means_itself_and_nothing_is_said(tiny: KnowledgeGraph, text: str, kind: str, iri: str) -> None:
    told: list[str] = []
    with reports_to(told.append):
        assert resolve(tiny, text, kind) == iri
    assert told == []


@pytest.mark.parametrize(
    ("text", "kind", "iri"),
    [
        ("ACME", "agent", ID + "acme"),
        ("akme", "agent", ID + "acme"),
        ("Acme Ltd", "agent", ID + "acme"),
        ("艾克米", "agent", ID + "acme"),
        ("ai ke mi", "agent", ID + "acme"),
        ("Ministry of Ports", "agent", ID + "ministry-of-ports"),
        ("MPS", "agent", ID + "ministry-of-ports"),
        ("Crane contract", "engagement", ID + "crane-contract"),
        ("Nordland", "country", ID + "nordland"),
        ("signs with", "relation", PCG + "signsWith"),
        ("SIGNSWITH", "relation", PCG + "signsWith"),
        ("memorandum", "kind", V + "mou"),
        ("MoU", "kind", V + "mou"),
        ("谅解备忘录", "kind", V + "mou"),
        ("artificial intelligence", "sector", SECTOR + "ai"),
        ("public body", "class of agents", PCG + "PublicBody"),
        ("Under way", "status", V + "under-way"),
        ("Who signed with a party", "any", "who-signed-with"),
    ],
)
def test_a_name_means_one_thing_which_is_said(tiny: KnowledgeGraph, text: str, kind: str, iri: str) -> None:
    told: list[str] = []
    with reports_to(told.append):
        assert resolve(tiny, text, kind) == iri
    assert len(told) == 1
    assert told[0].startswith(f"{text}: ")


@pytest.mark.parametrize(
    ("text", "kind", "said"),
    [
        ("acmee", "agent", "did you mean acme?"),
        ("id:acmee", "agent", "did you mean acme?"),
        ("Minstry of Prots", "agent", "did you mean ministry-of-ports"),
        ("vik", "agent", "id:vik is a Place; expected an agent"),
        ("Nordlnd", "country", "did you mean nordland?"),
        ("realised", "status", "v:realised is a set of statuses; expected a status"),
        ("signWith", "relation", "did you mean signsWith?"),
        ("loves", "relation", "known: acquires"),
        ("id:acme", "relation", "'id:acme': unknown; expected a derived relation"),
        ("id:acme", "class of agents", "unknown; expected a class of agents"),
        ("signatory", "relation", "pcg:signatory is a role; expected a derived relation"),
        ("qqqqqqqq", "any", "search with  pcgraph find TEXT"),
        ("", "any", "expected an id or name"),
        ("x> } UNION {", "agent", "not in the graph in scope"),
    ],
)
def test_an_unknown_name_has_the_nearest(tiny: KnowledgeGraph, text: str, kind: str, said: str) -> None:
    with pytest.raises(UsageError) as caught:
        resolve(tiny, text, kind)
    assert said in str(caught.value)
    assert "\n" not in str(caught.value)


def test_several_meanings_are_listed_with_what_tells_them_apart(tiny: KnowledgeGraph) -> None:
    with pytest.raises(UsageError, match="focus 'Ministry of': may mean 2 things") as caught:
        resolve(tiny, "Ministry of", "agent", "focus")
    assert caught.value.exit_code == 2
    assert str(caught.value).splitlines()[1:] == [
        "  id:ministry-of-ports  Ministry of Ports of Sudland (Ministry, Sudland, 2 engagements)",
        "  id:ministry-of-transport  Ministry of Transport of Nordland (Ministry, Nordland, 2 engagements)",
    ]


def test_a_merged_iri_is_the_one_that_is_kept(real: KnowledgeGraph) -> None:
    merged = real.query("SELECT ?old ?kept { ?old owl:sameAs ?kept }").rows
    assert merged
    for old, kept in merged:
        assert resolve(real, str(old)) == kept


CALLS: dict[str, Callable[[KnowledgeGraph, dict[str, str]], object]] = {
    "query": lambda kg, names: kg.query("who-signed-with", party=names["acme"]).rows,
    "show": lambda kg, names: kg.show(names["acme"]),
    "why": lambda kg, names: kg.why(names["acme"], names["signsWith"], names["harbour-authority"]),
    "map": lambda kg, names: kg.map(names["signsWith"], focus=names["acme"]).html,
    "network": lambda kg, names: dict(kg.network(country=names["nordland"]).nodes(data=True)),
    "rank": lambda kg, names: kg.rank("degree", names["signsWith"], kind=names["PublicBody"]).counts,
    "compare": lambda kg, names: kg.compare("degree", ["partners", "relations"], kind=names["PublicBody"]).table.rows(),
}
NAMES = {
    "acme": "艾克米",
    "signsWith": "Signs with",
    "harbour-authority": "Harbour Authority",
    "nordland": "Nordland",
    "PublicBody": "public body",
}


@pytest.mark.parametrize("call", CALLS.values(), ids=CALLS)
@pytest.mark.filterwarnings("ignore:network. empty")
def test_python_takes_names(
    tiny: KnowledgeGraph,
    call: Callable[[KnowledgeGraph, dict[str, str]], object],
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert call(tiny, NAMES) == call(tiny, dict(zip(NAMES, NAMES, strict=True)))
    assert capsys.readouterr().err == ""


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("show", "Akme"), "Akme: id:acme, Acme"),
        (("why", "Acme", "signsWith", "harbour-authority"), "Acme: id:acme, Acme"),
        (("map", "--focus", "Acme", "-o", "-"), "Acme: id:acme, Acme"),
        (("query", "who-signed-with", "-p", "party=Akme"), "Akme: id:acme, Acme"),
        (("rank", "degree", "--country", "Nordland"), "Nordland: id:nordland, Nordland"),
        (("rank", "degree", "--relation", "signs with"), "signs with: pcg:signsWith, signs with"),
    ],
)
def test_the_command_line_names_the_match(words: tuple[str, ...], told: str) -> None:
    done = pcgraph(*words, *HERE)
    assert done.returncode == 0, done.stderr
    assert [line for line in done.stderr.splitlines() if not line.startswith("left out")] == [told]


def test_several_matches_exit_with_2_and_one_candidate_on_each_line() -> None:
    done = pcgraph("show", "Ministry of", *HERE)
    assert done.returncode == 2
    assert "  id:ministry-of-ports  Ministry of Ports of Sudland (Ministry, Sudland, 2 engagements)\n" in done.stderr


def test_sources_are_chosen_by_title_and_address() -> None:
    by_slug = load(TINY, build=None, only=["tide-2025"])
    card = by_slug.find("tide-2025").short[0]
    [[address]] = by_slug.query("SELECT ?a { src:tide-2025 pcg:address ?a }").rows
    for name in (card[2].upper(), f"{address}/", "src:tide-2025", SRC + "tide-2025"):
        assert load(TINY, build=None, only=[name]).scope == by_slug.scope
    with pytest.raises(UsageError, match=r"did you mean tide-2025\?"):
        load(TINY, build=None, only=["tide2025"])


# ---- find ----


@pytest.mark.parametrize(
    ("text", "kind", "id"),
    [
        ("acme", "agent", "id:acme"),
        ("amce", "agent", "id:acme"),
        ("艾克", "agent", "id:acme"),
        ("aikemi", "agent", "id:acme"),
        ("minstry of prots", "agent", "id:ministry-of-ports"),
        ("Vik Port Office", "agent", "id:harbour-authority"),
        ("crane contrct", "engagement", "id:crane-contract"),
        ("tide-2025", "source", "src:tide-2025"),
        ("memorandum of understanding", "kind", "v:mou"),
        ("signs with", "relation", "pcg:signsWith"),
        ("loan", "class", "pcg:Loan"),
        ("who signed with this party", "question", "who-signed-with"),
    ],
)
def test_find(tiny: KnowledgeGraph, text: str, kind: str, id: str) -> None:
    found = tiny.find(text)
    assert found.columns == ["kind", "id", "label", "matched", "detail"]
    assert found.short[0][:2] == (kind, id)


def test_a_common_word_is_no_misspelling(tiny: KnowledgeGraph) -> None:
    assert len(tiny.find("minstry of prots")) > 0
    assert len(tiny.find("ministry of poets")) == 0


def test_find_says_what_tells_the_rows_apart(tiny: KnowledgeGraph) -> None:
    assert find(tiny, "ministry ports", 1).short == [
        ("agent", "id:ministry-of-ports", "Ministry of Ports of Sudland", "Ministry of Ports of Sudland",
         "Ministry, Sudland, 2 engagements")
    ]  # fmt: skip


@pytest.mark.parametrize(("text", "limit"), [("--", 20), ("acme", 0)])
def test_find_refuses_what_cannot_be_sought(tiny: KnowledgeGraph, text: str, limit: int) -> None:
    with pytest.raises(UsageError, match="expected"):
        tiny.find(text, limit)


@pytest.mark.slow
def test_find_on_the_command_line() -> None:
    done = pcgraph("find", "harbour", "authority", "--limit", "1", "-f", "csv", *HERE)
    assert done.returncode == 0, done.stderr
    assert done.stdout.splitlines()[1].startswith(f"agent,{ID}harbour-authority,Harbour Authority of Nordland,")
    row = json.loads(pcgraph("find", "akme", "--json", *HERE).stdout)["results"]["bindings"][0]
    assert row["matched"]["value"] == "Akme"
    assert pcgraph("find", "akme", "-f", "md", *HERE).stdout.startswith("| kind | id |")
    assert "What is called akme?" in pcgraph("find", "akme", *HERE).stdout


def test_find_says_that_nothing_fits() -> None:
    done = pcgraph("find", "harbrxyz", *HERE)
    assert (done.returncode, done.stdout) == (1, "")
    assert "find 'harbrxyz': no match; the nearest: " in done.stderr


def test_find_makes_its_index_once(real: KnowledgeGraph) -> None:
    vars(real).pop("_named_things", None)
    assert real.find("natoinal bank").short[0][1] == "id:national-bank-of-pakistan"
    index = named_things(real)
    assert real.find("minstry of informaton").short
    assert named_things(real) is index, "made once"
    assert index.of_kind("any")
