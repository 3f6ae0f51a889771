"""The articles of the drafting benchmark and their gold: every value is proved by the words that it quotes."""

from __future__ import annotations

import datetime
import json
import re
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
import yaml

from helpers import pcgraph
from pcgraph.belief.loading import compute
from pcgraph.belief.materialise import declarations, read
from pcgraph.intake.drafting.score.draft_files import DATES, NUMBERS, Terms, read_folder
from pcgraph.intake.drafting.score.figures import score
from pcgraph.model.entities import Entity
from pcgraph.model.namespaces import local
from pcgraph.store.files import home

HERE = Path(__file__).parent
ARTICLES = HERE / "articles"
INDEX = yaml.safe_load((HERE / "articles.yml").read_text("utf-8"))
NAMES = [each["name"] for each in INDEX]
INPUTS = read(HERE / "project", home("ontology"))
TERMS = Terms(declarations(INPUTS))
ENTITIES = {local(iri): each for iri, each in compute(INPUTS).entities.items()}
MONTHS = "january february march april may june july august september october november december".split()  # noqa: SIM905
DAYS = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
RELATIVE = (
    "today",
    "this evening",
    "yesterday",
    "the same day",
    "the second day",
    "last week",
    "last month",
    "next year",
    "next tuesday",
)
SIGNS = {"$": "USD", "US$": "USD", "dollars": "USD", "€": "EUR", "euros": "EUR"}
KINDS = {"mou": "memorandum", "agreement": "agreement|accord", "contract": "contract", "letter-of-intent": "letter"}


def text_of(name: str) -> str:
    return (ARTICLES / f"{name}.txt").read_bytes().decode("utf-8")


def values_of(name: str) -> list[tuple[str, dict[str, Any]]]:
    gold = json.loads((ARTICLES / f"{name}.json").read_text("utf-8"))
    return [(field, value) for each in gold for field, values in each["fields"].items() for value in values]


def names_it(quote: str, slug: str) -> bool:
    """Return whether a quote names a thing: by its longest name in the quote, its initials, or a word of its name."""
    words = quote.casefold().split()
    begun = {
        name: each for each, thing in ENTITIES.items() for name in names_of(thing) if words[: len(name)] == list(name)
    }
    if begun:
        return begun[max(begun, key=len)] == slug
    short = (quote.casefold(), re.sub("[a-z]", "", quote).casefold())
    return any(
        (words[0] in ("the", "our") and words[-1] in name)
        or (" " not in quote and "".join(word[0] for word in name).startswith(short))
        for name in names_of(ENTITIES[slug])
    )


def names_of(thing: Entity) -> list[tuple[str, ...]]:
    return [tuple(name.casefold().split()) for name in (thing.label, *thing.aliases)]


def number_in(quote: str) -> float:
    digits = re.search(r"\d[\d,.]*", quote)
    if digits is None:
        return {"ten": 10.0}[quote]
    return float(digits[0].replace(",", "")) * (1_000_000 if "million" in quote else 1)


def date_fits(quote: str, value: str, published: str) -> bool:
    """Return whether the words of a date lead to its value, if they count from the day of publication."""
    said = " ".join(quote.casefold().split())
    day = datetime.date.fromisoformat(published)
    if said in RELATIVE:
        near = datetime.date.fromisoformat(
            re.findall(r"\d{4}-\d\d-\d\d", f"{value}-01-01" if len(value) == 4 else f"{value}-01")[0]
        )
        return abs((near - day).days) < 110
    if weekdays := [DAYS.index(each) for each in re.findall("|".join(DAYS), said)]:
        return [datetime.date.fromisoformat(each).weekday() for each in value.split("/")] == weekdays
    parts = re.findall(r"\d+", said) + [f"{MONTHS.index(each) + 1:02}" for each in MONTHS if each in said]
    return all(part.zfill(2) in re.split("[-/]", value) for part in parts) and bool(parts)


def proves(field: str, value: dict[str, Any], quote: str, published: str) -> bool:
    """Return whether a quote plausibly proves a value."""
    said = value["value"]
    if said == "unnamed":
        return quote.startswith(("a ", "an "))
    if said is None:
        return quote == value["name"]
    if field in TERMS.roles or field == "place":
        return names_it(quote, said)
    if field in DATES:
        return date_fits(quote, said, published)
    if field in NUMBERS:
        return number_in(quote) == said
    if field in ("currency", "claimedCurrency"):
        return SIGNS[quote] == said
    if field == "kind":
        return re.search(KINDS[said], quote) is not None
    return field in ("status", "quantityOf") and re.fullmatch(r"[A-Za-z][a-zA-Z ]+", quote) is not None


