// An answer as bars, if it has a column of numbers.

const NUMERIC = /#(integer|decimal|double|float|int|long)$/;
const TIME = /year|month|day/i; // in the name of a column of numbers that are no amounts
const MOST = 30; // bars
const HEIGHT = 42, BAR = 14, VALUE = 90; // of a row with its bar; room for a number

const isNumber = (term) => NUMERIC.test(term?.datatype || "") && Number.isFinite(Number(term.value));

/**
 * Return which columns a chart has: { value, names } with places of columns; null if there is nothing to compare.
 * @param {{ columns?: string[], rows: any[][] }} answer
 */
export function chartColumns({ columns = [], rows }) {
  const places = columns.map((_, place) => place), numbers = places.filter((place) => rows.some((row) => row[place])
    && rows.every((row) => !row[place] || isNumber(row[place])));
  const value = numbers.find((place) => !TIME.test(columns[place]));
  const others = places.filter((place) => place !== value && (!numbers.includes(place) || TIME.test(columns[place])));
  const texts = others.filter((place) => rows.every((row) => row[place]?.type === "literal"));
  const names = (texts.length ? texts : others).slice(0, 2);
  return value !== undefined && names.length && rows.length > 1 ? { value, names } : null;
}

function svg(tag, attributes, ...children) {
  const element = document.createElementNS("http://www.w3.org/2000/svg", tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, String(value));
  element.append(...children);
  return element;
}

/**
 * Return the chart of an answer for this width. `nameOf` returns the text of a term, and `evidenceOf` what the number in a row
 * leads to: an address, a function, or null.
 */
export function drawChart(answer, { width, nameOf, evidenceOf }) {
  const { value, names } = /** @type {any} */ (chartColumns(answer)), rows = answer.rows.slice(0, MOST);
  const numbers = rows.map((row) => Number(row[value]?.value ?? 0));
  const low = Math.min(0, ...numbers), high = Math.max(0, ...numbers), scale = (width - VALUE) / (high - low || 1);
  const title = `${answer.columns[value]} – ${names.map((place) => answer.columns[place]).join(", ")}`;
  const bars = rows.map((row, index) => {
    const name = names.filter((place) => row[place]).map((place) => nameOf(row[place])).join(" – "), number = numbers[index];
    const left = (Math.min(0, number) - low) * scale, length = Math.max(1, Math.abs(number) * scale), top = index * HEIGHT;
    const parts = [svg("rect", { class: "row", x: 0, y: top, width, height: HEIGHT - 4 }),
      svg("text", { x: 0, y: top + 14 }, name),
      svg("rect", { x: left, y: top + 20, width: length, height: BAR, rx: 2 }),
      svg("text", { x: left + length + 6, y: top + 32, class: "soft" }, number.toLocaleString("en"))];
    const target = evidenceOf(row, value), spoken = `${name}: ${number.toLocaleString("en")}`;
    if (!target) return svg("g", {}, ...parts);
    const link = svg("a", { href: typeof target === "string" ? target : "#", "aria-label": spoken }, ...parts);
    if (typeof target === "function") link.addEventListener("click", (event) => {
      event.preventDefault();
      target();
    });
    return link;
  });
  return svg("svg", { class: "chart", width, height: rows.length * HEIGHT, viewBox: `0 0 ${width} ${rows.length * HEIGHT}`,
    role: "group", "aria-label": title }, ...bars);
}
