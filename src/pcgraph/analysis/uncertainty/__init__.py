"""How sure is a rank: what hangs on single sources, on which voices were heard, on what is open or unreported.

Nothing here believes anything itself: it asks the one rule about other sets of sources (`pcgraph.belief.alternatives`), and counts.
"""

from pcgraph.analysis.uncertainty.intervals import make_projection, networks, rank
from pcgraph.analysis.uncertainty.plan import Ground, Projection
from pcgraph.analysis.uncertainty.ranking import Uncertain, is_uncertain
from pcgraph.analysis.uncertainty.resample import count_unreported
from pcgraph.analysis.uncertainty.sensitivity import sensitivity

__all__ = [
    "Ground",
    "Projection",
    "Uncertain",
    "count_unreported",
    "is_uncertain",
    "make_projection",
    "networks",
    "rank",
    "sensitivity",
]
