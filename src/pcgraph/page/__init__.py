"""The interactive map as one HTML file that opens without a network, a server or an installation.

`render` renders a `View` with pyvis and the project's own template. Data is embedded as JSON, and the page displays
values only as text. A content security policy allows the page's own scripts and style, by hash, and nothing else.
"""

from __future__ import annotations

import base64
import hashlib
import json
import re
from functools import cache
from importlib.resources import files
from itertools import product
from typing import TYPE_CHECKING, Any

from pcgraph.model import common_words
from pcgraph.page.offline_sparql import Ask
from pcgraph.page.view import json_ld, validate
from pcgraph.page.view.packed import packed
from pcgraph.page.view.schema import Engagements, Nodes, Sources, Ties, View, columns, empty
from pcgraph.viz.pyvis_network import require_pyvis
from pcgraph.viz.style import OPTIONS

if TYPE_CHECKING:
    from jinja2 import Environment

__all__ = [
    "SCRIPT",
    "STYLES",
    "WORDS",
    "Engagements",
    "Nodes",
    "Sources",
    "Ties",
    "View",
    "columns",
    "empty",
    "render",
]

SCRIPT = "page.js"  # built from the modules in app/ by `make page`
WORDS = ("zh", "ur")  # languages beside English in which the interface has words
STYLES = (
    "colours.css", "map.css", "controls.css", "search.css", "board.css", "analyse.css", "panel.css", "dossier.css",
    "life.css", "stories.css", "print.css", "paper.css", "embed.css",
)  # fmt: skip
PYVIS_COLUMNS = {"nodes": ("x", "y"), "ties": ("from", "to")}  # columns that pyvis writes


def render(view: View, *, heading: str, ask: Ask | None = None, box: str = "") -> str:
    """Return the page of a view; `box` is the document of the question box, see `pcgraph.page.question_box`.

    >>> render(empty("Nothing yet"), heading="Nothing yet").splitlines()[0]
    '<!DOCTYPE html>'
    """
    require_pyvis()
    validate.check(view)
    # Imported here, because pyvis imports IPython, which takes a second and is needed only for drawing.
    from markupsafe import Markup
    from pyvis.network import Network

    scripts, style, policy = _scripts(), _style(), ""
    words = _words(tuple(name for name in WORDS if name in view["languages"]))
    if ask:
        scripts, style, policy = (*scripts, *ask.scripts), style + ask.style, ask.policy
        words = _words(("en", *words), ("text", "ask"))
    network = Network(heading=heading, cdn_resources="in_line")
    network.templateEnv, network.path = _templates(), "map.html.j2"
    rest = packed(view)
    for table, names in PYVIS_COLUMNS.items():
        rest[table] = {name: column for name, column in rest[table].items() if name not in names}
    data = script_json(rest)
    del rest  # for memory
    network.templateEnv.globals.update(
        csp=f"default-src 'none'; script-src {hashes(*scripts)}{policy}; style-src {hashes(style)}; "
        "base-uri 'none'; form-action 'none'",
        style=Markup(style),  # noqa: S704 - files of the package, not data
        scripts=[Markup(script) for script in scripts],  # noqa: S704 - files of the packages, not data
        words=script_json(words),
        common=common_words.packed(),
        box=box,
        ask=ask,
        data=data,
        linked=script_json(json_ld.data(view)),
    )
    # Filled directly, because add_edge searches all edges on each call and drops parallel ties.
    nodes, ties = view["nodes"], view["ties"]
    network.nodes = [{"id": at, "x": x, "y": y} for at, (x, y) in enumerate(zip(nodes["x"], nodes["y"], strict=True))]
    network.edges = [
        {"id": at, "from": one, "to": other}
        for at, (one, other) in enumerate(zip(ties["from"], ties["to"], strict=True))
    ]
    network.options = dict(OPTIONS)
    html: str = network.generate_html()
    return html


def script_json(value: object) -> Any:
    """Return JSON for a script element, without any character that has a meaning in HTML."""
    from markupsafe import Markup

    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    for character in "&<>":  # one by one, so that no more than two copies of the text are held
        text = text.replace(character, f"\\u{ord(character):04x}")
    return Markup(text)  # noqa: S704 - escaped


def _templates() -> Environment:
    from jinja2 import Environment, PackageLoader, StrictUndefined

    environment = Environment(
        loader=PackageLoader("pcgraph.page", "template"), autoescape=True, undefined=StrictUndefined
    )
    environment.filters["tojson"] = script_json  # jinja2's own filter adds a space after every comma
    return environment


@cache
def _scripts() -> tuple[str, ...]:
    template = files("pcgraph.page") / "template"
    # Without this, an open developer console would request the source map.
    engine = files("pyvis") / "templates/lib/vis-9.1.2/vis-network.min.js"
    library = re.sub(r"\n//# sourceMappingURL=.*", "", engine.read_text(encoding="utf-8"))
    notices = (template / "notices.txt").read_text(encoding="utf-8")  # the licence wants them wherever the code is
    return f"/*\n{notices}*/\n{library}", (template / SCRIPT).read_text(encoding="utf-8")


@cache
def _words(languages: tuple[str, ...], areas: tuple[str, ...] = ("text",)) -> dict[str, Any]:
    """Return the words of areas of the interface in these languages; English words of ``text`` are in the script."""
    app, words = files("pcgraph.page") / "app", dict[str, Any]()
    for area, name in product(areas, languages):
        words.setdefault(name, {}).update(
            json.loads((app / area / "words" / f"{name}.json").read_text(encoding="utf-8"))
        )
    return words


@cache
def _style() -> str:
    template = files("pcgraph.page") / "template"
    styles = "\n".join((template / name).read_text(encoding="utf-8") for name in STYLES)
    return re.sub(r"/\*.*?\*/\s*", "", styles, flags=re.DOTALL)  # what explains them is for those who change them


def hashes(*texts: str) -> str:
    """Return scripts or styles as a content security policy names them."""
    digests = (hashlib.sha256(text.encode("utf-8")).digest() for text in texts)
    return " ".join(f"'sha256-{base64.b64encode(digest).decode('ascii')}'" for digest in digests)
