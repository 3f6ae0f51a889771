"""The picture in the README is of the page as it is now; ``make picture`` takes it again.

The picture carries a checksum of what the page shows. Pixels are not compared: fonts and browsers differ.
"""

from __future__ import annotations

import hashlib
import io
import os

from PIL import Image
from PIL.PngImagePlugin import PngInfo

from browser.desk import Open
from helpers import ROOT
from pcgraph.page import View

PICTURE = ROOT / "notebooks" / "map.png"
SIZE = {"width": 1440, "height": 900}
# What is drawn, in the units of the graph, and every word of the page. Nothing here is measured with a font.
SHOWN = """() => { const { NODES, colours, scene, shown } = pcgraph; return JSON.stringify([
  scene.items.map(({ key, origin, size, shape, side }) => [key, origin.map(Math.round), size.toFixed(2), shape, side]),
  scene.lines.map(({ from, to, colour, width, strength }) => [from.key, to.key, colour, width.toFixed(2), strength]),
  [...shown.nodes.keys()].filter((node) => shown.nodes[node]).map((node) => NODES.short[node]),
  colours,
  document.body.innerText.split(/\\s+/).join(" "),
]); }"""


def fingerprint(show: Open, view: View, hash: str = "") -> tuple[str, bytes]:
    """Return a checksum of what the page shows, and a picture of it."""
    tab = show(view, heading=view["title"], hash=hash, viewport=SIZE)
    shown = tab.evaluate(SHOWN)
    return hashlib.sha256(shown.encode()).hexdigest(), tab.screenshot()


def test_the_readme_shows_the_page_as_it_is(show: Open, real: View) -> None:
    now, screen = fingerprint(show, real)
    if os.environ.get("PCGRAPH_PICTURE"):
        told = PngInfo()
        told.add_text("page", now)
        Image.open(io.BytesIO(screen)).convert("RGB").save(PICTURE, pnginfo=told, optimize=True)
    with Image.open(PICTURE) as picture:
        assert picture.size == (SIZE["width"], SIZE["height"])
        assert picture.info.get("page") == now, "the page has changed: run  make picture  and look at it"
        assert len(picture.getcolors(2**24) or ()) > 1000, "the picture is blank"
    assert fingerprint(show, real, "#view=board")[0] != now, "this check can fail"
