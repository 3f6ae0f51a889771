"""The canonical layout: nothing is lost, nothing changes twice, and what cannot be laid out is refused in one line."""

from __future__ import annotations

import re
import shutil
from collections import Counter
from pathlib import Path

import pyoxigraph as ox
import pytest
import rdflib
from hypothesis import given, settings
from hypothesis import strategies as st

from faults import BASE, ONTOLOGY
from helpers import ROOT, TEXTS, TINY
from naughty import NAUGHTY
from pcgraph import validation
from pcgraph.errors import InvalidInput, UsageError
from pcgraph.intake import passages
from pcgraph.store import data_folder
from pcgraph.turtle import formatter

EX = "@prefix ex: <http://e.x/> .\n\n"


def laid(text: str) -> str:
    """Lay out, and lay out again."""
    once = formatter.formatted(text, "f.ttl")
    assert formatter.formatted(once, "f.ttl") == once
    return once


def body(text: str) -> str:
    """Lay out what stands below the prefix ex:."""
    out = laid(EX + text)
    assert out.startswith(EX)
    return out.removeprefix(EX)


def triples(text: str) -> rdflib.Graph:
    return rdflib.Graph().parse(data=text, format="turtle")


def test_a_whole_file() -> None:
    text = """\ufeff# The head,\r
#  in two lines.
PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
prefix unused: <http://u.n/>
@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .
@prefix ex: <http://e.x/>.
#### Section ####



# About b.
ex:b ex:p 1,2 ; ; # why
  # and this
  rdf:type ex:C
  # the number
  ;   ex:q "4"^^xsd:decimal,"x" @en;.
ex:c a ex:C.   # behind
# the end
"""
    wanted = """# The head,
#  in two lines.
@prefix ex: <http://e.x/> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .

#### Section ####

# About b.
ex:b a ex:C ;
    ex:p 1 , 2 ;  # why
    # the number
    ex:q "4"^^xsd:decimal , "x"@en .
ex:c a ex:C .  # behind
# the end
"""
    text = text.replace("  # and this\n", "").replace("\n  # the number\n  ;", " ;\n  # the number\n")
    assert laid(text) == wanted


def test_an_empty_file_and_one_of_comments_alone() -> None:
    assert laid("") == laid(" \r\n\n") == ""
    assert laid("# one\n\n\n# two") == "# one\n\n# two\n"
    assert laid("# one\n@prefix ex: <http://e.x/> .\n") == "# one\n"


def test_type_comes_first_and_the_rest_stays_in_order() -> None:
    assert body("ex:s ex:z 1 ; ex:b 2 ; a ex:C , ex:A ; ex:a 3 .") == (
        "ex:s a ex:C , ex:A ;\n    ex:z 1 ;\n    ex:b 2 ;\n    ex:a 3 .\n"
    )


def test_blocks_stay_together_or_one_line_apart() -> None:
    assert body("\n\nex:a a ex:C .\nex:b a ex:C . ex:c a ex:C .\n\n\n\nex:d a ex:C .") == (
        "ex:a a ex:C .\nex:b a ex:C .\nex:c a ex:C .\n\nex:d a ex:C .\n"
    )


def test_only_a_list_that_is_too_long_is_broken() -> None:
    fits = "ex:s ex:p " + " , ".join(["ex:" + "o" * 20] * 4) + " , ex:o .\n"
    assert len(fits.strip()) == 120
    assert body(fits) == fits
    assert body(fits.replace("ex:s", "ex:ss")) == fits.replace("ex:s", "ex:ss").replace(" , ex:o ", " ,\n        ex:o ")
    term = '"' + "long " * 60 + '"@en'
    assert body(f"ex:s ex:p {term} .") == f"ex:s ex:p {term} .\n"
    assert body(f"ex:s ex:p {term} , 1 , {term} .") == f"ex:s ex:p {term} ,\n        1 ,\n        {term} .\n"


