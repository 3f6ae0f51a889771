"""A capture keeps the page, its text and what the card says about them; what may not be replaced is not."""

from __future__ import annotations

import gzip
import hashlib
import re
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from evidence_server import LOCAL, PARAGRAPHS, Server, answer, article, local, redirect, serving
from helpers import pcgraph
from pcgraph import validation
from pcgraph.cli.intake import evidence as command
from pcgraph.errors import EndpointError, InvalidInput, PcgraphWarning, UsageError
from pcgraph.intake.evidence import fetch, warc
from pcgraph.intake.evidence.capture import Captured, capture
from pcgraph.intake.evidence.cards import edited, find_card, read_cards, write_card
from pcgraph.intake.evidence.extract import NoArticle
from pcgraph.store import captures, data_folder, files
from pcgraph.store.project import Project
from pcgraph.turtle.document import Document
from pcgraph.turtle.formatter import formatted

HEAD = """# A card with comments.
@prefix pcg: <https://w3id.org/pcgraph/ontology#> .
@prefix src: <https://w3id.org/pcgraph/source/> .
@prefix v: <https://w3id.org/pcgraph/vocab/> .

# The card.
src:pier-lights a pcg:Source ;
    pcg:title "Lights" ;
    # copied from the browser
    pcg:address "{url}"^^<http://www.w3.org/2001/XMLSchema#anyURI> ;  # the printed edition has no address
    pcg:tier v:press .

<https://w3id.org/pcgraph/source/pier-lights#para=1> a pcg:Passage ; pcg:locator "para 1" .
# The end.
"""


@pytest.fixture
def server() -> Iterator[Server]:
    routes = {
        "/lights": answer(200, article()),
        "/old": redirect(301, "/lights"),
        "/other/ferry-pier.html": answer(200, article()),
    }
    with serving(routes) as running:
        yield running


@pytest.fixture
def inputs(data: Path, server: Server) -> data_folder.Inputs:
    """Return the tiny data with a source whose address is that of the server."""
    (data / "sources" / "pier-lights.ttl").write_text(HEAD.format(url=f"{server.url}/lights"))
    return read(data)


def read(data: Path) -> data_folder.Inputs:
    return data_folder.read(data, files.home("ontology"))


def run(name: str, inputs: data_folder.Inputs, tmp_path: Path) -> Captured:
    return capture(name, inputs, tmp_path / "texts", local())


def card_of(inputs: data_folder.Inputs) -> str:
    return (inputs.data / "sources" / "pier-lights.ttl").read_text()


@pytest.fixture(autouse=True)
def each_capture_has_its_second(monkeypatch: pytest.MonkeyPatch) -> None:
    """Name captures by microseconds: the tests make several in a second."""
    monkeypatch.setattr(captures, "TIME", "%Y%m%dT%H%M%S%fZ")


def test_page_text_and_card_are_written(inputs: data_folder.Inputs, server: Server, tmp_path: Path) -> None:
    done = run("pier-lights", inputs, tmp_path)
    [kept] = captures.captures(tmp_path / "texts", "pier-lights")
    text = (tmp_path / "texts" / "pier-lights.txt").read_text()
    assert all(words in text for words in PARAGRAPHS)
    found = captures.read(kept)
    digest = hashlib.sha256(article().encode()).hexdigest()
    assert (found.url, found.sha256, found.text) == (f"{server.url}/lights", digest, text)
    after = card_of(inputs)
    assert formatted(after, "card") == after
    assert re.search(r'pcg:retrieved "\d{4}-\d\d-\d\d"\^\^xsd:date ;', after)
    assert f'pcg:payloadDigest "{digest}" ;' in after
    assert re.search(r'pcg:extractor "trafilatura \d+\.\d+\.\d+" \.', after)
    for line in ("# A card with comments.", "# The card.", "    # copied from the browser", "# The end."):
        assert f"{line}\n" in after
    assert f'pcg:address "{server.url}/lights"' in after
    assert ";  # the printed edition has no address\n    pcg:tier v:press ;\n    pcg:retrieved" in after
    assert [line.partition(": ")[0] for line in done.lines(tmp_path / "texts")] == [
        files.shown(path)
        for path in (kept, tmp_path / "texts/pier-lights.txt", inputs.data / "sources/pier-lights.ttl")
    ]
    assert done.notes() == []


