"""The picture in the README is the page as it is now; ``make picture`` takes it anew."""

from __future__ import annotations

import base64
import os

from browser.desk import Open
from helpers import ROOT
from pcgraph.page import View

PICTURE = ROOT / "notebooks" / "map.png"
# Share of the pixels that differ visibly. Another Chromium draws other edges (under 0.03); another layout moves marks.
MOST = 0.06
SHARE = """async (sources) => {
  const pixels = await Promise.all(sources.map(async (source) => {
    const bytes = Uint8Array.from(atob(source), (one) => one.charCodeAt(0));
    const image = await createImageBitmap(new Blob([bytes], { type: "image/png" }));
    const canvas = new OffscreenCanvas(image.width, image.height);
    canvas.getContext("2d").drawImage(image, 0, 0);
    return canvas.getContext("2d").getImageData(0, 0, image.width, image.height);
  }));
  const [one, other] = pixels;
  if (one.width !== other.width || one.height !== other.height) return 1;
  let unlike = 0;
  for (let at = 0; at < one.data.length; at += 4) {
    if ([0, 1, 2].some((part) => Math.abs(one.data[at + part] - other.data[at + part]) > 48)) unlike += 1;
  }
  return unlike / (one.data.length / 4);
}"""


def test_the_readme_shows_the_page_as_it_is(show: Open, real: View) -> None:
    tab = show(real, heading="Partnerships and their sources")
    now = tab.screenshot()
    if os.environ.get("PCGRAPH_PICTURE"):
        PICTURE.write_bytes(now)
    told = [base64.b64encode(picture).decode() for picture in (PICTURE.read_bytes(), now)]
    assert tab.evaluate(SHARE, told) < MOST, "the page has changed: run  make picture  and look at it"
    half = show(real, heading="Partnerships and their sources", hash="#view=engagements").screenshot()
    assert tab.evaluate(SHARE, [told[0], base64.b64encode(half).decode()]) > MOST, "this check can fail"
