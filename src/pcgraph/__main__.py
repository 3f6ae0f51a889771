"""``python -m pcgraph``."""

from pcgraph.cli import main

main()
