// Where engagements are: how many are counted at each place, and how places come on a map.

import { DATA, ENGAGEMENTS, TERMS } from "./data.js";

const PLACES = TERMS.place;
const SMALL = new Set(["site", "district"]);

/** Return a place and all that it lies in, the nearest first. */
export function placesAround(place) {
  const found = [];
  for (let at = place; at >= 0 && !found.includes(at); at = PLACES[at].broader) found.push(at);
  return found;
}

/** Return the city that counts a district or a site in it, or -1. */
export const cityOf = (place) => (SMALL.has(PLACES[place].precision)
  ? placesAround(place).slice(1).find((each) => PLACES[each].precision === "town") ?? -1 : -1);

const isCountry = (place) => PLACES[place].precision === "country";
const countryOf = (place) => placesAround(place).find(isCountry) ?? -1;

/**
 * Return how many of these engagements are at each place, as the question "places" of the catalogue counts them: at the nearest
 * places that they name, and at a city also those of its districts and sites.
 * @returns {{ place: number, city: number, engagements: number[], meetings: number, papers: number, work: number }[]}
 */
export function countPlaces(engagements) {
  const found = new Map();
  for (const engagement of engagements) {
    const named = ENGAGEMENTS.places[engagement];
    const wider = new Set(named.flatMap((place) => placesAround(place).slice(1)));
    const nearest = named.filter((place) => !wider.has(place));
    for (const place of new Set(nearest.flatMap((each) => [each, cityOf(each)]))) {
      if (place >= 0) found.set(place, [...(found.get(place) ?? []), engagement]);
    }
  }
  const count = (list, what) => list.filter((engagement) => TERMS.type[ENGAGEMENTS.type[engagement]]?.happens === what).length;
  return [...found].map(([place, list]) => ({ place, city: cityOf(place), engagements: list, meetings: count(list, "meetings"),
    papers: count(list, "papers"), work: count(list, "work") }))
    .sort((a, b) => b.engagements.length - a.engagements.length || (PLACES[a.place].id < PLACES[b.place].id ? -1 : 1));
}

/** Return the pairs of marked places that engagements join: each names these two and no third one. */
export function countLines(engagements, counts) {
  const marksOf = new Map(), lines = new Map();
  for (const { place, engagements: list } of counts) {
    for (const each of list) marksOf.set(each, [...(marksOf.get(each) ?? []), place]);
  }
  for (const engagement of engagements) {
    const ends = marksOf.get(engagement);
    if (ends?.length !== 2) continue;
    const key = ends.sort((a, b) => a - b).join(" ");
    if (!lines.has(key)) lines.set(key, { ends, engagements: [] });
    lines.get(key).engagements.push(engagement);
  }
  return [...lines.values()];
}

// ---- On a map -------------------------------------------------------------------------------------------------------

const LEAST = 5, EDGE = 0.09; // degrees that a map shows, and the share of it around the outermost places
/** Return where a place [latitude, longitude] is in the projection of Mercator, in degrees at the equator. @param {any} at */
export const project = ([latitude, longitude]) => [longitude,
  -Math.log(Math.tan(Math.PI / 4 + (Math.min(80, Math.max(-80, latitude)) * Math.PI) / 360)) * (180 / Math.PI)];

/** Return the frame [left, top, right, bottom] of projected points, with an edge. */
function frameOf(points) {
  return [0, 1].map((axis) => {
    const all = points.map((point) => point[axis]), [low, high] = [Math.min(...all), Math.max(...all)];
    const edge = Math.max((high - low) * EDGE, (LEAST - (high - low)) / 2, 0.6);
    return [low - edge, high + edge];
  }).reduce(([left, right], [top, bottom]) => [left, top, right, bottom]);
}

/**
 * Return the maps: one for each country that is a side of the page, or one of everything, with the places on each. The frames do
 * not depend on what is shown, so that a filter moves nothing. What is in no frame is in `beyond`.
 */
export function arrangeMaps() {
  const located = PLACES.flatMap(({ at }, place) => (at ? [place] : []));
  const point = (place) => project(PLACES[place].at);
  const sides = TERMS.country.slice(0, DATA.sides).map(({ id }) => PLACES.findIndex((each) => each.id === id));
  const own = sides.filter((side) => side >= 0).map((side) => located.filter((place) => countryOf(place) === side));
  const maps = (own.some((list) => list.length) ? own : [located]).filter((list) => list.length)
    .map((list) => ({ places: new Set(list), frame: frameOf(list.map(point)) }));
  const taken = new Set(maps.flatMap(({ places }) => [...places]));
  for (const place of located.filter((each) => !taken.has(each))) {
    const [x, y] = point(place);
    maps.find(({ frame: [left, top, right, bottom] }) => x > left && x < right && y > top && y < bottom)?.places.add(place);
  }
  return maps;
}

/** Return a ring without what lies outside a frame (Sutherland and Hodgman). */
export function clip(ring, [left, top, right, bottom]) {
  const edges = [[0, left, 1], [0, right, -1], [1, top, 1], [1, bottom, -1]];
  return edges.reduce((points, [axis, limit, side]) => points.flatMap((point, at) => {
    const before = points.at(at - 1), isIn = (each) => (each[axis] - limit) * side >= 0;
    const share = (limit - before[axis]) / (point[axis] - before[axis]);
    const crossing = isIn(point) !== isIn(before) ? [before.map((value, along) => value + share * (point[along] - value))] : [];
    return [...crossing, ...(isIn(point) ? [point] : [])];
  }), ring);
}

/**
 * Move circles [x, y, radius] apart that would cover one another: each goes to the nearest spot that those before it leave free.
 * Return their new middles.
 */
export function spread(circles, [width, height]) {
  const placed = [];
  return circles.map(([x, y, r]) => {
    const isFree = (/** @type {any[]} */ [a, b]) => a > r && b > r && a < width - r && b < height - r
      && placed.every(([c, d, other]) => Math.hypot(a - c, b - d) >= r + other + 1);
    let best = [x, y];
    for (let far = 0, found = false; !found && far < 240; far += 3) {
      for (let turn = 0; !found && turn < (far ? 20 : 1); turn += 1) {
        const spot = [x + far * Math.cos(turn * 0.314), y + far * Math.sin(turn * 0.314)];
        if (isFree(spot)) [best, found] = [spot, true];
      }
    }
    placed.push([...best, r]);
    return best;
  });
}
