"""Run the command line with ``python -m pcgraph``."""

from pcgraph.cli import main

main()
