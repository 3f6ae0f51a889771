"""`pcgraph verify`: a state for every passage, a record that lasts, and exit 1 when something proved is lost."""

from __future__ import annotations

import json
import shutil
from datetime import UTC, date, datetime
from pathlib import Path

import pyoxigraph as ox
import pytest

from evidence_server import PARAGRAPHS, answer, article, local, redirect, serving
from helpers import TEXTS, TINY, pcgraph
from pcgraph import api
from pcgraph.analysis.network import relations
from pcgraph.belief import materialise
from pcgraph.errors import UsageError
from pcgraph.intake.evidence import warc
from pcgraph.intake.evidence.exchange import Exchange
from pcgraph.intake.evidence.extract import Extract
from pcgraph.intake.evidence.fetch import Page
from pcgraph.intake.evidence.record import read_record, write_record
from pcgraph.intake.evidence.verify import Ask, Verification, asking, verify
from pcgraph.model.namespaces import PCG
from pcgraph.model.passages import in_words, word_hash, words
from pcgraph.page.builder import build_view
from pcgraph.query.explain import evidence
from pcgraph.store import data_folder, files

DAY = date(2026, 6, 1)
SRC = "https://w3id.org/pcgraph/source/"


@pytest.fixture
def data(tmp_path: Path) -> Path:
    shutil.copytree(TEXTS, tmp_path / "texts")
    return shutil.copytree(TINY, tmp_path / "data")


def read(data: Path) -> data_folder.Inputs:
    return data_folder.read(data, files.home("ontology"))


def states(data: Path) -> dict[str, str]:
    return {each.passage: each.state for each in verify(read(data), data.parent / "texts", DAY).passages}


def run(data: Path, *more: str) -> tuple[int, str, str]:
    done = pcgraph("verify", "--data", str(data), "--texts", str(data.parent / "texts"), *more)
    return done.returncode, done.stdout, done.stderr


def test_every_passage_has_a_state(data: Path) -> None:
    found = states(data)
    assert len(found) == 45
    assert {state for iri, state in found.items() if "#char=" in iri} == {"proved"}
    assert [state for iri, state in found.items() if "#para=" in iri] == ["pointer-only"]


def test_json_has_one_object_for_each_passage(data: Path) -> None:
    code, out, _ = run(data, "--json")
    rows = json.loads(out)
    assert code == 0
    assert len(rows) == 45
    assert {tuple(row) for row in rows} == {
        ("source", "passage", "state", "pointer", "checked_on", "page_state", "page_checked_on", "address")
    }
    assert rows[0]["source"] == "src:borealis-2024"


def test_without_texts_the_record_counts(data: Path) -> None:
    run(data, "--record")
    shutil.rmtree(data.parent / "texts")
    done = pcgraph("verify", "--data", str(data))
    assert "44 proved" in done.stdout
    assert "no texts" in done.stderr


def test_a_record_can_be_read_again_and_is_the_same_when_written_again(data: Path) -> None:
    first = verify(read(data), data.parent / "texts", DAY).record
    path = write_record(first, data)
    content = path.read_bytes()
    again = read_record(read(data))
    assert {iri: each.state for iri, each in again.passages.items()} == {
        iri: each.state for iri, each in first.passages.items()
    }
    write_record(verify(read(data), data.parent / "texts", DAY).record, data)
    assert path.read_bytes() == content
    assert pcgraph("fmt", "--check", str(path)).returncode == 0
    assert pcgraph("check", "--data", str(data)).returncode == 0


@pytest.mark.slow
def test_what_was_proved_and_changed_is_lost(data: Path) -> None:
    assert run(data, "--record")[0] == 0
    text = data.parent / "texts/tide-2025.txt"
    text.write_text(text.read_text().replace("signed", "never signed"))
    code, out, err = run(data)
    assert code == 1
    assert "changed; read the passage again and cite it" in out
    assert "proved before and changed now" in err
    assert run(data, "--record")[0] == 1
    checked = pcgraph("check", "--data", str(data)).stdout
    assert "passage-changed" in checked, "it stays a finding until somebody cites the passage anew"
    assert pcgraph("build", "--data", str(data), "-o", str(data.parent / "build")).returncode == 0
    assert "## Passages that changed" in (data.parent / "build/report.md").read_text()
    assert "changed since it was cited" in pcgraph("show", "pilotage-accord", "--data", str(data)).stdout


def test_fix_moves_a_passage_and_never_proves_changed_words(data: Path) -> None:
    text = data.parent / "texts/tide-2025.txt"
    text.write_text("An advert.\n" + text.read_text().replace("signed", "never signed"))
    before = states(data)
    assert {"moved", "changed"} <= set(before.values())
    pcgraph("check", "--fix", "--data", str(data), "--texts", str(data.parent / "texts"))
    after = states(data)
    assert "moved" not in after.values()
    assert sum(state == "changed" for state in after.values()) == sum(state == "changed" for state in before.values())


