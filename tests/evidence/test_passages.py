"""Nothing but the same words proves a passage: a thousand changed articles, and an attack on the hashes."""

from __future__ import annotations

import random
from itertools import product

import pytest

from pcgraph.model.passages import (
    CHANGED,
    LEAST_DIFFERENCE,
    MOVED,
    PROVED,
    PROVING,
    REFLOWED,
    symbols,
    word_hash,
    words,
)
from pcgraph.validation.passages import Place, Text, checksum, state

NAMES = ("Acme", "Borealis", "Lumen", "Quay Works", "Tide Bank", "Vik Institute", "Nordland Port", "Sund Rail")
DEEDS = ("signed", "discussed", "opened", "funded", "supplied", "trained", "built", "ran")
THINGS = ("harbour lights", "ferry piers", "cable stations", "crane schools", "tide gauges", "rope works")
SENTENCES = (
    "On {day} May {year} {one} and {other} {deed} {number} {thing} for ${money}.{cents} million in Vik",
    "{one} also {deed} the {thing} of {other}, which cost {money}% of its budget in {year}",
    "The minister said that {one} had {deed} {number} {thing}, and that {other} would follow by {year}",
    "According to {other}, {one}'s {thing} will not be {deed} before {year}, {number} of them at the most",
)


def sentence(rng: random.Random) -> str:
    one, other = rng.sample(NAMES, 2)
    return rng.choice(SENTENCES).format(
        one=one, other=other, deed=rng.choice(DEEDS), thing=rng.choice(THINGS), day=rng.randint(1, 28),
        year=rng.randint(2001, 2026), number=rng.randint(2, 900), money=rng.randint(1, 90), cents=rng.randint(1, 9),
    )  # fmt: skip


def article(rng: random.Random) -> list[str]:
    """Sentences that all differ."""
    return list(dict.fromkeys(sentence(rng) for _ in range(12)))


def cite(text: str, clause: str) -> Place:
    start = text.index(clause)
    counted = words(clause)
    return Place(
        f"https://example.org/a#char={start},{start + len(clause)}",
        (start, start + len(clause)),
        checksum(clause),
        len(counted),
        word_hash(counted),
        symbols(clause) or None,
    )


def by_words(place: Place) -> Place:
    """The same passage as it is known where no text was ever kept."""
    return Place("https://example.org/a#words=0", None, None, place.word_count, place.word_hash, place.symbols)


def swap_number(clause: str, rng: random.Random) -> str:
    number = rng.choice([word.word for word in words(clause) if word.word.isdigit()])
    return clause.replace(number, str(int(number) + 1), 1)


def swap_name(clause: str, rng: random.Random) -> str:
    name = next(name for name in NAMES if name in clause)
    return clause.replace(name, rng.choice([other for other in NAMES if other not in clause]))


def negate(clause: str, rng: random.Random) -> str:
    del rng
    deed = next(deed for deed in DEEDS if deed in clause)
    return clause.replace(deed, f"never {deed}", 1)


def swap_symbol(clause: str, rng: random.Random) -> str:
    """Same words, other symbols: $ becomes €, 4% becomes 4, 1.5 becomes 1,5 or 1-5."""
    signs = [sign for sign in ("$", "%", ".") if sign in symbols(clause)]
    sign = rng.choice(signs)
    if sign == ".":
        at = next(i for i, c in enumerate(clause) if c == "." and clause[i - 1].isdigit() and clause[i + 1].isdigit())
        return clause[:at] + rng.choice(",-") + clause[at + 1 :]
    return clause.replace(sign, {"$": rng.choice(["€", "£", ""]), "%": ""}[sign], 1)


def drop_word(clause: str, rng: random.Random) -> str:
    parts = clause.split()
    parts.pop(rng.randrange(1, len(parts) - 1))
    return " ".join(parts)


def order_words(clause: str, rng: random.Random) -> str:
    del rng
    one, other = [name for name in NAMES if name in clause][:2]
    return clause.replace(one, "\0").replace(other, one).replace("\0", other)


CHANGES = (swap_number, swap_name, negate, swap_symbol, drop_word, order_words)


def reflow(text: str, rng: random.Random) -> str:
    """The same article as another page sets it."""
    for old, new in (("'", "’"), (" and ", "\u00a0and "), ("harbour", "har\u00adbour"), (". ", ".\n\n"), (", ", " , ")):
        if rng.random() < 0.7:
            text = text.replace(old, new)
    text = " ".join(text.split(" ")) if rng.random() < 0.5 else text.replace(" ", "  ")
    return text.upper() if rng.random() < 0.2 else text


