"""A column of quotes: the words of a source become a hash and a place, and are never written."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from helpers import pcgraph as run
from pcgraph.errors import InvalidInput
from pcgraph.intake import spreadsheets
from pcgraph.model.passages import word_hash, words
from tables import GOOD, csv_text

pytestmark = pytest.mark.slow

SLUG = "tide-example-crane-lease"
TEXT = "On Monday,\r\nAcme and Borealis signed “a lease” for $5 million. Acme paid. Acme paid."
QUOTE = 'Acme and Borealis signed "a lease" for $5 million'


@pytest.fixture(autouse=True)
def here(data: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Work beside a copy of the tiny data folder, with the text of the source of `GOOD`."""
    monkeypatch.chdir(data.parent)
    Path("texts").mkdir()
    Path(f"texts/{SLUG}.txt").write_bytes(TEXT.encode())
    Path("pcgraph.toml").write_text('data = "data"\ntexts = "texts"\n', encoding="utf-8")
    return data.parent


def prepared(quote: str, passage: str | None = None) -> spreadsheets.Import:
    row = {**GOOD, "quote": quote} | ({} if passage is None else {"passage": passage})
    columns = [name for name in row if name != "passage" or passage is not None]
    Path("deals.csv").write_text(csv_text(row, columns=columns), encoding="utf-8")
    return spreadsheets.prepare(Path("deals.csv"), "template", data=Path("pcgraph.toml"))


def written(made: spreadsheets.Import) -> str:
    return made.files[f"sources/{SLUG}.ttl"].decode()


def test_a_quote_of_a_text_at_hand_has_its_place_and_is_proved() -> None:
    made = prepared(QUOTE)
    start, end = TEXT.index("Acme"), TEXT.index(" million") + len(" million")
    assert f"#char={start},{end}> a pcg:Passage ;" in written(made)
    assert "pcg:sha256 " in written(made)
    assert "pcg:locator" not in written(made)
    assert made.cells["used"] == len(GOOD)  # the quote in place of the passage
    spreadsheets.write(made)
    assert SLUG not in run("check", "--data", "data", "--texts", "texts", cwd=Path.cwd()).stdout
    Path(f"texts/{SLUG}.txt").write_bytes(TEXT.replace("signed", "refused").encode())
    assert SLUG in run("check", "--data", "data", "--texts", "texts", cwd=Path.cwd()).stdout


def test_a_quote_of_a_text_that_is_not_at_hand_has_its_hash_and_is_not_written() -> None:
    Path(f"texts/{SLUG}.txt").unlink()
    for passage, locator in ((None, "quote"), ("para 3", "para 3")):
        text = written(prepared(QUOTE, passage))
        digest = word_hash(words(QUOTE))
        assert f"#words={digest[:12]}> a pcg:Passage ;" in text
        assert f'pcg:wordHash "{digest}"' in text
        assert re.findall('pcg:locator "(.*?)"', text) == [locator]
        assert "signed for" not in text
        assert "a lease" not in text.replace("A lease of cranes", "")


@pytest.mark.parametrize(
    ("quote", "what"),
    [
        ("Acme and Borealis refused", "is not in the text"),
        ("Acme paid", "its words occur 2 times"),
        ("…", "has no words"),
    ],
)
def test_a_quote_that_proves_nothing_is_an_error(quote: str, what: str) -> None:
    with pytest.raises(InvalidInput, match=f"column quote: [a-z-]+: {what}"):
        prepared(quote)


def test_a_row_needs_a_quote_or_a_passage() -> None:
    assert "para=3> a pcg:Passage" in written(prepared("", "para 3"))
    with pytest.raises(InvalidInput, match="column passage: missing-value"):
        prepared("", "")
    with pytest.raises(InvalidInput, match="column quote: missing-value"):
        prepared("")