def test_an_address_is_gone_after_three_days_and_its_unproved_passages_with_it(data: Path) -> None:
    (data.parent / "texts/harbour-2024.txt").unlink()

    def ask(address: str, failures: tuple[date, ...]) -> tuple[str, str, None]:
        if "harbour" not in address:
            return "live", "", None
        return ("gone" if len(failures) >= 2 else "unreachable"), "404", None

    for number in (1, 2, 3):
        found = verify(read(data), data.parent / "texts", date(2026, 6, number), ask)
        write_record(found.record, data)
        of = {each.state for each in found.passages if each.source == SRC + "harbour-2024"}
        assert of == ({"source-gone"} if number == 3 else {"hash-not-checked"})
    kept = read_record(read(data)).addresses[SRC + "harbour-2024"]
    assert kept.failed_on == (date(2026, 6, 1), date(2026, 6, 2), date(2026, 6, 3))


TIDE, LATER = SRC + "tide-2025", date(2026, 7, 1)


def reading(now: str, address: str = "live") -> Ask:
    """Return an answer for every address: the page of the tide has a text now, and no other page can be read."""
    return lambda url, _: (address, "", now if "tide" in url else None)


def of_tide(found: Verification) -> set[tuple[str, str, str, str]]:
    rows = [each for each in found.passages if each.source == TIDE and each.state != "pointer-only"]
    return {(each.state, str(each.checked_on), each.page_state, str(each.page_checked_on)) for each in rows}


@pytest.fixture
def tide() -> str:
    """The text of a source that has an address."""
    return (TEXTS / "tide-2025.txt").read_text()


def test_a_page_that_changed_leaves_what_is_proved(data: Path, tide: str) -> None:
    texts = data.parent / "texts"
    write_record(verify(read(data), texts, DAY).record, data)
    found = verify(read(data), texts, LATER, reading("Nothing of it."))
    assert of_tide(found) == {("proved", "2026-07-01", "changed", "2026-07-01")}
    assert not found.lost, "the text at hand has the words"
    path = write_record(verify(read(data), None, LATER, reading("Nothing of it.")).record, data)
    assert of_tide(verify(read(data), None, date(2026, 8, 1))) == {("proved", "2026-06-01", "changed", "2026-07-01")}
    assert pcgraph("fmt", "--check", str(path)).returncode == 0
    checked = pcgraph("check", "--data", str(data))
    assert (checked.returncode, "passage-changed" in checked.stdout) == (0, False)
    back = verify(read(data), None, date(2026, 8, 1), reading(tide))
    assert of_tide(back) == {("proved", "2026-06-01", "proved", "2026-08-01")}, "the day of the proof stays"


def test_without_a_text_a_page_that_changed_loses_what_was_proved(data: Path, tide: str) -> None:
    write_record(verify(read(data), data.parent / "texts", DAY).record, data)
    found = verify(read(data), None, LATER, reading(tide.replace("signed", "discussed")))
    assert 0 < len(found.lost) == sum(each.page_state == "changed" for each in found.passages)
    assert {each.state for each in found.lost} == {"proved"}


def test_words_that_were_never_proved_and_are_not_on_the_page_are_a_finding(data: Path, tide: str) -> None:
    assert tide
    write_record(verify(read(data), None, LATER, reading("Nothing of it.")).record, data)
    assert of_tide(verify(read(data), None, LATER)) == {("hash-not-checked", "None", "changed", "2026-07-01")}
    assert "passage-changed" in pcgraph("check", "--data", str(data)).stdout


def test_a_capture_proves_what_the_newest_text_no_longer_has(data: Path, tide: str) -> None:
    texts = data.parent / "texts"
    folder = texts / "captures/tide-2025"
    folder.mkdir(parents=True)
    head = b"HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\n\r\n"
    now = datetime(2026, 5, 1, tzinfo=UTC)
    exchange = Exchange("https://a.example/", "192.0.2.1", b"GET / HTTP/1.1\r\n\r\n", head, 200, (), b"x", now)
    page = Page("https://a.example/", (exchange,), b"x")
    warc.write(folder / "20260501T000000Z.warc.gz", page, Extract(tide, "pcgraph 1.0"))
    (texts / "tide-2025.txt").write_text("Nothing of it.")
    assert {state for state, *_ in of_tide(verify(read(data), texts, DAY))} == {"proved"}
    warc.write(folder / "20260502T000000Z.warc.gz", page, Extract("Nothing of it.", "pcgraph 1.0"))
    assert {state for state, *_ in of_tide(verify(read(data), texts, DAY))} == {"proved"}, "an older one has them"
    (folder / "20260501T000000Z.warc.gz").unlink()
    assert {state for state, *_ in of_tide(verify(read(data), texts, DAY))} == {"changed"}


