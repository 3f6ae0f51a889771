"""The methods of a knowledge graph about steps: who took part, what makes two parties sign, and how long it took."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pcgraph.api.options import as_names
from pcgraph.belief.snapshot import Snapshot
from pcgraph.model.arguments import checked_methods

if TYPE_CHECKING:
    from collections.abc import Iterable

    import polars as pl

    from pcgraph.analysis.relational_events import PartnerChoice
    from pcgraph.analysis.survival import Waits


@checked_methods
class Acts(Snapshot):
    """A snapshot with the methods about acts. `pcgraph.KnowledgeGraph` inherits them."""

    def acts(self) -> pl.DataFrame:
        """Return one row for each step of an engagement and each of its parties.

        The columns are: step, engagement, engagement_label, class; status, date, earliest, latest (the first and the
        last possible day); agent, agent_label, agent_class, country, side, roles; voices (how many independent voices
        state both the role and the status), inferred, alleged, unnamed, sources. See
        `pcgraph.query.statements.acts.acts`.

        >>> from pcgraph.testing import tiny
        >>> tiny().acts().filter(status="signed").select("agent_label", "latest", "voices").rows()[0]
        ('Coast Office', datetime.date(2024, 6, 3), 2)
        """
        from pcgraph.query.statements import acts

        return acts.acts(self)

    def partner_choice(self, *, draws: int = 20, controls: int = 100, seed: int = 1) -> PartnerChoice:
        """Estimate how much likelier two parties sign if they did before, share a partner, or differ in country.

        The model is a conditional logit, fitted by statsmodels. The notes of the result say what counts as an event,
        what it is compared with, and what the intervals hold; its `svg` draws them.

        Parameters
        ----------
        draws : int
            How often sources, open contradictions and vague dates are drawn; 2 or more.
        controls : int
            The number of pairs that did not sign, for each signing.
        seed : int
            The random seed; the same seed gives the same numbers.

        Returns
        -------
        pcgraph.analysis.relational_events.PartnerChoice
            Its table has one row for each term: term, meaning, ratio, low, high (95 %), signed, others (the shares of
            both for which it holds), coefficient, error, from_draws, why (if there is no estimate).

        Raises
        ------
        UsageError
            If there are fewer than 30 dated signings or too few other pairs, or statsmodels is not installed.

        >>> from pcgraph.testing import tiny
        >>> tiny().partner_choice()
        Traceback (most recent call last):
        pcgraph.errors.UsageError: partner choice: 1 dated signings in a draw; expected at least 30; use more sources
        """
        from pcgraph.analysis import relational_events

        return relational_events.partner_choice(self, draws=draws, controls=controls, seed=seed)

    def times(self, kinds: Iterable[str] | str | None = None, *, inferred: bool = False) -> Waits:
        """Measure the time from signing to each later step; see `pcgraph.analysis.survival.from_memorandum`.

        Parameters
        ----------
        kinds : str or iterable of str, optional
            Kinds of agreements, such as ``mou``. The default is memoranda; an empty list is all that was signed.
        inferred : bool
            Follow inferred statements, too, about what led to what and what covers what.

        >>> from pcgraph.testing import tiny
        >>> tiny().times().table["to"].unique(maintain_order=True).to_list()
        ['under-way', 'operational', 'completed']
        """
        from pcgraph.analysis import survival

        chosen = survival.MEMORANDA if kinds is None else as_names(kinds)
        return survival.from_memorandum(self, kinds=chosen, inferred=inferred)

    def dormancy(self, *, inferred: bool = False) -> Waits:
        """Measure the years since each engagement's last step; see `pcgraph.analysis.survival.dormancy`.

        Parameters
        ----------
        inferred : bool
            Follow inferred statements, too, about what led to what and what covers what.

        >>> from pcgraph.testing import tiny
        >>> tiny().dormancy().table.columns[:5]
        ['engagement', 'label', 'first', 'last', 'steps']
        """
        from pcgraph.analysis import survival

        return survival.dormancy(self, inferred=inferred)
