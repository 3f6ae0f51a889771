// The marks of the map: organisations, and stacks of engagements.

import { ENGAGEMENTS } from "../model/data.js";
import { state } from "../model/state.js";
import { inferred, proved } from "../model/terms.js";
import { SHAPES, SIDE_STYLES, setStrength, typeIcon } from "../text/shapes.js";
import { formatNumber } from "../text/text.js";
import { colours } from "./colours.js";
import { FADED, frontRank } from "./scene.js";

export const CARD_PATH = "M-.86,-1H.86Q1.14,-1 1.14,-.72V.72Q1.14,1 .86,1H-.86Q-1.14,1 -1.14,.72V-.72Q-1.14,-1 -.86,-1Z";
const QUESTION_MARK_PATH = "M-.34,-.3Q-.34,-.62 0,-.62T.34,-.3Q.34,-.06 0,.1V.26M0,.52V.56";
const TICK_PATH = "M-1,0L-.3,.8L1,-.9";
const MIN_ICON_RADIUS = 5; // on smaller cards, neither an icon nor a number is readable

export function drawMark(renderer, item, alpha = 1) {
  const { px: x, py: y, r } = item;
  const d = item.shape === "card" ? CARD_PATH : SHAPES[item.shape];
  // A rim in the background colour separates the mark from the lines.
  renderer.shape(d, x, y, r, { fill: colours.paper, colour: colours.paper, width: 3.5 });
  if (item.side === "card") return drawStack(renderer, item, alpha);
  if (item.kind === "group") return drawGroup(renderer, item, alpha);
  const style = SIDE_STYLES[item.side];
  const colour = colours[`side-${item.side === "blank" ? 3 : item.side}`];
  if (style.ring) {
    const innerRadius = r * (1 - style.ring / 2);
    renderer.shape(d, x, y, innerRadius, { colour, width: Math.max(style.ring * r, 1.3), alpha,
      dashes: style.dash && style.dash.map((dash) => dash * innerRadius) });
  } else renderer.shape(d, x, y, r, { fill: colour, alpha });
  if (style.dot) renderer.shape(SHAPES.circle, x, y, style.dot * r, { fill: colours.paper });
  if (item.side === "blank" && r > 5)
    renderer.shape(QUESTION_MARK_PATH, x, y, r * 0.8, { colour, width: Math.max(1.2, r * 0.14), alpha });
}

/** Draw a group: two rings around the number of its organisations. */
function drawGroup(renderer, { px: x, py: y, r, side, members }, alpha) {
  const colour = colours[`side-${side}`];
  const style = { fill: colours.card, colour, width: 1.5, alpha };
  for (const radius of [r, r * 0.8]) renderer.shape(SHAPES.circle, x, y, radius, style);
  const size = Math.min(Math.max(r * (members.length > 999 ? 0.56 : 0.72), 7.5), 15);
  renderer.text(formatNumber(members.length), x, y, { size, weight: 650, colour: colours.ink, alpha });
}

/**
 * Draw a stack of engagements: the icon of its type if it is one, or else the number with a bar that shows how far they have
 * come. What is only planned is pale.
 */
function drawStack(renderer, item, alpha) {
  const { px: x, py: y, r, engagements, strength } = item;
  const colour = colours[item.colour];
  const pale = alpha * (0.45 + 0.55 * strength);
  if (r < MIN_ICON_RADIUS) return renderer.shape(CARD_PATH, x, y, r, { fill: colour, alpha: pale * 0.8 });
  const dashes = engagements.some((engagement) => inferred[engagement]) && [2.5, 2.5];
  renderer.shape(CARD_PATH, x, y, r, { fill: colours.card, colour, width: 1.5, alpha: pale, dashes });
  if (engagements.every((engagement) => proved[engagement]))
    renderer.shape(TICK_PATH, x + r, y - r, 4, { colour: colours.ink, width: 2, alpha });
  if (engagements.length === 1) {
    const icon = typeIcon(ENGAGEMENTS.type[engagements[0]]);
    return renderer.shape(icon, x, y, r * 0.66, { colour, width: Math.max(1.2, r * 0.13), alpha: pale });
  }
  renderer.text(formatNumber(engagements.length), x, y - r * 0.14, { size: Math.min(Math.max(r * 1.05, 8.5), 17), weight: 650,
    colour: colours.ink, alpha });
  let left = x - r;
  for (const [set, count] of item.sets) {
    const width = (2 * r * count) / engagements.length;
    renderer.rect(left, y + r * 0.62, width, r * 0.28, 0, { fill: colour, alpha: alpha * (0.15 + 0.85 * setStrength(set)) });
    left += width;
  }
}

/** Draw marks, with `front` those in front: what matters most last. */
export function drawMarks(renderer, /** @type {Iterable<Item>} */ items,
  { fade = 1, front } = /** @type {{ fade?: number, front?: Front }} */ ({})) {
  const ranked = [...items].filter((item) => item.isInFrame).map((item) => ({ item, rank: front ? frontRank(front, item) : 0 }))
    .sort((a, b) => a.rank - b.rank || a.item.size - b.item.size || a.item.order - b.item.order);
  for (const { item } of ranked) {
    const { px: x, py: y, r } = item;
    const isOnPath = front?.path?.items.has(item), isChosen = item === front?.selected;
    // What the pointer is on need not be among what is highlighted.
    drawMark(renderer, item, front?.fades && !isOnPath && !front.highlight?.items.has(item) ? FADED : fade);
    const reach = item.shape === "card" ? 1.35 : 1.2;
    if (isOnPath) renderer.shape(SHAPES.circle, x, y, r * reach + 3, { colour: colours.accent, width: 2, alpha: 0.7 });
    if (isChosen || item === front?.hovered) {
      renderer.shape(SHAPES.circle, x, y, r * reach + 4,
        { colour: isChosen ? colours.accent : colours.soft, width: isChosen ? 2.5 : 1.5 });
    }
    if (state.pins.has(item.key)) renderer.shape(SHAPES.circle, x + r, y - r, 2.6, { fill: colours.accent });
  }
}