def test_both_facts_are_told_with_their_days(data: Path, tide: str, tmp_path: Path) -> None:
    write_record(verify(read(data), data.parent / "texts", DAY).record, data)
    write_record(verify(read(data), None, LATER, reading(tide.replace("signed", "discussed"))).record, data)
    there = "proved on 2026-06-01; still on the page on 2026-07-01"
    gone = "proved on 2026-06-01; no longer on the page on 2026-07-01"
    shown = pcgraph("show", "pilotage-accord", "--data", str(data)).stdout
    assert gone in shown
    assert pcgraph("build", "--data", str(data), "-o", str(tmp_path / "build")).returncode == 0
    report = (tmp_path / "build/report.md").read_text()
    assert "were looked for again on the page; " in report
    assert gone in report.partition("## Passages that changed")[2]
    kg = api.load(data, build=None)
    stated = kg.store.quads_for_pattern(None, ox.NamedNode(PCG + "statedIn"), None, ox.NamedNode(TIDE))
    rows = [row for row in evidence(kg.store, {quad.subject.value for quad in stated}) if "page_state" in row]
    assert {in_words(row) for row in rows} == {there, gone}
    query = "SELECT ?p { ?p pcg:pageState v:changed ; pcg:pageCheckedOn ?day }"
    assert len(kg.query(query)) == len({row["iri"] for row in rows if in_words(row) == gone})
    passages = [
        each for own in build_view(kg, relations(kg))["engagements"]["passages"] for each in own if len(each) > 6
    ]
    assert {tuple(each[6:]) for each in passages} == {(each, "2026-07-01") for each in ("proved", "moved", "changed")}


def test_a_file_of_quads_is_refused(tmp_path: Path, data: Path) -> None:
    dump = tmp_path / "all.nq"
    assert pcgraph("export", str(dump), "--data", str(data)).returncode == 0
    inputs = materialise.read(dump, files.home("ontology"))
    with pytest.raises(UsageError, match="cannot be verified"):
        verify(inputs, None, DAY)


def test_an_exported_graph_keeps_the_states(tmp_path: Path, data: Path) -> None:
    run(data, "--record")
    dump = tmp_path / "all.nq"
    pcgraph("export", str(dump), "--data", str(data))
    query = "SELECT (COUNT(*) AS ?n) { ?p pcg:passageState v:proved }"
    assert pcgraph("query", query, "--data", str(dump), "--format", "csv").stdout.split()[-1] == "42"


CURLY = [text.replace("Acme", "“Acme”").replace(" and ", "\u00a0and ") for text in PARAGRAPHS]
CHANGED = [text.replace("5 million", "6 million") for text in PARAGRAPHS]
NEGATED = [text.replace("signed", "did not sign") for text in PARAGRAPHS]
OTHER = [text.replace("Borealis", "Lumen") for text in PARAGRAPHS]
PAGES = {
    "the same page": (answer(200, article()), "live", ["proved", "proved"]),
    "a moved paragraph": (answer(200, article(*PARAGRAPHS[::-1])), "live", ["proved", "proved"]),
    "curly quotes and no-break spaces": (answer(200, article(*CURLY)), "live", ["proved", "proved"]),
    "a changed number": (answer(200, article(*CHANGED)), "live", ["proved", "not on the page"]),
    "a negation": (answer(200, article(*NEGATED)), "live", ["not on the page", "proved"]),
    "another company": (answer(200, article(*OTHER)), "live", ["not on the page", "proved"]),
    "gone": (answer(410, "<p>It is gone.</p>"), "unreachable", ["hash-not-checked"] * 2),
    "forbidden": (answer(403, "<p>No.</p>"), "refused", ["hash-not-checked"] * 2),
    "moved for good": (redirect(301, "/new"), "moved", ["proved", "proved"]),
}


@pytest.mark.parametrize("page", PAGES)
def test_a_live_page_decides(page: str, data: Path) -> None:
    behaviour, address, expected = PAGES[page]
    with serving({"/lights": behaviour, "/new": answer(200, article())}) as server:
        blocks = []
        for number, text in enumerate(PARAGRAPHS[:2], 1):
            digest = word_hash(words(text))
            blocks.append(
                f"<{SRC}pier-lights#words={digest[:12]}> a pcg:Passage ; pcg:wordCount {len(words(text))} ; "
                f'pcg:wordHash "{digest}" ; pcg:locator "para {number}" .'
            )
        card = HEAD.format(url=server.url) + "\n".join(blocks)
        (data / "sources/pier-lights.ttl").write_text(card)
        ask = asking(local())
        found = verify(
            read(data), None, DAY, lambda url, days: ask(url, days) if server.url in url else ("live", "", None)
        )
    own = [each for each in found.passages if each.source == SRC + "pier-lights"]
    assert {(each.state, each.page_state) for each in own} <= {
        ("proved", "proved"),
        ("hash-not-checked", "changed"),
        ("hash-not-checked", ""),
    }
    states = {each.pointer: "not on the page" if each.page_state == "changed" else each.state for each in own}
    assert states == {f"para {number}": state for number, state in enumerate(expected, 1)}
    assert [each.state for each in found.addresses if each.source == SRC + "pier-lights"] == [address]


HEAD = """@prefix pcg: <https://w3id.org/pcgraph/ontology#> .
@prefix src: <https://w3id.org/pcgraph/source/> .
@prefix v: <https://w3id.org/pcgraph/vocab/> .

src:pier-lights a pcg:Source ;
    pcg:title "Lights" ;
    pcg:address "{url}/lights"^^<http://www.w3.org/2001/XMLSchema#anyURI> ;
    pcg:tier v:press .

"""
