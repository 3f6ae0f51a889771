// The present view as a file: PNG, SVG and PDF.

import { colours, onPaper } from "../map/colours.js";
import { cleanForXml, createCanvasRenderer, createSvgRenderer } from "../map/renderers.js";
import { DATA } from "../model/data.js";
import { state } from "../model/state.js";
import { svg } from "../text/elements.js";
import { interfaceLanguage } from "../text/text.js";
import { download } from "./download.js";
import { fileName } from "./file_name.js";
import { createPdf, pageLayout } from "./pdf.js";
import { drawPicture, pictureTexts } from "./picture.js";

const SCREEN_SCALE = 2; // pixels of a PNG for each pixel of the screen
const PRINT_DENSITY = 300 / 72; // pixels of a PDF for each point of the page

/** Create a canvas with the picture. `scaleOf(width, height)` returns its pixels for each pixel of the screen. */
function createCanvasPicture(scaleOf, options = {}) {
  const canvas = document.createElement("canvas");
  const ctx = /** @type {CanvasRenderingContext2D} */ (canvas.getContext("2d", { alpha: false }));
  drawPicture({
    open(width, height) {
      const scale = scaleOf(width, height);
      [canvas.width, canvas.height] = [Math.round(scale * width), Math.round(scale * height)];
      ctx.scale(scale, scale);
      ctx.fillStyle = colours.paper;
      ctx.fillRect(0, 0, width, height);
      return createCanvasRenderer(ctx, colours.font);
    },
    inside(top, width, height, draw) {
      ctx.save();
      ctx.beginPath();
      ctx.rect(0, top, width, height);
      ctx.clip();
      ctx.translate(0, top);
      draw(createCanvasRenderer(ctx, colours.font));
      ctx.restore();
    },
  }, options);
  return canvas;
}

/**
 * Return the picture as an SVG element, with the options of `drawPicture`. With `bare`, it fills the width that it is given.
 * @param {{ bare?: boolean, paper?: string | null, view?: any }} options
 */
export function createSvgPicture({ bare = false, ...options } = {}) {
  const { title, ...texts } = pictureTexts();
  const root = svg("svg", { role: "img", lang: interfaceLanguage(), direction: "ltr", ...(bare ? { "aria-label": title } : {}) });
  drawPicture({
    open(width, height) {
      root.setAttribute("viewBox", `0 0 ${width} ${height}`);
      if (!bare) {
        for (const [name, length] of Object.entries({ width, height })) root.setAttribute(name, length);
        const description = Object.values(texts).flat().filter(Boolean).join("\n");
        root.append(svg("title", {}, cleanForXml(title)), svg("desc", {}, cleanForXml(description)));
      }
      root.append(svg("rect", { width, height, fill: colours.paper }));
      return createSvgRenderer(root, colours.font);
    },
    inside(top, width, height, draw) {
      const frame = svg("svg", { x: 0, y: top, width, height, viewBox: `0 0 ${width} ${height}`, overflow: "hidden" });
      root.append(frame);
      draw(createSvgRenderer(frame, colours.font));
    },
  }, { bare, ...options });
  return root;
}

/** Return the name of a file with the present view or a chart, which does not depend on what is selected. */
const pictureName = (view, suffix) => (view ? fileName(view.id, suffix, { withSelection: false }) : fileName(state.view, suffix));

/** Save the present view, or a chart, as PNG, at double resolution. @param {any} [view] */
export function savePng(view) {
  const name = pictureName(view, "png");
  createCanvasPicture(() => SCREEN_SCALE, { view }).toBlob((blob) => download(blob, name), "image/png");
}

/** Save the present view, or a chart, as SVG. @param {any} [view] */
export function saveSvg(view) {
  const picture = new XMLSerializer().serializeToString(createSvgPicture({ view }));
  download(new Blob(['<?xml version="1.0" encoding="UTF-8"?>\n', picture, "\n"], { type: "image/svg+xml" }),
    pictureName(view, "svg"));
}

/** Save the present view as a page of PDF at print resolution, in the light colours. */
export async function savePdf() {
  const name = fileName(state.view, "pdf");
  const { title, counts, story, choices, provenance } = pictureTexts();
  const canvas = onPaper(() => createCanvasPicture((width, height) => pageLayout(width, height).scale * PRINT_DENSITY));
  const { width, height } = canvas;
  const image = canvas.getContext("2d").getImageData(0, 0, width, height);
  const info = { Title: title, Author: DATA.creators.join(", "), Subject: [counts, story, choices].filter(Boolean).join(" · "),
    Keywords: provenance.join(" · ") };
  download(await createPdf(image, info, interfaceLanguage()), name);
}