@pytest.mark.parametrize("article", INDEX, ids=NAMES)
def test_the_words_at_the_offsets_prove_each_value(article: dict[str, str]) -> None:
    text = text_of(article["name"])
    for field, value in values_of(article["name"]):
        quote = text[value["start"] : value["end"]]
        assert quote == quote.strip(), (field, value, quote)
        assert quote, (field, value)
        assert proves(field, value, quote, article["date"]), (field, value, quote)


@pytest.mark.parametrize("name", NAMES)
def test_qualifiers_stand_before_their_number(name: str) -> None:
    words = {"about": "about|some|nearly|around", "at least": "at least|more than|over", "at most": "up to|at most"}
    text = text_of(name)
    for field, value in values_of(name):
        before = " ".join(text[max(0, value["start"] - 14) : value["start"]].casefold().split())
        before = re.sub(r"\bhand(?:s|ed) over$", "", before)  # no qualifier
        said = [meaning for meaning, each in words.items() if re.search(rf"\b(?:{each})$", before)]
        if field in ("amount", "quantity", "claimedAmount"):
            assert said == ([value["qualifier"]] if "qualifier" in value else []), (field, value, before)


def test_the_articles_are_those_of_the_index() -> None:
    assert len(INDEX) == 18
    for suffix in ("txt", "json"):
        assert sorted(path.stem for path in ARTICLES.glob(f"*.{suffix}")) == sorted(NAMES)
    for name in NAMES:
        assert 150 <= len(text_of(name).split()) <= 450, name


def test_the_articles_have_the_characters_that_break_offsets() -> None:
    texts = {name: text_of(name) for name in NAMES}
    assert [name for name, text in texts.items() if "\r\n" in text] == ["business-briefs"]
    assert not re.search(r"(?<!\r)\n", texts["business-briefs"])
    for sign in ("🌾", "\u200d", "\u00a0", "“", "’"):
        assert sign in texts["seed-laboratory"]


def test_the_gold_is_a_draft_and_agrees_with_itself() -> None:
    gold = read_folder(ARTICLES, TERMS)
    found = score(gold, gold, TERMS)
    assert found.engagements.right == found.engagements.drafted == found.engagements.gold >= 70
    assert not found.overclaims
    assert all(each.f1 == 1 for each in found.all.values())


def test_no_engagement_is_twice_in_the_gold() -> None:
    for name in NAMES:
        gold = json.loads((ARTICLES / f"{name}.json").read_text("utf-8"))
        seen = sorted(json.dumps(each, sort_keys=True) for each in gold)
        assert all(one != other for one, other in pairwise(seen)), name


def test_the_register_passes_the_check() -> None:
    done = pcgraph("check", "--data", str(HERE / "project"))
    assert (done.returncode, done.stdout, done.stderr.strip()) == (0, "", "0 findings in 1 source")


UNSEEN = {
    "unseen": (56, 75),
    "unseen-second": (51, 45),
    "unseen-third": (90, 90),
    "unseen-fourth": (103, 96),
    "unseen-fifth": (63, 64),
}


@pytest.mark.parametrize(
    ("path", "engagements"),
    [(f"{each}/{name}", n) for each, both in UNSEEN.items() for name, n in zip(("usual", "hard"), both, strict=True)],
)
def test_gold_of_the_articles_that_were_not_seen_is_whole(path: str, engagements: int) -> None:
    folder = HERE / path
    index = yaml.safe_load(folder.with_suffix(".yml").read_text("utf-8"))
    gold = read_folder(folder, TERMS)
    assert {path.stem for path in folder.glob("*.txt")} == {each["name"] for each in index} == {*gold}
    assert sum(map(len, gold.values())) == engagements
    found = score(gold, gold, TERMS)
    assert (found.engagements.right, found.overclaims) == (engagements, ())
    for article, drafted in json_of(folder).items():
        names = [value["name"] for values in drafted for value in values if value.get("value") is None]
        assert all(each in (folder / f"{article}.txt").read_text("utf-8") for each in names)


def json_of(folder: Path) -> dict[str, list[list[dict[str, Any]]]]:
    """Return article → the values of each field of its gold."""
    return {
        path.stem: [values for each in json.loads(path.read_text("utf-8")) for values in each["fields"].values()]
        for path in sorted(folder.glob("*.json"))
    }