def test_a_capture_is_a_warc_file_with_every_exchange(
    inputs: data_folder.Inputs, server: Server, tmp_path: Path
) -> None:
    from warcio.archiveiterator import ArchiveIterator

    done = run(f"{server.url}/old", inputs, tmp_path)
    with done.capture.path.open("rb") as handle:
        records = [
            (record.rec_type, record.rec_headers.get_header("WARC-Target-URI"), record.content_stream().read())
            for record in ArchiveIterator(handle, check_digests="raise")
        ]
    assert [kind for kind, *_ in records] == ["warcinfo", "response", "request", "response", "request", "conversion"]
    assert [url for _, url, _ in records[1:]] == [f"{server.url}/old"] * 2 + [f"{server.url}/lights"] * 3
    assert records[3][2] == article().encode()
    assert b"robots: classic" in records[0][2]
    with done.capture.path.open("rb") as handle:
        digests = [record.rec_headers.get_header("WARC-Payload-Digest") for record in ArchiveIterator(handle)]
    assert digests[3] == f"sha1:{warc.payload_digest(article().encode())}"


@pytest.mark.parametrize("damage", ["half", "cut off", "empty", "no WARC", "changed", "no answer"])
def test_a_damaged_capture_is_noticed(inputs: data_folder.Inputs, tmp_path: Path, damage: str) -> None:
    path = run("pier-lights", inputs, tmp_path).capture.path
    whole = path.read_bytes()
    plain = gzip.decompress(whole)
    path.write_bytes(
        {
            "half": whole[: len(whole) // 2],
            "cut off": whole[:-60],
            "empty": b"",
            "no WARC": b"no WARC",
            "changed": gzip.compress(plain.replace(b"5 million", b"6 million")),
            "no answer": gzip.compress(plain[: plain.index(b"WARC/1.0", 10)]),
        }[damage]
    )
    with pytest.raises(InvalidInput, match="not a capture"):
        captures.read(path)


def test_another_spelling_of_an_address_is_the_source(inputs: data_folder.Inputs, server: Server) -> None:
    cards = read_cards(inputs)
    port = server.server_port
    for spelling in (
        f"{server.url}/lights/",
        f"https://127.0.0.1:{port}/lights?utm_source=feed&fbclid=1",
        f"HTTP://www.127.0.0.1:{port}/lights#top",
        "src:pier-lights",
    ):
        found = find_card(cards, spelling)
        assert found is not None
        assert found.slug == "pier-lights"
    assert find_card(cards, f"{server.url}/lights?page=2") is None


def test_two_sources_with_one_address_need_a_slug(inputs: data_folder.Inputs, server: Server, tmp_path: Path) -> None:
    other = inputs.data / "sources" / "pier-copy.ttl"
    other.write_text(HEAD.format(url=f"{server.url}/lights/").replace("pier-lights", "pier-copy"))
    with pytest.raises(UsageError, match="of several sources: pier-copy, pier-lights; expected a slug"):
        run(f"{server.url}/lights?fbclid=3", read(inputs.data), tmp_path)
    assert run(f"{server.url}/lights", read(inputs.data), tmp_path).slug == "pier-lights"  # the exact spelling


def test_an_address_without_a_source_gets_a_slug_and_no_card(
    inputs: data_folder.Inputs, server: Server, tmp_path: Path
) -> None:
    before = {path: path.read_bytes() for path in inputs.data.rglob("*") if path.is_file()}
    url = f"{server.url}/other/ferry-pier.html"
    done = run(url, inputs, tmp_path)
    assert done.slug.endswith("ferry-pier")
    assert (tmp_path / "texts" / f"{done.slug}.txt").is_file()
    assert {path: path.read_bytes() for path in inputs.data.rglob("*") if path.is_file()} == before
    assert f"write sources/{done.slug}.ttl with pcg:address" in done.notes()[0]
    assert len(done.lines(tmp_path / "texts")) == 2
    assert run(url, inputs, tmp_path).slug == done.slug  # again: the same page
    server.routes["/ferry-pier"] = server.routes["/lights"]
    assert run(f"{server.url}/ferry-pier", inputs, tmp_path).slug == f"{done.slug}-2"  # another page


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("pier-light", "pier-light: no source; expected a slug or a web address; did you mean pier-lights?"),
        ("courier-2025", "has no address; expected pcg:address; add it to the card"),
        ("ftp://gazette.example/", "ftp://gazette.example/: no source; expected a slug or a web address"),
        ("http://ulla:secret@gazette.example/", "has a user or password"),
    ],
)
def test_names_that_cannot_be_captured(inputs: data_folder.Inputs, tmp_path: Path, name: str, message: str) -> None:
    path = inputs.data / "sources" / "courier-2025.ttl"
    path.write_text(re.sub(r"\n *pcg:address .*", "", path.read_text()))
    with pytest.raises((UsageError, EndpointError), match=re.escape(message)) as raised:
        run(name, read(inputs.data), tmp_path)
    assert "secret" not in str(raised.value)
    assert not (tmp_path / "texts").exists()