def test_brackets_and_lists() -> None:
    short = "ex:s ex:p [ ex:q ( 1 ex:b [ ex:r [] ] () ) ; ex:r 2 ] .\n"
    assert body(short) == short
    assert body("[] a ex:C.[ex:p 1].( 1 ) ex:p 2 .") == "[] a ex:C .\n[ ex:p 1 ] .\n( 1 ) ex:p 2 .\n"
    items = " ".join(f"ex:item-number-{n}" for n in range(9))
    assert body(
        f"ex:s a ex:C ; ex:p [ ex:q ({items}) ; ex:r 2 # why\n ] , [ # no\n ex:q 1 ] .".replace("# no\n", "")
    ) == (
        "ex:s a ex:C ;\n    ex:p [\n"
        "        ex:q ( ex:item-number-0 ex:item-number-1 ex:item-number-2 ex:item-number-3 ex:item-number-4 "
        "ex:item-number-5\n            ex:item-number-6 ex:item-number-7 ex:item-number-8 ) ;\n"
        "        ex:r 2  # why\n    ] , [ ex:q 1 ] .\n"
    )
    pairs = " ".join(f'[ ex:property "{"x" * 40}" ; ex:other {n} ]' for n in range(2))
    lines = "\n".join("        " + pair for pair in re.findall(r"\[.*?\]", pairs))
    assert body(f"ex:s a ex:C ; ex:or ( {pairs} ) .") == f"ex:s a ex:C ;\n    ex:or (\n{lines}\n    ) .\n"


def test_text_of_several_lines_is_not_touched() -> None:
    text = 'ex:s ex:p """one\r\n\ttwo  \n# no comment\n""" , "x"@en ;\n    ex:q [\n        ex:r """a\nb"""\n    ] .\n'
    assert body(text) == text


def test_a_passage_is_one_line() -> None:
    head = "@prefix pcg: <https://w3id.org/pcgraph/ontology#> .\n\n"
    row = "<https://w3id.org/pcgraph/source/x#char=1,2> a pcg:Passage ; pcg:start 1 ; pcg:end 2 ; "
    row += f'pcg:sha256 "{"0" * 64}" .\n'
    assert laid(head + row.replace(" ; ", ";\n")) == head + row
    assert laid(head + row.replace(" ; pcg:e", "; # why\n pcg:e")).count("\n") == 6


SPELT = r"""
ex: ex:a.b ex:a:b ex:a\,b\;c ex:%41%2e ex:1 ex:\- ex:é́·x <http://e.x/\u0041,;.> _:b.1
1 -5 +.5 1.0 1.e3 1E-3 .5e1 true false 'it' "" '''''' "x"@en-GB "1"^^ex:t "1"^^<http://e.x/t>
'''it's''' '\\' "\u0041\U0001F600" '''a\'''b''' '''a'b''c'''
"""


@pytest.mark.parametrize("term", [*SPELT.split(), '"""a\\"""b"""', '"""a"b""c"""'])
def test_terms_stay_as_they_are_spelt(term: str) -> None:
    text = f"ex:s ex:p {term} , ex:o .\n"
    assert body(text) == text
    assert body(text.replace(" , ex:o .", ".")) == text.replace(" , ex:o", "")


def test_naughty_strings_survive() -> None:
    lines = [
        f"ex:s{n} ex:p {ox.Literal(text)} , {ox.Literal(text, language='en')} .\n" for n, text in enumerate(NAUGHTY)
    ]
    lines += [
        f'ex:t{n} ex:p """{text}""" .\n'
        for n, text in enumerate(NAUGHTY)
        if not text.endswith('"') and '"""' not in text and "\\" not in text
    ]
    lines += [f"# {text}\n" for text in NAUGHTY if not re.search(r"[\r\n]", text)]
    text = EX + "".join(lines)
    out = laid(text)
    assert set(ox.parse(out, format=ox.RdfFormat.TURTLE)) == set(ox.parse(text, format=ox.RdfFormat.TURTLE))
    assert [line for line in out.split("\n") if line.startswith("# ")][-50:] == [
        line.rstrip(" \t") for line in text.split("\n") if line.startswith("# ")
    ][-50:]


