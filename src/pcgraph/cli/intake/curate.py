"""The command that opens the app for curators."""

from __future__ import annotations

from typing import Annotated

from pcgraph.cli.option import option
from pcgraph.cli.options import Data, Texts, own_project
from pcgraph.cli.terminal import note


def curate(
    data: Data = None,
    texts: Texts = None,
    port: Annotated[int, option("--port N", "Port; 0 picks a free one.", min=0, max=65535)] = 8010,
) -> None:
    """Add and correct sources in the browser: the text, a form, and what a change would do.

    The app answers to this machine alone, at an address with a secret. Every save is checked before it is written.
    """
    from pcgraph.web.curate import curate as run

    run(own_project(data, "curate"), texts, port=port, ready=lambda address: note(f"open {address} (Ctrl-C stops)"))