@pytest.mark.parametrize("status", [403, 404, 429])
def test_nothing_is_written_without_a_page(
    inputs: data_folder.Inputs, server: Server, tmp_path: Path, status: int
) -> None:
    server.routes["/lights"] = answer(status, "no", Retry_After="5")
    before = card_of(inputs)
    with pytest.raises(EndpointError, match=f"{status} .*; expected 200; "):
        run("pier-lights", inputs, tmp_path)
    assert (card_of(inputs), (tmp_path / "texts").exists()) == (before, False)


def test_nothing_is_written_for_a_consent_wall(inputs: data_folder.Inputs, server: Server, tmp_path: Path) -> None:
    server.routes["/lights"] = answer(200, "<html><body>We value your privacy. Accept all cookies.</body></html>")
    before = card_of(inputs)
    with pytest.raises(NoArticle, match="a consent wall; expected the text of an article"):
        run("pier-lights", inputs, tmp_path)
    assert (card_of(inputs), (tmp_path / "texts").exists()) == (before, False)


# ---- Texts and cards that are there


def test_a_text_that_no_capture_keeps_is_not_replaced(inputs: data_folder.Inputs, tmp_path: Path) -> None:
    path = tmp_path / "texts" / "pier-lights.txt"
    path.parent.mkdir()
    path.write_text("Saved by hand.")
    before = card_of(inputs)
    with pytest.raises(UsageError, match=r"no capture keeps it; .*; rename it, then capture again"):
        run("pier-lights", inputs, tmp_path)
    assert (path.read_text(), card_of(inputs)) == ("Saved by hand.", before)
    assert captures.captures(tmp_path / "texts", "pier-lights") == []


def test_the_text_of_a_capture_is_replaced_and_kept(inputs: data_folder.Inputs, server: Server, tmp_path: Path) -> None:
    first = run("pier-lights", inputs, tmp_path)
    again = run("pier-lights", read(inputs.data), tmp_path)
    assert not again.replaced
    server.routes["/lights"] = answer(200, article().replace("5 million", "50 million"))
    changed = run("pier-lights", read(inputs.data), tmp_path)
    path = tmp_path / "texts" / "pier-lights.txt"
    assert changed.replaced
    assert "50 million" in path.read_text()
    assert path.read_text() == changed.capture.text
    kept = captures.captures(tmp_path / "texts", "pier-lights")
    assert len(kept) == 3
    assert captures.read(kept[0]).text == first.capture.text
    assert "replaces the text of an earlier capture" in changed.lines(tmp_path / "texts")[1]
    assert changed.notes()[-1].startswith("src:pier-lights: the text has changed; 1 passage to verify; ")
    path.write_text("Changed by hand.")
    with pytest.raises(UsageError, match="no capture keeps it"):
        run("pier-lights", read(inputs.data), tmp_path)


