"""The map as a widget of a notebook, which gives its selection back through anywidget."""

from __future__ import annotations

import sys
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from pcgraph.errors import missing_extra

SCRIPT = Path(__file__).parent / "template" / "notebook.js"


def is_usable() -> bool:
    """Return whether a notebook runs this process, and anywidget is installed.

    >>> is_usable()
    False
    """
    shell = getattr(sys.modules.get("IPython"), "get_ipython", lambda: None)()
    return hasattr(shell, "kernel") and find_spec("anywidget") is not None


def make_widget(html: str) -> Any:
    """Return the widget of a page. `chosen` holds the ids of what is selected on it."""
    try:
        import anywidget
        import traitlets
    except ImportError as error:
        raise missing_extra("notebook", "anywidget") from error
    members = {
        "_esm": SCRIPT.read_text(encoding="utf-8"),
        "html": traitlets.Unicode(html).tag(sync=True),
        "chosen": traitlets.List(traitlets.Unicode()).tag(sync=True),
    }
    return type("MapWidget", (anywidget.AnyWidget,), members)()


def view_of(widget: Any) -> dict[str, Any]:
    """Return what a notebook displays of a widget, without its text for people.

    >>> sorted(view_of(make_widget("<p>")))
    ['application/vnd.jupyter.widget-view+json']
    """
    return {kind: data for kind, data in widget._repr_mimebundle_()[0].items() if kind != "text/plain"}
