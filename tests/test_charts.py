"""The charts: the same bytes every time, text of any script as text, words for screen readers, and no matplotlib."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from xml.etree import ElementTree

import polars as pl
import pytest

from pcgraph import api
from pcgraph.analysis.uncertainty import Uncertain
from pcgraph.cli import main
from pcgraph.errors import UsageError
from pcgraph.viz import charts

SVG = "{http://www.w3.org/2000/svg}"
NAMES = [
    "华为技术有限公司",
    "نیشنل ٹیلی کمیونیکیشن کارپوریشن",
    "A $5 bill and $x^2$",
    "</text><script>alert(1)</script>",
    "\x00\x1b[31m\u202egnirts\ufffe",
    "",
    "Corporation " * 30,
]


def ranks(names: list[str] = NAMES) -> pl.DataFrame:
    places = range(1, len(names) + 1)
    return pl.DataFrame(
        {"label": names, "rank": places, "low": places, "high": [9 * place for place in places], "p_top": 0.5}
    )


def curves(name: str) -> pl.DataFrame:
    rows = [
        {"to": name, "reading": reading, "days": days, "at_risk": 40 - days // 300, "reached": 0.5, "low": 0.3,
         "high": 0.7, "ended": 0.1}
        for reading in charts.LINES for days in (0, 400, 9000)
    ]  # fmt: skip
    return pl.DataFrame(rows)


def texts(drawn: str) -> list[str]:
    return [text.text or "" for text in ElementTree.fromstring(drawn).iter(f"{SVG}text")]  # noqa: S314 -- our own


def test_ranks_hold_every_name_as_text() -> None:
    shown = texts(charts.draw_ranks("A title", ranks(), 5, "a note", "About."))
    assert {"A title", "a note", "P(top 5)", "50 %", *NAMES[:4]} <= set(shown)
    assert "\\u0000\\u001b[31m\\u202egnirts�" in shown
    assert "Corporation Corporation Corporation C…" in shown


@pytest.mark.parametrize("name", NAMES)
def test_curves_hold_every_name_as_text(name: str) -> None:
    shown = texts(charts.draw_curves(f"Waits for {name}", curves(name)))
    assert {"60%", "years", "90 % interval", "longest wait", "ended before"} <= set(shown)
    assert any(text.startswith("reached: ") for text in shown)
    assert shown.count("40") == shown.count("at risk, middle") * 3 == 3  # of each line, at the start
    assert shown.count("39") == 0  # at risk at a tick are those of the next day that has a row
    assert shown.count("10") >= 3


def test_a_screen_reader_gets_title_and_description_first() -> None:
    root = ElementTree.fromstring(charts.draw_ranks("A < B", ranks(), 5, "", "About."))  # noqa: S314
    assert root.attrib["role"] == "img"
    assert [child.tag for child in root][:2] == [f"{SVG}title", f"{SVG}desc"]
    assert root[0].text == "A < B"
    assert (root[1].text or "").startswith("About. 1. 华为技术有限公司 (1 to 9); 2. ")


def test_nothing_of_the_machine_or_of_the_user_changes_the_bytes(monkeypatch: pytest.MonkeyPatch) -> None:
    import matplotlib as mpl

    first = charts.draw_ranks("A", ranks(), 5, "", ""), charts.draw_curves("A", curves("b"))
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1000000000")
    with mpl.rc_context({"font.size": 30, "lines.linewidth": 9, "axes.facecolor": "red"}):
        assert (charts.draw_ranks("A", ranks(), 5, "", ""), charts.draw_curves("A", curves("b"))) == first
    for drawn in first:
        assert not any(word in drawn for word in ("Matplotlib", "<metadata", "DOCTYPE", "*{", "<image", "<script"))


@pytest.mark.parametrize("rows", [0, 1, 3, 60])
def test_any_number_of_rows(rows: int) -> None:
    shown = texts(charts.draw_ranks("A", ranks([f"Organisation {row}" for row in range(rows)]), 5, "", ""))
    assert sum(text.startswith("Organisation") for text in shown) == rows
    assert ("no agent to rank" in shown) == (rows == 0)


@pytest.mark.slow
def test_matplotlib_is_loaded_only_to_draw_and_without_pyplot() -> None:
    code = (
        "import sys; from pcgraph import api; from pcgraph.analysis import survival, uncertainty; "
        "assert 'matplotlib' not in sys.modules; import polars as pl; from pcgraph.viz import charts; "
        "charts.draw_ranks('A', pl.DataFrame(schema=['label', 'rank', 'low', 'high', 'p_top']), 5, '', ''); "
        "assert 'matplotlib' in sys.modules; assert 'matplotlib.pyplot' not in sys.modules"
    )
    subprocess.run([sys.executable, "-c", code], check=True)


def test_without_matplotlib_a_call_that_draws_says_what_to_run(
    tiny: api.KnowledgeGraph,
    real: api.KnowledgeGraph,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setitem(sys.modules, "matplotlib", None)
    ranking, waits = tiny.rank("degree", uncertainty=5), real.dormancy()
    assert isinstance(ranking, Uncertain)
    assert waits.curves.height
    for draw in (lambda: ranking.svg, waits.svg):
        with pytest.raises(UsageError, match=r"matplotlib is not installed; .* pip install .*matplotlib") as error:
            draw()
        assert "\n" not in str(error.value)
    monkeypatch.setattr(sys, "argv", ["pcgraph", "rank", "degree", "--uncertainty", "5", "-o", "ranks.svg"])
    with pytest.raises(SystemExit) as end:
        main()
    assert end.value.code == 2
    assert "matplotlib is not installed" in capsys.readouterr().err


def test_without_matplotlib_a_notebook_shows_the_table(
    tiny: api.KnowledgeGraph, real: api.KnowledgeGraph, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "matplotlib", None)
    ranking, waits = tiny.rank("degree", uncertainty=5), real.dormancy()
    assert isinstance(ranking, Uncertain)
    for shown in (
        ranking._repr_html_(),
        waits._repr_html_(),
        replace(ranking, table=ranking.table.clear())._repr_html_(),
    ):
        assert "<table>" in shown
        assert "<svg" not in shown
    first = next(ranking.rows())
    assert all(f">{first[name]}<" in ranking._repr_html_() for name in ("label", "interval", "p"))
    assert "Seed 1." in ranking._repr_html_()