def test_values_of_an_earlier_capture_are_replaced(inputs: data_folder.Inputs, server: Server, tmp_path: Path) -> None:
    run("pier-lights", inputs, tmp_path)
    once = card_of(inputs)
    server.routes["/lights"] = answer(200, article() + "<!-- other bytes, the same text -->")
    run("pier-lights", read(inputs.data), tmp_path)
    twice = card_of(inputs)
    [line] = [new for new, old in zip(twice.splitlines(), once.splitlines(), strict=True) if new != old]
    assert line.startswith("    pcg:payloadDigest")


def test_a_copy_of_other_bytes_is_named(inputs: data_folder.Inputs, server: Server, tmp_path: Path) -> None:
    run("pier-lights", inputs, tmp_path)
    [card] = [card for card in read_cards(read(inputs.data)).values() if card.slug == "pier-lights"]
    write_card(card, edited(card, archivedAs="https://archive.example/1/lights"))
    assert 'pcg:archivedAs "https://archive.example/1/lights"^^xsd:anyURI .' in card_of(inputs)
    server.routes["/lights"] = answer(200, article().replace("5 million", "50 million"))
    notes = run("pier-lights", read(inputs.data), tmp_path).notes()
    assert "https://archive.example/1/lights is a copy of what was captured before" in notes[0]


def test_a_card_that_changed_meanwhile_is_not_overwritten(inputs: data_folder.Inputs) -> None:
    card = read_cards(inputs)["pier-lights"]
    card.file.path.write_text(card.file.text + "# a note\n")
    with pytest.raises(InvalidInput, match="has changed since it was read"):
        write_card(card, edited(card, extractor="textract 2.1"))
    assert card_of(inputs).endswith("# a note\n")


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("@prefix src: <http://e.x/> .\nsrc:a a src:C ; src:p [ src:q 1 ] .\n", "cannot be edited safely"),
        ("@prefix src: <http://e.x/> .\nsrc:a a\n# here\nsrc:C .\n", "layout"),
        ("@prefix src: <http://e.x/> .\nsrc:a a src:C", "turtle-syntax"),
    ],
)
def test_a_file_that_cannot_be_edited(text: str, message: str) -> None:
    with pytest.raises(InvalidInput, match=message):
        Document(text, "a.ttl")


def test_an_edit_keeps_a_prefix_that_means_something_else() -> None:
    import pyoxigraph as ox

    text = "@prefix pcg: <http://other.example/> .\n\n<http://e.x/a> a pcg:C .\n"
    document = Document(text, "a.ttl")
    document.set_values("http://e.x/a", {"https://w3id.org/pcgraph/ontology#title": [ox.Literal("T")]})
    assert document.text().splitlines()[-1] == '    <https://w3id.org/pcgraph/ontology#title> "T" .'


# ---- The folder of texts


def test_texts_inside_the_project_are_refused(inputs: data_folder.Inputs, tmp_path: Path) -> None:
    repository = tmp_path / "repository"
    (repository / ".git").mkdir(parents=True)
    inside = data_folder.Inputs(inputs.data, inputs.ontology, inputs.files, project=Project(repository / "data"))
    project = data_folder.Inputs(
        inputs.data, inputs.ontology, inputs.files, project=Project(tmp_path / "p/data", folder=tmp_path / "p")
    )
    link = tmp_path / "link"
    link.symlink_to(repository)
    for each, texts in (
        (inputs, inputs.data / "texts"),
        (inside, repository / "texts"),
        (inside, link / "texts"),
        (inside, repository),
        (project, tmp_path / "p" / "texts"),
    ):
        with pytest.raises(UsageError, match=r"inside the project .*; expected a folder outside it"):
            capture("pier-lights", each, texts, local())
    assert not (repository / "texts").exists()


# ---- The command line


