"""A relational event model: what makes two parties sign, compared with pairs that did not sign on the same day."""

from __future__ import annotations

import math
import warnings
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from importlib.util import find_spec
from itertools import groupby
from random import Random
from typing import Any, NamedTuple

import numpy as np
import polars as pl

from pcgraph.analysis.annotated_table import Study
from pcgraph.analysis.network import draw, make_spec
from pcgraph.analysis.uncertainty import resample
from pcgraph.analysis.uncertainty.plan import Key, Part, fill, outline
from pcgraph.belief.rule import alternatives
from pcgraph.belief.snapshot import Snapshot
from pcgraph.errors import UsageError, missing_extra
from pcgraph.query.statements.acts import acts
from pcgraph.viz import charts

Pair = tuple[int, int]
Floats = np.ndarray[Any, np.dtype[np.float64]]
TERMS = {  # name → what it says of a pair on the day before a signing
    "former": "signed together before",
    "recent": "… and within the last two years",
    "common": "both signed with a third party",
    "countries": "are from different countries",
    "activity": "one signed twice as often before",
}
RELATION = "signsWith"
RECENT = 730  # days
ENOUGH = 30  # signings in a draw; with fewer, single signings would decide
WIDE = 10.0  # a standard error above it: only signings have the term, or only the others, so no ratio can be estimated
DIGITS = 4
LEVEL = 0.975  # of a 95 % interval
COLUMNS: dict[str, type[pl.DataType]] = {
    "term": pl.String, "meaning": pl.String,
    **dict.fromkeys(("ratio", "low", "high", "signed", "others", "coefficient", "error", "from_draws"), pl.Float64),
    "why": pl.String,
}  # fmt: skip
ASSUMED = (
    "an event is a signing: of an engagement that a source plainly states as signed, and whose parties signsWith ties; "
    "talks, plans and work are none, and two parties on one side of a paper are no pair",
    "each signing is compared with pairs drawn at random from all parties that sign anything at any time, without "
    "those that sign with each other on that day; an agreement of several parties counts once, by one pair at random",
    "signed, others: the share of the pairs that signed, and of the others, of which the term holds (activity: its "
    "mean); only earlier days count as before",
    "ratio: how many times as likely a signing is, other terms being equal; low and high: 95 % interval by Rubin's "
    "rules, of the signings' own variation and that between the draws (from_draws: the part of the variance)",
)


@dataclass(frozen=True)
class PartnerChoice(Study):
    """The estimated ratios of a relational event model.

    >>> import polars as pl
    >>> row = {"meaning": ["signed together before"], "ratio": [4.0], "low": [2.0], "high": [8.0]}
    >>> "<desc>Why. signed together before: 4 (2 to 8)</desc>" in PartnerChoice("Why?", pl.DataFrame(row)).svg()
    True
    """

    def svg(self) -> str:
        """Return a picture of the ratios with their intervals, for print; needs matplotlib.

        Raises
        ------
        UsageError
            If matplotlib is not installed.

        >>> PartnerChoice("Why?", pl.DataFrame(schema=COLUMNS)).svg()[:4]
        '<svg'
        """
        return charts.draw_ratios(self.title, self.table.drop_nulls("ratio"))

    def sentences(self) -> list[str]:
        """Return what the table says, one sentence for each term.

        >>> row = {"meaning": "near", "ratio": 4.0, "low": 2.0, "high": 8.0, "why": ""}
        >>> PartnerChoice("Why?", pl.DataFrame([row])).sentences()
        ['near: 4 times as likely (2 to 8)']
        """
        found = []
        for row in self.table.iter_rows(named=True):
            said = row["why"] or "{ratio:.2g} times as likely ({low:.2g} to {high:.2g})".format(**row)
            open_ = not row["why"] and row["low"] <= 1 <= row["high"]
            found.append(f"{row['meaning']}: {said}{', so it may be either' if open_ else ''}")
        return found


