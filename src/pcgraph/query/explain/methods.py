"""Says how a graph was made, in sentences: what was read, what is dated, what is a reading, what was proved."""

from __future__ import annotations

from collections import Counter

from pcgraph.belief.snapshot import Snapshot
from pcgraph.model.entities import sources as read_cards
from pcgraph.model.namespaces import PCG, TYPE, local
from pcgraph.model.passages import HASH_NOT_CHECKED, ON_PAGE, POINTER_ONLY, PROVING, page_in_words
from pcgraph.model.quads import current, pairs
from pcgraph.model.text import counted

RULE = "where sources disagree, the better source is believed: stated before inferred before alleged, tier, date"


def methods(snapshot: Snapshot) -> list[str]:
    """Return one sentence for each thing that a reader of rankings and counts should know.

    >>> from pcgraph.testing import tiny
    >>> methods(tiny())[0]
    '2 sources are 2 independent voices; sources that repeat one text count once'
    """
    store, tables = snapshot.store, snapshot.tables
    cards = list(read_cards(store).values())
    voices = tables.sources["voice"].n_unique()
    found = [
        f"{counted(len(cards), 'source')} {_are(len(cards))} {counted(voices, 'independent voice')}; "
        "sources that repeat one text count once"
    ]
    extent = Counter(local(value) for _, value in pairs(store, PCG + "readTo"))
    unknown = len(cards) - sum(extent.values())
    if extent:
        rest = f"; not recorded: {unknown}" if unknown else ""
        found.append(f"read whole: {extent['whole']}; read only to the opening: {extent['opening']}{rest}")
    undated = sum(not card.date for card in cards)
    if undated:
        found.append(f"without a date: {undated}; these count from the day on which they were first seen")
    states = Counter(local(value) for _, value in pairs(store, PCG + "passageState"))
    proved, rest_ = sum(states[state] for state in PROVING), states[POINTER_ONLY]
    found.append(
        f"a machine found the words of {counted(proved, 'passage')} in their source; {states[HASH_NOT_CHECKED]} have a "
        f"hash that was not checked yet, {rest_} only name a paragraph or a record"
    )
    pages = Counter(page_in_words(local(value)) for _, value in pairs(store, PCG + "pageState"))
    if read := sum(pages.values()):
        looked = f"{counted(read, 'passage')} {'was' if read == 1 else 'were'} looked for again on the page"
        found.append(f"{looked}; {pages[ON_PAGE]} {_are(pages[ON_PAGE])} {ON_PAGE}")
    roles, steps = tables.parties, tables.steps
    found.append(
        f"{roles['inferred'].sum()} of {counted(roles.height, 'role')} and {steps['inferred'].sum()} of "
        f"{counted(steps.height, 'step')} are readings of ours; a reading makes no tie"
    )
    searches = sum(1 for _ in current(store, None, TYPE, PCG + "Search"))
    if searches:
        found.append(f"{counted(searches, 'search', 'searches')} for newer documents {_are(searches)} recorded")
    found.append(RULE)
    return found


def _are(number: int) -> str:
    return "is" if number == 1 else "are"