@pytest.fixture
def project(inputs: data_folder.Inputs, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the data of a project whose command line may ask this machine."""
    monkeypatch.setattr(
        fetch.Fetcher, "__init__", lambda self, **given: init(self, **{**given, "allow": LOCAL, "pause": 0.0})
    )
    return inputs.data


init = fetch.Fetcher.__init__


def test_the_command_prints_what_it_wrote(project: Path, tmp_path: Path) -> None:
    texts = tmp_path / "texts"
    done = pcgraph("capture", "pier-lights", "--texts", str(texts), "--data", str(project))
    assert (done.returncode, done.stderr) == (0, "")
    assert [re.sub(r"^.*/", "", line) for line in done.stdout.splitlines()][1].startswith("pier-lights.txt: ")
    assert pcgraph("check", "--texts", str(texts), "--data", str(project)).stdout.count("payload-digest") == 0


def test_a_refusal_of_the_command_has_an_exit_code(project: Path, server: Server, tmp_path: Path) -> None:
    server.routes["/robots.txt"] = answer(200, "User-agent: *\nDisallow: /", "text/plain")
    for words, code, message in (
        (("pier-lights", "--texts", str(tmp_path / "texts")), 4, "robots.txt of the site forbids it"),
        (("pier-lights", "--texts", str(project / "texts")), 2, "inside the project"),
        (("pier-lights",), 2, "capture: no texts; expected --texts DIR, or texts in pcgraph.toml; add it"),
        (("nobody", "--texts", str(tmp_path / "texts")), 2, "no source"),
    ):
        done = pcgraph("capture", *words, "--data", str(project), cwd=tmp_path)
        assert (done.returncode, done.stdout) == (code, "")
        assert message in done.stderr
        assert len(done.stderr.splitlines()) == 1


def test_the_help_does_not_load_what_only_capture_needs() -> None:
    import subprocess

    code = (
        "import sys; sys.argv = ['pcgraph', 'capture', '--help']; from pcgraph.cli import main\n"
        "try: main()\nexcept SystemExit: pass\n"
        "print({'trafilatura', 'warcio', 'pypdfium2', 'lxml', 'httpx2', 'polars'} & {*sys.modules}, file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stderr.strip() == "set()"
    assert "--find-archived" in done.stdout
    assert command.ARCHIVE == "PCGRAPH_ARCHIVE"


@pytest.mark.parametrize("package", ["warcio", "trafilatura"])
def test_without_the_extra_a_command_says_what_to_install(
    inputs: data_folder.Inputs, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, package: str
) -> None:
    for name in [name for name in sys.modules if name.partition(".")[0] == package]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, package, None)
    with pytest.raises(UsageError, match=rf"pcgraph\[evidence\]: {package} is not installed; .* make evidence  in"):
        run("pier-lights", inputs, tmp_path)
    assert not (tmp_path / "texts").exists()


# ---- The check


def findings(data: Path, texts: Path) -> list[str]:
    found = validation.run(read(data), texts)
    return [str(finding) for finding in found if finding.code == "payload-digest"]


def test_a_card_must_name_the_bytes_of_its_newest_capture(
    inputs: data_folder.Inputs, server: Server, tmp_path: Path
) -> None:
    texts, path = tmp_path / "texts", inputs.data / "sources" / "pier-lights.ttl"
    run("pier-lights", inputs, tmp_path)
    assert findings(inputs.data, texts) == []
    assert findings(inputs.data, tmp_path) == []  # no capture there
    first = path.read_text()
    server.routes["/lights"] = answer(200, article() + "<!-- again -->")
    newest = run("pier-lights", read(inputs.data), tmp_path).capture.path
    assert findings(inputs.data, texts) == []
    path.write_text(first)
    [line] = findings(inputs.data, texts)
    assert re.search(
        r"has the payload digest [0-9a-f]{8}…, but its newest capture \S+ has [0-9a-f]{8}…; expected", line
    )
    newest.write_bytes(newest.read_bytes()[:-30])
    [line] = findings(inputs.data, texts)
    assert "has a capture that is damaged" in line
    newest.unlink()
    assert findings(inputs.data, texts) == []


def test_without_warcio_the_check_warns_once(
    inputs: data_folder.Inputs, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run("pier-lights", inputs, tmp_path)
    for name in [name for name in sys.modules if name.partition(".")[0] == "warcio"]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "warcio", None)
    with pytest.warns(PcgraphWarning, match="no payload digest is compared .*warcio is not installed") as caught:
        assert findings(inputs.data, tmp_path / "texts") == []
    assert len(caught) == 1