class Signing(NamedTuple):
    """A signing: the occasion, the days between which it lies (ordinals), and its pairs, each sorted."""

    occasion: int
    first: int
    last: int
    pairs: tuple[Pair, ...]


def partner_choice(snapshot: Snapshot, *, draws: int = 20, controls: int = 100, seed: int = 1) -> PartnerChoice:
    """Fit a conditional logit to signings and sampled pairs that did not sign, over draws of what is uncertain."""
    for name, number, least in (("draws", draws, 2), ("controls", controls, 1)):
        if not isinstance(number, int) or isinstance(number, bool) or number < least:
            raise UsageError(f"{name} {number!r}: expected a whole number of at least {least}; leave it out")
    drawn, open_, countries = _draw(snapshot, draws, seed)
    sizes = [len(signings) for signings in drawn]
    if min(sizes) < ENOUGH:
        raise UsageError(
            f"partner choice: {min(sizes)} dated signings in a draw; expected at least {ENOUGH}; use more sources"
        )
    notes = (
        *ASSUMED,
        f"{draws} draws of {min(sizes)} to {max(sizes)} signings, each against {controls} others; a draw samples the "
        "voices (what none of them reports keeps all its sources), decides open contradictions, and draws a day within "
        "each vague date; agreements that are known only by number are not invented",
        f"left out of all draws: up to {max(open_)} signings whose date is missing or open to the past",
        f"seed {seed}",
    )
    table = estimate(drawn, countries, controls=controls, seed=seed)
    return PartnerChoice("What makes it more likely that two parties sign?", table, notes)


