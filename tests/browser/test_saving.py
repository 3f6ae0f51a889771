"""What a reader saves, opened again: pictures, a page of PDF and tables, which say what they show."""

from __future__ import annotations

import base64
import csv
import io
import re
import xml.etree.ElementTree as ET
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
from playwright.sync_api import Browser, Page, expect

import page_views
from browser.desk import PHONE, Open, rows, shown
from pcgraph import page
from pcgraph.page import View

SVG = "{http://www.w3.org/2000/svg}"
LICENCE = "https://creativecommons.org/licenses/by/4.0/"
OPENED = """async ([source, head = 0, foot = 0]) => {
  const bytes = Uint8Array.from(atob(source), one => one.charCodeAt(0));
  const image = await createImageBitmap(new Blob([bytes], { type: "image/png" }));
  const canvas = new OffscreenCanvas(image.width, image.height), pen = canvas.getContext("2d");
  pen.drawImage(image, 0, 0);
  const { data } = pen.getImageData(0, head, image.width, image.height - head - foot), colours = new Map();
  for (let at = 0; at < data.length; at += 4) {
    const colour = (data[at] << 16) | (data[at + 1] << 8) | data[at + 2];
    colours.set(colour, (colours.get(colour) || 0) + 1);
  }
  return { wide: image.width, tall: image.height, colours: colours.size,
    most: Math.max(...colours.values()) / (data.length / 4) }; }"""


def save(tab: Page, kind: str, suffix: str = "") -> tuple[str, bytes]:
    """Return the name and the content of what an entry of the menu saves."""
    tab.locator("#save").click()
    with tab.expect_download() as waiting:
        tab.locator(f"#save-{kind}").click()
    assert waiting.value.suggested_filename.endswith(f".{suffix or kind}")
    return waiting.value.suggested_filename, Path(waiting.value.path()).read_bytes()


def table(content: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline="")))


def texts(content: bytes) -> str:
    """Return all texts of an SVG, with a space between them."""
    root = ET.fromstring(content)  # noqa: S314 - our own
    return " ".join("".join(one.itertext()) for one in root.iter(f"{SVG}text"))


def full(view: View, curie: str) -> str:
    prefix, _, name = curie.partition(":")
    return view["prefixes"][prefix] + name


def licensed() -> View:
    view = page_views.tiny()
    view["licence"], view["creators"] = LICENCE, ["A. Author", "B. Author"]
    return view


@pytest.mark.parametrize("settings", [{}, PHONE])
def test_png_is_twice_the_size_and_not_blank(show: Open, settings: dict[str, Any]) -> None:
    tab = show(**settings)
    wide, high = tab.evaluate("[pcgraph.mapElement.clientWidth, pcgraph.mapElement.clientHeight]")
    _, content = save(tab, "png")
    picture = tab.evaluate(OPENED, [base64.b64encode(content).decode()])
    assert picture["wide"] == 2 * wide
    assert picture["tall"] > 2 * (high + 100)  # title, legend, sources
    assert picture["colours"] > 100
    assert picture["most"] < 0.97


def test_svg_says_what_it_shows_and_where_it_comes_from(show: Open) -> None:
    view = licensed()
    tab = show(view, hash="#set=entered&type=pcg:Agreement&node=id:acme&as-of=2025-06-01")
    _, content = save(tab, "svg")
    root = ET.fromstring(content)  # noqa: S314 - our own
    assert root.tag == f"{SVG}svg"
    text = texts(content)
    sources = len({one for at in shown(tab, "engagements") for one in view["engagements"]["sources"][at]})
    for words in (
        "Partnerships",
        tab.locator("#counts").inner_text(),
        "Selected: Acme; Engagement: agreement; Progress: signed",
        "Data as of 1 June 2025",
        "A. Author, B. Author",
        f"CC BY 4.0 · {LICENCE}",
        "Partnerships #type=pcg:Agreement",  # no address of the web, so the title and the state
        "The wider the line, the more independent voices report it.",
        view["words"]["country"][0]["label"].capitalize(),
    ):
        assert words in text
    assert 0 < int(re.findall(r"(\d+) sources?", text)[0]) <= sources
    desc = root.find(f"{SVG}desc")
    assert desc is not None
    assert "Progress: signed" in (desc.text or "")
    assert not re.search(r"undefined|NaN|\[object|null", content.decode())
    assert content == save(tab, "svg")[1]  # the same picture, the same bytes
    other = tab.context.new_page()
    other.set_content(content.decode().split("?>", 1)[1])
    seen = other.locator("svg").first.bounding_box()
    assert seen
    assert seen["width"] == tab.evaluate("pcgraph.mapElement.clientWidth")
    picture = tab.evaluate(OPENED, [base64.b64encode(other.locator("svg").first.screenshot()).decode()])
    assert picture["colours"] > 100


