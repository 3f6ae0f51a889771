// Makes elements. Texts become text nodes, never markup.

import { Refusal } from "./api.js";

let number = 0;

/** @param {string} id of an element of page.html @returns {HTMLElement} */
export function byId(id) {
  const found = document.getElementById(id);
  if (!found) {
    throw new Error(`#${id}: no such element on the page; expected the one of page.html; load the page again`);
  }
  return found;
}

/**
 * @param {string} name
 * @param {Record<string, any>} [attributes] functions are listeners: { click: () => … }
 * @param {...(Node|string|null|undefined|false)} children
 * @returns {any}
 */
export function el(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (typeof value === "function") {
      made.addEventListener(key, value);
    } else if (key in made && key !== "list" && key !== "role") {
      made[key] = value;
    } else if (value !== false && value !== undefined) {
      made.setAttribute(key, value);
    }
  }
  for (const child of children) {
    if (child) {
      made.append(child);
    }
  }
  return made;
}

export const button = (text, click, more = {}) => el("button", { type: "button", click, ...more }, text);

/** A label and its input, tied by an id. */
export function labelled(text, input, more = {}) {
  input.id ||= `input-${number += 1}`;
  return el("div", { className: "labelled", ...more }, el("label", { htmlFor: input.id }, text), input);
}

/** Words above an input that has a label of its own. */
export const titled = (text, input) => el("div", { className: "labelled" }, el("span", { "aria-hidden": "true" }, text), input);

/** @param {string} text shown in the line of the header, and read by screen readers */
export function say(text, wrong = false) {
  const line = byId("status");
  line.textContent = text;
  line.classList.toggle("wrong", wrong);
}

/** Runs a task of a button; an error becomes the line of the header. */
export async function attempt(task) {
  try {
    return await task();
  } catch (error) {
    if (!(error instanceof Refusal)) {
      throw error;
    }
    say(error.message, true);
    return undefined;
  }
}

/** Waits until no button of the mouse is held: what moves the page in between takes the click away from its button. */
export const released = () => new Promise((done) => {
  if (document.querySelector(":active")) {
    addEventListener("pointercancel", done, { once: true });
    addEventListener("pointerup", () => setTimeout(done), { once: true }); // after the click
  } else {
    done(undefined);
  }
});

/** The first lines of a refusal, and how many more there are: a country is named by hundreds of entries. */
export function firstLines(text, most = 5) {
  const lines = text.split("\n");
  return lines.length <= most ? text : [...lines.slice(0, most), `and ${lines.length - most} more of the kind`].join("\n");
}

/**
 * Opens a dialog with a form.
 * @param {string} title
 * @param {Node[]} parts of the form; the first input that can have it gets the focus
 * @param {string} action what the main button says
 * @param {() => Promise<any>} run what the button does, and returns what to do when the dialog is closed; after a
 *   refusal it stays open, and says why
 * @param {any} [back] gets the focus when it is closed
 * @returns {HTMLDialogElement}
 */
export function openDialog(title, parts, action, run, back = document.activeElement) {
  const wrong = el("p", { className: "wrong", role: "alert" });
  const close = () => {
    made.close();
    made.remove();
    back.focus();
  };
  let running = false; // a second click while a save runs would find its files changed
  const act = async () => {
    if (running) {
      return;
    }
    running = true;
    wrong.textContent = "";
    try {
      const then = await run();
      close();
      then?.();
    } catch (error) {
      if (!(error instanceof Refusal)) {
        throw error;
      }
      wrong.textContent = firstLines(error.findings.map((each) => each.text).join("\n") || error.message);
    } finally {
      running = false;
    }
  };
  const made = el("dialog", { "aria-label": title, close }, el("h2", {}, title), wrong, ...parts,
    el("p", { className: "buttons" }, button(action, act, { className: "main" }), button("Cancel", close)));
  document.body.append(made);
  made.showModal();
  made.querySelector("input, select, textarea")?.focus();
  return made;
}

/** @param {string} state such as "hash-not-checked" */
export const stateLabel = (state) => state.replaceAll("-", " ");