@pytest.mark.parametrize("seed", range(20))
def test_no_changed_words_are_proved(seed: int) -> None:
    """50 changes for each seed, 1,000 in all; the look-alike sentence stays elsewhere in the article."""
    rng = random.Random(seed)
    done = 0
    while done < 50:
        sentences = article(rng)
        clause = rng.choice(sentences)
        change = rng.choice(CHANGES)
        if change is swap_symbol and not symbols(clause):
            continue
        changed = change(clause, rng)
        if changed == clause or changed in sentences:
            continue
        place = cite(". ".join(sentences), clause)
        text = Text(". ".join(changed if each == clause else each for each in sentences))
        assert state(place, text) == (CHANGED, []), (change.__name__, clause, changed)
        assert state(by_words(place), text) == (CHANGED, []), (change.__name__, clause, changed)
        done += 1


@pytest.mark.slow
def test_words_are_found_after_reflow() -> None:
    rng, found, tried = random.Random(17), 0, 300
    for _ in range(tried):
        sentences = article(rng)
        clause = rng.choice(sentences)
        place, text = cite(". ".join(sentences), clause), Text(reflow(". ".join(sentences), rng))
        found += state(place, text)[0] in PROVING and state(by_words(place), text)[0] == PROVED
    assert found >= 0.99 * tried


def test_moved_words_are_found_where_they_are() -> None:
    text = "The firms met. On Monday Acme and Borealis signed the Quay Pact in Vik. Nothing else."
    place = cite(text, "Acme and Borealis signed the Quay Pact")
    assert state(place, Text(text)) == (PROVED, [place.span])
    assert state(place, Text("Advert. " + text)) == (MOVED, [(place.span[0] + 8, place.span[1] + 8)])
    again, where = state(place, Text(text.replace(" and ", "\n and\t")))
    assert again == REFLOWED
    assert where == [(place.span[0], place.span[1] + 1)]


@pytest.mark.parametrize(
    ("old", "new"), [("$5", "€5"), ("5.6", "5-6"), ("4%", "4"), ("-5", "5"), ("signed.", "signed?")]
)
def test_symbols_are_compared(old: str, new: str) -> None:
    """They are invisible to the hash of the words."""
    text = f"The two firms of the harbour and the port all said {old} million and signed. More."
    clause = text.partition(" More")[0]
    changed = text.replace(old, new)
    assert word_hash(words(text)) == word_hash(words(changed))
    assert state(cite(text, clause), Text(changed))[0] == CHANGED


def test_a_symbol_beside_the_words_belongs_to_them_or_not() -> None:
    text = "They pay $5 million a year for the harbour lights (and more)."
    assert (
        state(cite(text, "$5 million a year for the harbour lights"), Text(text.replace(" a ", "  a ")))[0] == REFLOWED
    )
    assert (
        state(cite(text, "5 million a year for the harbour lights"), Text(text.replace(" a ", "  a ")))[0] == REFLOWED
    )


def test_the_hashes_of_a_text_do_not_give_it_away_by_chaining() -> None:
    """An attacker knows one passage, all hashes and every word of the text, and guesses what comes before or after.

    He can try one or two words at a time: with 5,000 words three would be 10^11 hashes. Clauses that differ by at least
    `LEAST_DIFFERENCE` words give him nothing; passages that grow word by word give him the whole text.
    """
    rng = random.Random(5)
    found = words(". ".join(article(rng)))[:90]
    parsed, text = {word.word: word for word in found}, [word.word for word in found]
    vocabulary = sorted(set(text))

    def rebuilt(spans: list[tuple[int, int]]) -> int:
        hashes = {word_hash(words(" ".join(text[start:end]))) for start, end in spans}
        known = tuple(text[slice(*spans[0])])
        while True:
            guesses = (
                [*product(vocabulary), *product(vocabulary, repeat=2)] if len(known) < 40 else [*product(vocabulary)]
            )
            longer = (side for guess in guesses for side in ((*known, *guess), (*guess, *known)))
            hit = next((each for each in longer if word_hash([parsed[word] for word in each]) in hashes), None)
            if hit is None:
                return len(known)
            known = hit

    growing = [(10, 20 + step) for step in range(0, 20, 2)]
    assert rebuilt(growing) == 28, "the attack works where passages differ by two words"
    whole = [(10, 20 + step) for step in range(0, 60, LEAST_DIFFERENCE)]
    assert rebuilt(whole) == 10