@pytest.mark.parametrize(
    ("text", "line", "what"),
    [
        ("ex:s # c\n a ex:C .", 3, "a comment inside a fact"),
        ("ex:s\n # c\n ex:p 1 .", 5, "a comment between subject and first predicate"),
        ("ex:s ex:p 1 ;\n # c\n a ex:C .", 5, "a comment between subject and first predicate"),
        ("ex:s ex:p # c\n 1 .", 3, "a comment inside a fact"),
        ("ex:s ex:p 1 , # c\n 2 .", 3, "a comment inside a fact"),
        ("ex:s ex:p 1\n # c\n , 2 .", 4, "a comment inside a fact"),
        ("ex:s ex:p 1 ;\n # c\n .", 5, "unexpected '.'"),
        ("ex:s ex:p ( # c\n 1 ) .", 3, "a comment inside a fact"),
        ("ex:s ex:p 1 ; # c\n . # d", 4, "a second comment for one line"),
        ("ex:s ex:p 1 # c\n ; # d\n .", 4, "a comment inside a fact"),
        ("[ ex:p 1 ] . # c", 3, "a second comment for one line"),
        ("ex:s a ex:C .\n# c\n@prefix no: <http://n.o/> .", 5, "a comment at a prefix"),
        ("@prefix no: <http://n.o/> . # c", 3, "a comment at a prefix"),
        ("@base <http://e.x/> . <a> a <b> .", 3, "a base for relative IRIs"),
        ("PREFIX ex: <http://o.x/> ex:s a ex:C .", 3, "prefix ex: is bound twice"),
        ("ex:s ex:p <<( ex:a ex:b ex:c )>> .", 3, "unexpected '<<( ex:a ex:b ex:c )'"),
        ('ex:s ex:p "x"@en--ltr .', 3, "unexpected '@en--ltr .'"),
    ],
)
def test_what_has_no_place_is_refused_in_one_line(text: str, line: int, what: str) -> None:
    with pytest.raises(InvalidInput) as refused:
        formatter.formatted(EX + text, "f.ttl")
    assert re.fullmatch(rf"f\.ttl:{line}: layout: {re.escape(what)}; expected .+; .+", str(refused.value))


def test_a_fault_of_syntax_names_line_and_column() -> None:
    with pytest.raises(InvalidInput, match=r"^f\.ttl:3:\d+: turtle-syntax: .*; expected Turtle 1\.1; fix the line$"):
        formatter.formatted(EX + "ex:s ex:p ;; 1 .", "f.ttl")


