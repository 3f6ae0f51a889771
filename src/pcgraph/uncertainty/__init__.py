"""How sure is a rank: what hangs on single sources, on which voices were heard, on what is open or unreported.

Nothing here believes anything itself: it asks the one rule about other sets of sources (`pcgraph.worlds`), and counts.
"""

from pcgraph.uncertainty.draw import missed
from pcgraph.uncertainty.intervals import networks, rank, where
from pcgraph.uncertainty.omission import sensitivity
from pcgraph.uncertainty.plan import Ground, Projection
from pcgraph.uncertainty.ranking import Uncertain, sure

__all__ = ["Ground", "Projection", "Uncertain", "missed", "networks", "rank", "sensitivity", "sure", "where"]
