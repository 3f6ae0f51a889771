"""Uncertainty of rankings: how ranks depend on single sources, on the sample of voices, on what is open or unreported.

The package applies the rule of belief to other sets of sources (`pcgraph.belief.rule.alternatives`), and counts the
ranks.
"""

from pcgraph.analysis.uncertainty.intervals import networks, rank
from pcgraph.analysis.uncertainty.ranking import Uncertain, is_uncertain
from pcgraph.analysis.uncertainty.resample import count_unreported
from pcgraph.analysis.uncertainty.sensitivity import sensitivity

__all__ = [
    "Uncertain",
    "count_unreported",
    "is_uncertain",
    "networks",
    "rank",
    "sensitivity",
]