@pytest.mark.parametrize("lost", ["ex:s a ex:C .", "# c\n"])
def test_a_layout_that_would_lose_something_is_never_written(
    lost: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = EX + "# c\nex:s a ex:C .\n\n\nex:t a ex:C .\n"
    (tmp_path / "f.ttl").write_text(text)
    lay_out = formatter.layout
    monkeypatch.setattr(formatter, "layout", lambda *parts: lay_out(*parts).replace(lost, ""))
    with pytest.raises(InvalidInput, match=r"f\.ttl:1: layout: formatting would change the content; expected .*; keep"):
        formatter.run([tmp_path], check=False)
    assert (tmp_path / "f.ttl").read_text() == text


@pytest.mark.slow
def test_the_files_of_the_project_are_laid_out() -> None:
    assert formatter.run([ROOT / "data", ROOT / "ontology", TINY], check=True) == []


def test_check_names_file_line_and_what_is_expected(tmp_path: Path) -> None:
    (tmp_path / "deep").mkdir()
    (tmp_path / "deep/a.ttl").write_text(EX + "ex:s a ex:C ; ex:p 1 .")
    (tmp_path / "b.ttl").write_text(EX + "ex:s a ex:C .\n")
    (tmp_path / "c.ttl").write_text(EX + "ex:s a ex:C .\n\n")
    (tmp_path / "d.txt").write_text("no Turtle")
    before = {path: path.read_bytes() for path in tmp_path.rglob("*.*")}
    lines = formatter.run([tmp_path, tmp_path / "b.ttl"], check=True)
    assert [line.removeprefix(f"{tmp_path}/") for line in lines] == [
        "c.ttl:4: not in canonical layout; expected an empty line or the end; run pcgraph fmt",
        "deep/a.ttl:3: not in canonical layout; expected 'ex:s a ex:C ;'; run pcgraph fmt",
    ]
    assert {path: path.read_bytes() for path in tmp_path.rglob("*.*")} == before
    assert len(formatter.run([tmp_path], check=False)) == 2
    assert formatter.run([tmp_path], check=True) == formatter.run([tmp_path], check=False) == []


@pytest.mark.parametrize("old", [b"\xef\xbb\xbf%s", b"%s\n", b"\n%s"])
def test_every_byte_counts(old: bytes, tmp_path: Path) -> None:
    text = (EX + "ex:s a ex:C .\n").encode()
    (tmp_path / "f.ttl").write_bytes(old.replace(b"%s", text))
    assert len(formatter.run([tmp_path], check=True)) == 1
    (tmp_path / "f.ttl").write_bytes(text.replace(b"\n", b"\r\n"))
    assert len(formatter.run([tmp_path], check=False)) == 1
    assert (tmp_path / "f.ttl").read_bytes() == text


def test_all_faults_are_named_and_nothing_is_written(tmp_path: Path) -> None:
    (tmp_path / "a.ttl").write_text(EX + "ex:s   a ex:C .")
    (tmp_path / "b.ttl").write_text("this is no Turtle")
    (tmp_path / "c.ttl").write_bytes(b"# caf\xe9")
    (tmp_path / "d.ttl").mkdir()
    with pytest.raises(InvalidInput) as refused:
        formatter.run([tmp_path], check=False)
    assert [
        re.sub(r".*/(.\.ttl:\d+(?::\d+)?: [a-z0-9-]+): .*; expected .*; .*", r"\1", fault)
        for fault in refused.value.faults
    ] == [
        "b.ttl:1:1: turtle-syntax",
        "c.ttl:1: not-utf8",
        "d.ttl:1: unreadable",
    ]
    assert (tmp_path / "a.ttl").read_text() == EX + "ex:s   a ex:C ."
    with pytest.raises(
        UsageError, match=r"none\.ttl: does not exist; expected a Turtle file or a folder of them; correct"
    ):
        formatter.run([tmp_path / "none.ttl"], check=True)


def test_a_failing_write_leaves_the_old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.ttl").write_text(EX + "ex:s   a ex:C .")

    def fail(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", fail)
    with pytest.raises(
        InvalidInput, match=r"a\.ttl: cannot be written \(No space left on device\); expected .*; \w+ another"
    ):
        formatter.run([tmp_path], check=False)
    assert [path.name for path in tmp_path.iterdir()] == ["a.ttl"]
    assert (tmp_path / "a.ttl").read_text() == EX + "ex:s   a ex:C ."


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(EX + "ex:s   a ex:C .")
    (tmp_path / "a.ttl").symlink_to(tmp_path / "a.txt")
    assert len(formatter.run([tmp_path], check=False)) == 1
    assert (tmp_path / "a.ttl").is_symlink()
    assert (tmp_path / "a.txt").read_text() == EX + "ex:s a ex:C .\n"


def test_what_cite_prints_and_fix_writes_is_laid_out(tmp_path: Path) -> None:
    data = Path(shutil.copytree(BASE, tmp_path / "data"))
    head = "@prefix pcg: <https://w3id.org/pcgraph/ontology#> .\n\n"
    printed = passages.passage("base", "Acme and", "signed", data / "texts")
    assert laid(head + printed) == head + printed
    source = data / "sources/base.ttl"
    source.write_text(source.read_text() + printed)
    assert len(formatter.run([data], check=False)) == 1
    text = data / "texts/base.txt"
    text.write_text("A new first line. " + text.read_text())
    assert len(validation.fix(data_folder.read(data, ONTOLOGY), data / "texts")) == 5
    assert formatter.run([data], check=True) == []
    assert TEXTS.is_dir()


# Random documents: text in any spacing, with comments wherever they may stand.
gap = st.sampled_from([" ", "  ", "\n", "\n\n", "\n\n\n\t", "\r\n"])
comment = st.sampled_from(["", "", "", "# why\n", "#\n", '#### , ; . [ " ####\r\n']).map(
    lambda c: "\n" + c if c else ""
)
behind = st.sampled_from(["", "", "", " # behind\n"])
atom = st.one_of(
    st.sampled_from(["ex:a", "ex:b.c", "<http://e.x/d>", "_:b", "1", "-2.5", "1e3", "true", "ex:" + "long" * 12]),
    st.sampled_from(NAUGHTY[:200]).map(lambda text: str(ox.Literal(text[:150]))),
    st.sampled_from(['"""a\nb"""', "'x'@en", '"4"^^ex:t']),
)
verb = st.sampled_from(["a", "ex:p", "ex:q", "<http://e.x/r>"])


def facts(node: st.SearchStrategy[str], end: str) -> st.SearchStrategy[str]:
    def join(found: list[tuple[str, str, list[str], str, str]]) -> str:
        texts = [
            f"{c if n and v != 'a' else ''}{g}{v}{g}" + f"{g},{g}".join(os) for n, (c, g, v, os, _) in enumerate(found)
        ]
        return "".join(f"{text} {end if n == len(found) - 1 else ';'}{found[n][4]}" for n, text in enumerate(texts))

    return st.lists(
        st.tuples(comment, gap, verb, st.lists(node, min_size=1, max_size=4), behind), min_size=1, max_size=4
    ).map(join)


node = st.recursive(
    atom,
    lambda inner: st.one_of(
        facts(inner, "").map(lambda text: f"[{text}]"),
        st.lists(inner, max_size=4).map(lambda items: f"({' '.join(items)})"),
    ),
    max_leaves=8,
)
block = st.tuples(comment, gap, st.sampled_from(["ex:s", "_:b", "[]", "<http://e.x/t>"]), facts(node, ".")).map("".join)


def canonical(text: str) -> ox.Dataset:
    """Name the nameless nodes by RDFC-1.0; rdflib's isomorphism did not end on some of these documents."""
    graph = ox.Dataset(ox.parse(text, format=ox.RdfFormat.TURTLE))
    graph.canonicalize(ox.CanonicalizationAlgorithm.RDFC_1_0)
    return graph


@pytest.mark.slow
@settings(deadline=None, max_examples=100)
@given(st.lists(block, max_size=4), comment)
def test_any_document_keeps_facts_and_comments_and_settles(blocks: list[str], last: str) -> None:
    text = "# head\n" + EX.strip() + "".join(blocks) + last
    out = laid(text)
    assert canonical(text) == canonical(out)
    kept = [
        Counter(re.findall(r"(?m)# why$|# behind$|^\s*#$|####.*####", each.replace("\r\n", "\n")))
        for each in (text, out)
    ]
    assert sum(kept[0].values()) == sum(kept[1].values())
    assert not re.search(r"[ \t]$", re.sub(r'"""[^"]*"""', "x", out), re.MULTILINE)


@pytest.mark.parametrize(("open_", "close"), [("( ", ") "), ("[ <a:b> ", "] ")])
def test_brackets_too_deep_are_refused(open_: str, close: str) -> None:
    def nested(depth: int) -> str:
        return "<a:a> <a:b> " + open_ * depth + "1 " + close * depth + "."

    assert "1" in formatter.formatted(nested(100), "x")
    with pytest.raises(
        InvalidInput, match="x:1: layout: brackets are nested more than 100 levels deep; expected fewer; "
    ):
        formatter.formatted(nested(101), "x")
    with pytest.raises(InvalidInput, match="nested more than 100 levels deep"):
        formatter.formatted(nested(5000), "x")


def test_nodes_that_are_all_alike_take_no_time() -> None:
    """To tell them apart would take the factorial of their number."""
    names = [f"_:a{number}" for number in range(14)]
    text = "".join(f"{one} <a:b> {other} .\n" for one in names for other in names if one != other)
    assert formatter.formatted(text, "x").count("_:a13 .") == 13


def test_what_stands_in_brackets_is_compared(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(formatter, "layout", lambda *_: "<a:a> <a:b> [ <a:c> 2 ] .\n")
    with pytest.raises(InvalidInput, match="formatting would change the content"):
        formatter.formatted("<a:a> <a:b> [ <a:c> 1 ] .", "x")