def event_tables(snapshot: Snapshot) -> tuple[dict[str, pl.DataFrame], int]:
    """Return the acts and the pairs that signed, each at the middle of its days, and how many acts are left out.

    >>> from pcgraph.testing import tiny
    >>> {name: frame.columns[:5] for name, frame in event_tables(tiny())[0].items()}
    {'acts': ['event', 'time', 'type', 'weight', 'actor'], 'dyads': ['time', 'actor1', 'actor2', 'type', 'weight']}
    """
    found = acts(snapshot)
    half = pl.duration(days=(pl.col("latest") - pl.col("earliest")).dt.total_days() // 2)
    dated = found.drop_nulls(["earliest", "latest"]).with_columns(time=pl.col("earliest") + half, weight=1)
    dated = dated.rename({"step": "event", "status": "type", "agent": "actor"}).sort("time", "event", "actor")
    ties = draw(snapshot, make_spec(RELATION)).edges(data="engagement")
    pairs = pl.DataFrame(
        [(*sorted(ends), engagement) for *ends, engagement in ties],
        schema=dict.fromkeys(("actor1", "actor2", "engagement"), pl.String),
        orient="row",
    )
    signed = dated.filter(~pl.col("inferred"), type="signed").select("engagement", "time", "type", "weight", "event")
    first = ["time", "actor1", "actor2", "type", "weight", "event"]
    dyads = pairs.join(signed.unique(), on="engagement").select(first).unique().sort(first)
    columns = dict.fromkeys(("event", "time", "type", "weight", "actor", *dated.columns))
    return {"acts": dated.select(*columns), "dyads": dyads}, found.height - dated.height


def _draw(snapshot: Snapshot, draws: int, seed: int) -> tuple[list[list[Signing]], list[int], dict[int, str | None]]:
    """Return the signings of each draw, how many have no first day, and the country of each agent."""
    evidence = alternatives.fold_identities(snapshot.evidence)
    plan = outline(snapshot, evidence, make_spec(RELATION))
    chosen: list[dict[int, Key]] = []
    for number in range(draws):
        rng = resample.random_generator(seed, number)
        # A signing that no sampled voice reports stays: that it may be missing is in its own variation already.
        every = (*resample.keys(plan, "disputed", rng), *resample.keys(plan, "all", rng))
        chosen.append({key[0]: key for key in every})
    fill(plan, snapshot, evidence, {key for keys in chosen for key in keys.values()})
    found = [[_signing(key[0], plan.parts[key]) for key in keys.values() if plan.parts[key].ties] for keys in chosen]
    countries = {at: snapshot.entities[iri].country for at, iri in enumerate(plan.nodes) if iri in snapshot.entities}
    dated = [[signing for signing in signings if signing] for signings in found]
    return dated, [len(all_) - len(kept) for all_, kept in zip(found, dated, strict=True)], countries


def _signing(engagement: int, part: Part) -> Signing | None:
    """Return when and between whom an engagement was signed; those of one event and one date are of one day."""
    if not part.days:
        return None
    pairs = {(min(tie[:2]), max(tie[:2])) for tie in part.ties}
    return Signing(part.during[0] if part.during else engagement, *part.days[0], tuple(sorted(pairs)))


def estimate(
    drawn: Iterable[Sequence[Signing]], countries: Mapping[int, str | None], *, controls: int, seed: int = 1
) -> pl.DataFrame:
    """Fit each draw and pool by Rubin's rules; one row for each of `TERMS`."""
    pairs = [
        compare(signings, countries, controls, Random(f"{seed}/pairs/{number}"))
        for number, signings in enumerate(drawn)
    ]
    sides = [(each[:, 0], each[:, 1:].reshape(-1, len(TERMS))) for each in pairs]
    alike = np.sum([[np.ptp(side, axis=0) == 0 for side in both] for both in sides], axis=1).astype(bool).sum(axis=0)
    shares = np.mean([[side.mean(axis=0) for side in both] for both in sides], axis=0)
    fits, start = list[tuple[Floats, Floats]](), np.zeros(len(TERMS))
    for each in pairs:
        fits.append(fit(each, start, alike == 0))
        start = np.where(fits[-1][1] < WIDE, fits[-1][0], 0.0)
    rows = list[tuple[object, ...]]()
    for at, (name, meaning) in enumerate(TERMS.items()):
        head, (signed, others) = (name, meaning), map(float, shares[:, at])
        values, errors = (np.array([one[side][at] for one in fits]) for side in (0, 1))
        why = f"in {alike[at]} of {len(pairs)} draws, all pairs that signed, or all others, are alike in it"
        if not alike[at] and (unclear := int(np.sum(errors >= WIDE))):
            why = f"in {unclear} of {len(pairs)} draws there is no estimate; more controls may give one"
        elif not alike[at]:
            middle, error, wide, part = pool(values, errors)
            ends = (math.exp(middle + sign * wide) for sign in (0, -1, 1))
            rows.append((*head, *ends, signed, others, middle, error, part, ""))
            continue
        rows.append((*head, None, None, None, signed, others, None, None, None, why))
    table = pl.DataFrame(rows, schema=COLUMNS, orient="row")
    return table.with_columns(pl.col(pl.Float64).round_sig_figs(DIGITS))  # what an iteration gives on any machine


def pool(values: Any, errors: Any) -> tuple[float, float, float, float]:
    """Pool estimates of several draws by Rubin's rules (1987): estimate, error, half width, part between the draws.

    >>> [round(number, 3) for number in pool(np.array([1.0, 2.0, 3.0]), np.array([1.0, 1.0, 1.0]))]
    [2.0, 1.528, 3.719, 0.571]
    """
    from scipy.special import stdtrit

    within, between = float(np.mean(errors**2)), (1 + 1 / len(values)) * float(np.var(values, ddof=1))
    total = within + between
    freedom = (len(values) - 1) * (total / between) ** 2 if between else math.inf
    error = math.sqrt(total)
    return float(np.mean(values)), error, float(stdtrit(min(freedom, 1e6), LEVEL)) * error, between / total


def compare(signings: Sequence[Signing], countries: Mapping[int, str | None], controls: int, rng: Random) -> Floats:
    """Return the terms of each pair that signs and of its controls: signings × (1 + controls) × terms."""
    agents = sorted({agent for signing in signings for pair in signing.pairs for agent in pair})
    history = _History()
    rows = []
    for day, together in _by_day(signings, rng):
        signed = {pair for signing in together for pair in signing.pairs}
        most = len(agents) * (len(agents) - 1) // 2 - len(signed)
        if most < controls:
            raise UsageError(f"controls {controls}: only {most} other pairs on one day; expected no more; use {most}")
        for signing in together:
            chosen = [rng.choice(signing.pairs)]
            taken = set(signed)
            while len(chosen) <= controls:
                one, other = rng.sample(agents, 2)
                pair = (min(one, other), max(one, other))
                if pair not in taken:
                    taken.add(pair)
                    chosen.append(pair)
            rows.append([history.terms(pair, day, countries) for pair in chosen])
        for signing in together:
            history.add(day, signing.pairs)
    return np.array(rows, float)


def _by_day(signings: Sequence[Signing], rng: Random) -> Iterator[tuple[int, list[Signing]]]:
    """Draw a day for each signing, and yield the days in order with their signings."""
    places: dict[tuple[int, int, int], int] = {}
    for signing in signings:
        places.setdefault(signing[:3], rng.randint(signing.first, signing.last))
    ordered = sorted(signings, key=lambda signing: (places[signing[:3]], signing))
    for day, group in groupby(ordered, key=lambda signing: places[signing[:3]]):
        yield day, [*group]


class _History:
    """Who signed with whom, how often and when, up to a day."""

    def __init__(self) -> None:
        self.last: dict[Pair, int] = {}
        self.partners: dict[int, set[int]] = defaultdict(set)
        self.times: Counter[int] = Counter()

    def add(self, day: int, pairs: Iterable[Pair]) -> None:
        """Add a signing."""
        self.times.update({agent for pair in pairs for agent in pair})
        for one, other in pairs:
            self.last[one, other] = day
            self.partners[one].add(other)
            self.partners[other].add(one)

    def terms(self, pair: Pair, day: int, countries: Mapping[int, str | None]) -> tuple[float, ...]:
        """Return the values of `TERMS` for a pair."""
        one, other = pair
        before = self.last.get(pair)
        here, there = countries.get(one), countries.get(other)
        return (
            before is not None,
            before is not None and day - before <= RECENT,
            not self.partners[one].isdisjoint(self.partners[other]),
            bool(here and there and here != there),
            math.log2((1 + self.times[one]) * (1 + self.times[other])),
        )


def fit(pairs: Floats, start: Floats, used: np.ndarray[Any, np.dtype[np.bool]]) -> tuple[Floats, Floats]:
    """Return the coefficients and standard errors of statsmodels' conditional logit; infinite errors if it has none.

    Controls of one signing with the same terms are one row, whose offset is the logarithm of their number. The
    likelihood is the same, and takes a fraction of the time.
    """
    if find_spec("statsmodels") is None:
        raise missing_extra("notebook", "statsmodels")
    from statsmodels.discrete.conditional_models import ConditionalLogit

    blocks, signs, offsets, groups = list[Floats](), list[float](), list[float](), list[int]()
    for group, (case, *others) in enumerate(pairs):
        distinct, counts = np.unique(others, axis=0, return_counts=True)
        blocks += [case[None], distinct]
        signs += [1.0, *[0.0] * len(counts)]
        offsets += [0.0, *np.log(counts)]
        groups += [group] * (1 + len(counts))
    rows = np.concatenate(blocks)[:, used]
    coefficients, errors = np.zeros(len(used)), np.full(len(used), np.inf)
    model = ConditionalLogit(np.array(signs), rows, groups=np.array(groups), offset=np.array(offsets))
    with warnings.catch_warnings(), suppress(ValueError):  # ValueError: there is no finite estimate
        warnings.simplefilter("ignore")
        near = model.fit(start_params=start[used], method="ncg", disp=False, skip_hessian=True).params
        found = model.fit(start_params=near, method="newton", disp=False)  # which ends alike on any machine
        coefficients[used], errors[used] = found.params, np.nan_to_num(found.bse, nan=np.inf)
    return coefficients, errors