@pytest.mark.exhaustive
@pytest.mark.parametrize(("language", "name"), [("zh", "艾克米"), ("ur", "ایکمی")])
def test_names_in_other_scripts_stand_in_every_picture(show: Open, language: str, name: str) -> None:
    view = licensed()
    view["nodes"]["labels"][0] = {language: name}
    tab = show(view, hash=f"#language={language}&node=id:acme")
    _, content = save(tab, "svg")
    root = ET.fromstring(content)  # noqa: S314 - our own
    found = [one for one in root.iter(f"{SVG}text") if one.text == name]
    assert found
    assert {one.get("direction") for one in found} == {"rtl" if language == "ur" else None}
    _, content = save(tab, "pdf")
    document = pypdfium2.PdfDocument(content)
    assert name in document.get_metadata_dict()["Subject"]
    # The same picture with another name has other pixels in the place of the name.
    view["nodes"]["labels"][0] = {language: name + name}
    assert save(show(view, hash=f"#language={language}&node=id:acme"), "png")[1] != save(tab, "png")[1]


def test_an_urdu_text_starts_at_its_right_end(show: Open) -> None:
    """The title block of a picture in Urdu ends where the picture ends, whatever the direction of each line is."""
    tab = show(licensed(), hash="#language=ur&set=entered")
    root = ET.fromstring(save(tab, "svg")[1])  # noqa: S314 - our own
    width = float(root.get("width") or 0)
    head = [one for one in root.findall(f"{SVG}text") if float(one.get("y") or 0) < 90]
    assert len(head) >= 3
    for one in head:
        assert float(one.get("x") or 0) == width - 24
        assert one.get("text-anchor") == ("start" if one.get("direction") == "rtl" else "end")
    boxes = tab.evaluate(
        """text => { document.body.insertAdjacentHTML("beforeend", text);
            return [...document.body.lastElementChild.querySelectorAll(":scope > text")].map(one => one.getBBox())
              .map(({ x, width }) => [x, x + width]); }""",
        ET.tostring(root, encoding="unicode"),
    )
    assert all(-1 <= left < right <= width + 1 for left, right in boxes)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_pdf_is_one_page_for_print(show: Open, scheme: str) -> None:
    tab = show(licensed(), hash="#set=entered&months=2024-01+2025-12", color_scheme=scheme)
    name, content = save(tab, "pdf")
    assert name.startswith("partnerships-map-entered-2024-01-to-2025-12-")
    document = pypdfium2.PdfDocument(content)
    assert len(document) == 1
    size = sorted(round(length) for length in (document[0].get_width(), document[0].get_height()))
    assert size == [595, 842]  # A4
    info = document.get_metadata_dict()
    assert info["Title"] == "Partnerships"
    assert info["Author"] == "A. Author, B. Author"
    assert "Progress: signed" in info["Subject"]
    assert "January 2024 to December 2025" in info["Subject"]
    assert LICENCE in info["Keywords"]
    assert info["CreationDate"] == info["ModDate"] == ""
    images = [one for one in document[0].get_objects() if one.type == pypdfium2.raw.FPDF_PAGEOBJ_IMAGE]
    assert len(images) == 1
    left, bottom, right, top = images[0].get_pos() if hasattr(images[0], "get_pos") else images[0].get_bounds()
    assert min(left, bottom) >= 27
    wide, tall = images[0].get_px_size() if hasattr(images[0], "get_px_size") else images[0].get_size()
    assert 299 < 72 * wide / (right - left) < 301  # dots per inch
    assert 299 < 72 * tall / (top - bottom) < 301
    bitmap = document[0].render(scale=1).to_pil().convert("RGB")
    colours = bitmap.getcolors(10**6)
    assert max(colours)[1] == (255, 255, 255)  # paper, though the screen may be dark
    assert len(colours) > 100
    assert content == save(tab, "pdf")[1]


@pytest.mark.parametrize("hash", ["#view=board", "#view=board&boardRows=paper&set=entered&language=ur"])
def test_the_board_is_a_picture_too(show: Open, hash: str) -> None:
    """Every bar of the rows in the picture is there, in the place of the bar on the screen, and so are the names."""
    tab = show(licensed(), hash=hash)
    name, content = save(tab, "svg")
    assert name.startswith("partnerships-board-")
    root = ET.fromstring(content)  # noqa: S314 - our own
    frame = root.find(f"{SVG}svg")
    assert frame is not None
    found = texts(content)
    names = tab.locator(".board-row .name").all_inner_texts()
    assert names
    assert all(word in found for name in names for word in name.split())
    bars = [float(one.get("x") or 0) for one in frame.iter(f"{SVG}rect") if one.get("rx") == "2"]
    lanes = "[...document.querySelectorAll('.board-row .bars-of .bar .solid')]"
    solid = tab.evaluate(f"{lanes}.filter(one => !one.closest('.set-ended, .set-none')).length")
    assert len(bars) >= solid > 0
    assert max(bars) < float(frame.get("width") or 0) - 20
    assert len(pypdfium2.PdfDocument(save(tab, "pdf")[1])) == 1


