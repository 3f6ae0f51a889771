// The named colours of the style sheet, as values that every renderer understands.

import { el } from "../text/elements.js";
import { TONES } from "../text/shapes.js";

export let colours = {};

/** Read the colours from an element, so that system colours become RGB values, which every renderer understands. */
export function readColours() {
  const probe = document.body.appendChild(el("span"));
  const get = (name) => {
    probe.style.color = `var(--${name})`;
    return getComputedStyle(probe).color;
  };
  colours = { font: getComputedStyle(document.body).fontFamily };
  for (const name of ["paper", "card", "well", "ink", "soft", "hair", "accent"]) colours[name] = get(name);
  for (let tone = 0; tone <= TONES; tone += 1) colours[`tone-${tone}`] = get(`tone-${tone}`);
  for (let side = 0; side < 4; side += 1) colours[`side-${side}`] = get(`side-${side}`);
  probe.remove();
}

/** Run an action with the light colours of paper, and return what it returns. */
export function onPaper(action) {
  document.documentElement.classList.add("on-paper");
  readColours();
  try {
    return action();
  } finally {
    document.documentElement.classList.remove("on-paper");
    readColours();
  }
}
