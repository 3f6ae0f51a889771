"""The picture of growth: drawn from its figures to the byte, complete, and its labels apart."""

from __future__ import annotations

import re
from itertools import pairwise
from pathlib import Path
from xml.etree import ElementTree

import pytest

from benchmarks import growth, growth_commands
from benchmarks.growth import Figure


def test_the_picture_is_that_of_the_figures() -> None:
    drawn = growth.picture(growth.read(growth.FIGURES)).encode()
    assert growth.PICTURE.read_bytes() == drawn, "run  python tests/benchmarks/growth.py --draw"


def test_every_operation_was_measured_at_every_size() -> None:
    found = {(figure.operation, growth.many(figure.quads)) for figure in growth.read(growth.FIGURES)}
    sizes = {
        name: [size for size in growth.SIZES if size <= growth.PEER_UNTIL or "rdflib" not in name]
        for name in growth.STYLE
    }
    assert found == {(name, growth.many(size)) for name in growth.STYLE for size in sizes[name]}


def test_measures_and_draws(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Small sizes go the whole way: processes, figures, picture; a size that is measured again replaces itself."""
    monkeypatch.setattr(growth, "FIGURES", tmp_path / "growth.csv")
    monkeypatch.setattr(growth, "PICTURE", tmp_path / "growth.svg")
    growth.write(growth.FIGURES, [Figure("peak of rdflib", 2051, "GiB", 99.0, 1)])
    growth.main(["2000", "5000"])
    figures = growth.read(growth.FIGURES)
    assert [figure.operation for figure in figures[::2]] == list(growth.STYLE)
    assert len(figures) == 2 * len(growth.STYLE)
    assert {figure.quads for figure in figures} == {2051, figures[-1].quads}
    assert all(0 < figure.value < 90 for figure in figures)
    root = ElementTree.fromstring(growth.PICTURE.read_bytes())  # noqa: S314 - our own
    texts = [element.text or "" for element in root.iter("{http://www.w3.org/2000/svg}text")]
    for name in growth.STYLE:
        assert sum(text.startswith(f"{name} · ") and "slope" in text for text in texts) == 1
    before = growth.PICTURE.read_bytes()
    growth.main(["--draw"])
    assert growth.PICTURE.read_bytes() == before


@pytest.mark.parametrize(("power", "said"), [(1.0, "1.00"), (0.5, "0.50"), (0.0, "0.00"), (-0.001, "0.00")])
def test_slope_is_the_power(power: float, said: str) -> None:
    line = [Figure("ask about one thing", size, "s", 0.002 * (size / 10**5) ** power, 1) for size in growth.SIZES]
    assert growth.label("ask about one thing", line).endswith(f"slope {said}")


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        ([50.0, 10.0], [50, 10]),
        ([50.0, 52.0], [42.5, 59.5]),
        ([52.0, 50.0, 60.0, 200.0], [54, 37, 71, 200]),
        ([0.0, 1.0, 400.0], [0, 17, 300]),
        ([299.0, 400.0], [283, 300]),
    ],
)
def test_labels_keep_their_distance(wanted: list[float], found: list[float]) -> None:
    assert growth.apart(wanted, 0, 300) == pytest.approx(found)


def test_no_label_of_the_picture_lies_on_another() -> None:
    drawn = growth.PICTURE.read_text(encoding="utf-8")
    heights = sorted(float(y) for y in re.findall(rf'<text x="{growth.RIGHT + 25}" y="([\d.]+)"', drawn))
    assert len(heights) == len(growth.STYLE) - 2
    assert min(b - a for a, b in pairwise(heights)) >= growth.GAP - 0.1


def test_a_value_is_told_with_its_unit() -> None:
    assert [growth.shown(value, "s") for value in (0.0015, 0.1, 9.96, 123.0)] == ["1.5 ms", "0.1 s", "10 s", "120 s"]
    assert growth.shown(0.113, "GiB") == "0.11 GiB"


def test_the_guide_has_the_table_of_the_figures() -> None:
    costs = growth_commands.read()
    assert {cost.command for cost in costs} == growth_commands.COMMANDS.keys()
    table = growth_commands.BEGIN + growth_commands.table(costs) + growth_commands.END
    assert table in growth_commands.GUIDE.read_text(encoding="utf-8")