def test_only_a_picture_can_be_saved_as_one(show: Open) -> None:
    tab = show(hash="#view=table")
    tab.locator("#save").click()
    for kind in ("png", "svg", "pdf"):
        expect(tab.locator(f"#save-{kind}")).to_be_hidden()
    expect(tab.locator("#save-csv")).to_be_visible()
    tab.keyboard.press("Escape")
    tab.locator("#view-map").click()
    tab.locator("#save").click()
    expect(tab.locator("#save-pdf")).to_be_visible()


@pytest.mark.parametrize("narrowed", ["", "#view=table&set=entered&as-of=2025-03-01", "#node=id:acme"])
def test_csv_of_engagements_needs_no_splitting(show: Open, narrowed: str) -> None:
    view = page_views.tiny()
    tab = show(view, hash=narrowed)
    found = table(save(tab, "csv")[1])
    matters = view["engagements"]
    listed = sorted(shown(tab, "listed"))
    assert [row["engagement_iri"] for row in found] == [full(view, matters["iri"][at]) for at in listed]
    assert len(found) == rows(tab) > 0
    as_of = tab.evaluate("pcgraph.state.asOf")
    for at, row in zip(listed, found, strict=True):
        steps = [step for step in matters["steps"][at] if as_of is None or known(view, step[5], as_of)]
        dated = [step for step in steps if step[1] or step[2] is not None or step[3] is not None]
        assert row["first_step"] == (dated[0][1] if dated else "")
        assert row["last_step"] == (dated[-1][1] if dated else "")
        for name in ("first_step", "last_step"):
            days = [row[f"{name}_earliest"], row[f"{name}_latest"]]
            assert all(re.fullmatch(r"(\d{4}-\d\d-\d\d)?", day) for day in days)
            assert not all(days) or days[0] <= days[1]
        numbers = [row[name] for name in ("amount", "amount_at_least", "amount_at_most")]
        stated = matters["numbers"][at] or [None] * 6  # type: ignore[misc]
        assert [float(text) if text else None for text in numbers] == list(stated[:3])
        assert (row["currency"], row["claimed_currency"]) == (stated[3] or "", stated[5] or "")
        assert bool(row["amount_in_words"]) == bool(matters["amount"][at])
        assert bool(row["claimed_amount"]) == bool(matters["claim"][at])
        if as_of is None:
            assert int(row["voices"]) == matters["voices"][at]
            sources = matters["sources"][at]
            assert row["source_iris"].split("; ") == [full(view, view["sources"]["iri"][one]) for one in sources]
            assert row["source_addresses"].split("; ") == [view["sources"]["address"][one] for one in sources]
            for role, word in enumerate(view["words"]["role"]):
                column = re.sub("[A-Z]", lambda letter: f"_{letter[0].lower()}", word["id"].split(":")[1])
                nodes = [node for each, node, _, _ in matters["parties"][at] if each == role]
                iris = [full(view, view["nodes"]["iri"][node]) for node in nodes]
                assert row[f"{column}_iri"].split("; ") == (iris or [""])


def known(view: View, sources: list[int], day: int) -> bool:
    days = [view["sources"]["known"][one] for one in sources]
    return not sources or any(each is None or each <= day for each in days)


def test_csv_of_parties_has_a_row_for_each_role(show: Open) -> None:
    view = page_views.tiny()
    tab = show(view, hash="#set=entered")
    name, content = save(tab, "parties", "csv")
    assert name.startswith("partnerships-parties-entered-")
    words, nodes, matters = view["words"], view["nodes"], view["engagements"]
    assert [list(row.values()) for row in table(content)] == [
        [
            matters["label"][at],
            full(view, matters["iri"][at]),
            words["role"][role]["label"],
            nodes["label"][node],
            full(view, nodes["iri"][node]),
            words["country"][nodes["country"][node]]["label"] if nodes["country"][node] >= 0 else "",
            "yes" if inferred else "",
        ]
        for at in sorted(shown(tab, "listed"))
        for role, node, inferred, _ in matters["parties"][at]
    ]


def test_formulas_and_nothing_at_all_are_harmless(show: Open) -> None:
    view = page_views.tiny()
    view["engagements"]["label"] = [f'=HYPERLINK("{at}")' for at in range(len(view["engagements"]["label"]))]
    view["nodes"]["label"] = ["@SUM(1)", "-2+3", *view["nodes"]["label"][2:]]
    tab = show(view)
    for kind in ("csv", "parties"):
        content = save(tab, kind, "csv")[1]
        cells = [cell for row in table(content) for cell in row.values()]
        assert len(cells) > 50
        assert not [cell for cell in cells if re.match(r"[=+@\t]|-(?!\d)", cell)]
        assert any(cell.startswith("'=HYPERLINK") for cell in cells)
    empty = show(page.empty("Nothing"), heading="Nothing")
    assert table(save(empty, "parties", "csv")[1]) == []
    assert texts(save(empty, "svg")[1]).startswith("Nothing")


@pytest.mark.parametrize(
    ("hash", "name"),
    [
        ("", "partnerships-map-{day}.svg"),
        ("#node=id:acme&set=entered", "partnerships-map-acme-{day}.svg"),
        ("#engagement=id:crane-contract", "partnerships-map-crane-contract-{day}.svg"),
        ("#set=entered&set=realised&type=pcg:Agreement", "partnerships-map-agreement-"),
        ("#text=Deep+sea+%26+port&as-of=2025-06-01", "partnerships-map-deep-sea-port-2025-06-01.svg"),
        ("#near=2+id:acme", "partnerships-map-near-acme-{day}.svg"),
        ("#months=2024-01+2024-01&voices=2", "partnerships-map-2024-01-2-voices-{day}.svg"),
    ],
)
def test_file_names_say_what_is_in_them(show: Open, hash: str, name: str) -> None:
    view = page_views.tiny()
    tab = show(view, hash=hash)
    day = tab.evaluate("day => pcgraph.formatIsoDay(day)", view["today"])
    found, _ = save(tab, "svg")
    assert found.startswith(name.format(day=day))
    assert len(found) < 200


def test_the_address_stands_on_the_picture_of_a_page_on_the_web(browser: Browser) -> None:
    context = browser.new_context()
    context.route("http://example.org/*", lambda route: route.fulfill(body=html, content_type="text/html"))
    html = page.render(licensed(), heading="Partnerships")
    tab = context.new_page()
    tab.goto("http://example.org/map.html#set=entered")
    tab.wait_for_selector("html[data-ready]", state="attached")
    assert "http://example.org/map.html#set=entered" in texts(save(tab, "svg")[1])
    context.close()


def test_hostile_texts_stay_texts_in_every_file(show: Open) -> None:
    view = page_views.hostile()
    tab = show(view)
    tab.evaluate("pcgraph.select('node', 0)")
    root = ET.fromstring(save(tab, "svg")[1])  # noqa: S314 - our own
    assert {one.tag.removeprefix(SVG) for one in root.iter()} <= {"svg", "title", "desc", "rect", "path", "text"}
    document = pypdfium2.PdfDocument(save(tab, "pdf")[1])
    assert view["creators"] == [] or view["creators"][0] in document.get_metadata_dict()["Author"]
    assert len(table(save(tab, "csv")[1])) == rows(tab)
    assert tab.evaluate("window.broken") is None


def test_the_real_tables_have_a_row_for_each_engagement(show: Open, real: View) -> None:
    tab = show(real)
    found = table(save(tab, "csv")[1])
    assert len(found) == len(real["engagements"]["iri"]) == rows(tab)
    cells = "".join(cell for row in found for cell in row.values())
    assert not re.search(r"undefined|NaN|\[object", cells)
    sums = [row for row in found if row["amount_in_words"]]
    assert sums
    for row in sums:
        values = [row[name] for name in ("amount", "amount_at_least", "amount_at_most")]
        assert any(values)
        assert row["currency"] in row["amount_in_words"]
    assert len(table(save(tab, "parties", "csv")[1])) == sum(map(len, real["engagements"]["parties"]))


def test_with_an_answer_open_the_answer_is_saved(show: Open, real: View) -> None:
    answer = next(each for each in real["answers"] if each["id"] == "who-funds-whom")
    tab = show(real, hash="#answer=who-funds-whom&voices=2")
    name, content = save(tab, "csv")
    assert "who-funds-whom" in name
    assert "voices" not in name  # filters do not change the answer
    found = table(content)
    assert len(found) == len(answer["rows"])
    first = next(place for place, cell in enumerate(answer["rows"][0]) if isinstance(cell, dict) and "node" in cell)
    iris = [real["nodes"]["iri"][row[first]["node"]] for row in answer["rows"]]  # type: ignore[index]
    column = answer["columns"][first][0]
    assert [row[f"{column}_iri"] for row in found] == [full(real, iri) for iri in iris]
    tab.locator("#save").click()
    assert not tab.locator("#save-png, #save-parties").first.is_visible()
    tab.keyboard.press("Escape")
    tab.locator("#panel [data-key=close]").click()
    assert "engagements" in save(tab, "csv")[0]
