// The form of one node: an engagement, a step, an unnamed party, a representation or a card.

import { attempt, button, el, labelled, stateLabel, titled } from "./dom.js";
import { nameInput, slug } from "./names.js";
import { coverage, openNames } from "./thing_names.js";
import { removeButton, valueInput } from "./values.js";

const CHILDREN = [
  { list: "steps", class: "Step", title: "Steps", add: "Add a step", end: (node) => first(node, "status") || "step" },
  { list: "unnamed", class: "UnnamedParty", title: "Unnamed parties", add: "", end: () => "unnamed" },
  {
    list: "representatives", class: "Representation", title: "Who spoke or signed for a party", add: "Add a representative",
    end: (node) => `rep-${first(node, "agent") || "agent"}`,
  },
];
const first = (node, name) => node.fields[name]?.[0]?.value ?? "";

export const emptyNode = (id, kind) =>
  ({ id, class: kind, fields: {}, passages: [], steps: [], unnamed: [], representatives: [], rest: "" });

/** @param {any} desk @param {any} node @param {any} [parent] the engagement to which the node belongs */
export function nodeForm(desk, node, parent) {
  const kind = desk.vocabulary.classes[node.class];
  const group = parent ? "" : kind?.group;
  const made = el("section", { className: parent ? "part" : "node", "aria-label": title(desk, node) || "Form" });
  made.dataset.id = node.id;
  made.node = node;
  if (!parent) {
    made.append(heading(desk, node, group));
  } else {
    made.append(el("div", { className: "part-head" }, el("strong", {}, title(desk, node)),
      el("span", { className: "technical" }, idInput(desk, node, `Id of ${title(desk, node)}`)),
      removeButton(`Remove ${title(desk, node)}`, () => removeChild(desk, parent, node))));
  }
  made.append(findings());
  made.append(fieldList(desk, node, kind), passages(desk, node));
  if (node.rest) {
    made.append(el("details", {}, el("summary", {}, "More that no field holds; it is kept"),
      el("pre", { className: "technical" }, node.rest)));
  }
  if (group === "engagement") {
    made.append(...CHILDREN.map((child) => children(desk, node, child)).filter(Boolean));
  }
  return made;
}

/** What labels call a part, such as "step 1"; "" for the engagement itself. Ids would change while they are typed. */
function title(desk, node) {
  for (const { list } of CHILDREN) {
    const at = desk.node[list].indexOf(node);
    if (at >= 0) {
      return `${desk.vocabulary.classes[node.class].label} ${at + 1}`;
    }
  }
  return "";
}

const of = (desk, node) => (title(desk, node) ? ` of ${title(desk, node)}` : "");

function heading(desk, node, group) {
  if (node.class === "Source") {
    return el("h2", {}, "Card of the source");
  }
  const classes = Object.entries(desk.vocabulary.classes).filter(([, each]) => each.group === group);
  const kind = el("select", {
    change: (event) => {
      node.class = event.target.value;
      desk.redraw();
    },
  }, ...classes.map(([value, each]) => el("option", { value, selected: value === node.class }, each.label)));
  const id = node.class === "" // a thing of the register, which has its id
    ? titled("Name", nameInput(desk, { range: "" }, desk.about, () => desk.about.typed || desk.rename(desk.about.value), {
      "aria-label": "Name",
    }))
    : labelled("Id", idInput(desk, node), { className: "labelled technical" });
  return el("div", { className: "heading" }, labelled("Kind", kind), id,
    ...called(desk, node, group));
}

/** The name of an engagement is in the register. One that has none gets it with the first save. */
function called(desk, node, group) {
  const { language, languages } = desk.vocabulary, id = desk.was || node.id;
  const known = desk.source.labels[id] ?? {};
  if (known[language] || (desk.was && group !== "engagement")) {
    const edit = () => openNames(desk.vocabulary, id, () => attempt(() => desk.reload()));
    return [el("p", { className: "called" }, el("strong", {}, known[language] ?? ""),
      ` ${coverage(languages, Object.keys(known))} `, button("Edit its names …", edit))];
  }
  if (group !== "engagement") {
    return [];
  }
  const input = (name, more) => el("input", {
    value: desk.names[name], ...more, input: (event) => {
      if (name === "label" && node.id === slug(desk.names.label)) { // the id follows the name until somebody types another
        desk.rename(slug(event.target.value));
      }
      desk.names[name] = event.target.value;
      desk.changes.renew();
    },
  });
  return [labelled("Name, in your own words", input("label", { size: 40 })),
    labelled("In a sentence, if you like", input("summary", { size: 60 }))];
}

function idInput(desk, node, label) {
  return el("input", {
    className: "id",
    value: node.id, size: 34, ...(label ? { "aria-label": label } : {}), input: (event) => {
      rename(node, event.target.value.trim());
      desk.drawIds();
      desk.changes.renew();
    },
  });
}

/** Gives a node another id, and its parts with it; a role that names an unnamed party follows. */
export function rename(node, id) {
  const old = node.id;
  node.id = id;
  for (const { list } of CHILDREN) {
    for (const child of node[list]) {
      if (child.id.startsWith(`${old}.`)) {
        const before = child.id;
        child.id = id + before.slice(old.length);
        replaceValue(node, before, child.id);
      }
    }
  }
}

function replaceValue(node, before, after) {
  for (const values of Object.values(node.fields)) {
    values.forEach((value) => {
      value.value = value.value === before ? after : value.value;
    });
  }
}

function fieldList(desk, node, kind) {
  const names = kind?.fields ?? [];
  const few = names.slice(0, kind?.few ?? 0);
  const all = new Set([...names.slice(kind?.few ?? 0), ...Object.keys(node.fields)]);
  const more = [...all].filter((name) => !few.includes(name));
  const shown = (name) => node.fields[name]?.length > 0;
  const made = el("div", { className: "fields" });
  made.append(...[...few, ...more.filter(shown)].map((name) => fieldRow(desk, node, name)));
  const rest = more.filter((name) => !shown(name) && desk.vocabulary.fields[name]);
  if (rest.length) {
    const select = el("select", {
      "aria-label": `Another field${of(desk, node)}`, change: (event) => {
        add(desk, node, event.target.value);
      },
    }, el("option", { value: "" }, "Another field …"), ...rest.map((name) =>
      el("option", { value: name }, desk.vocabulary.fields[name].label)));
    made.append(select);
  }
  return made;
}

function fieldRow(desk, node, name) {
  const field = desk.vocabulary.fields[name] ?? { label: name, kind: "text", several: true, definition: "" };
  const values = node.fields[name] ?? [];
  const row = el("div", { className: "field", role: "group", "aria-label": `${field.label}${of(desk, node)}` });
  row.dataset.field = name;
  const about = [field.definition, field.example && `Example: ${field.example}`].filter(Boolean).join("\n");
  const changed = () => desk.touched(node);
  values.forEach((value, at) => {
    const label = `${field.label}${values.length > 1 ? ` ${at + 1}` : ""}${of(desk, node)}`;
    row.append(el("div", { className: "value" },
      desk.vocabulary.fields[name] ? valueInput(desk, name, value, changed, label) : el("code", {}, String(value.value)),
      field.role && mark("my reading", `${label} is my reading`, Boolean(value.inferred), (on) => {
        value.inferred = on ? "party" : false;
        changed();
      }),
      removeButton(`Remove ${label}`, () => {
        values.splice(at, 1);
        if (!values.length) {
          delete node.fields[name];
        }
        desk.redraw();
      })));
  });
  const buttons = el("span", { className: "add" });
  if (field.several || !values.length) {
    const label = `Add ${field.label}${of(desk, node)}`;
    buttons.append(button("+", () => add(desk, node, name), { "aria-label": label, title: about }));
  }
  if (field.role && node.unnamed) {
    const label = `Add an unnamed ${field.label}${of(desk, node)}`;
    buttons.append(button("+ unnamed", () => addUnnamed(desk, node, name), { "aria-label": label }));
  }
  if (values.length) {
    const whole = values.every((value) => value.inferred === true);
    buttons.append(mark("all my reading", `All of ${field.label}${of(desk, node)} is my reading`, whole, (on) => {
      values.forEach((value) => {
        value.inferred = on;
      });
      desk.redraw();
    }));
  }
  row.prepend(el("span", { className: "name", title: about }, field.label));
  row.append(buttons, findings());
  return row;
}

function mark(text, label, on, set) {
  const input = el("input", { type: "checkbox", checked: on, "aria-label": label, change: (event) => set(event.target.checked) });
  return el("label", { className: "mark" }, input, text);
}

function add(desk, node, name) {
  const kind = desk.vocabulary.fields[name].kind;
  const words = desk.span?.words.trim() ?? "";
  const short = words && words.length <= 80 && ["thing", "number", "date", "text"].includes(kind);
  const values = node.fields[name] ??= [];
  values.push({ value: short ? words : "", inferred: values.length > 0 && values.every((value) => value.inferred === true) });
  desk.redraw({ id: node.id, field: name, search: short });
}

function addUnnamed(desk, node, name) {
  const used = new Set(node.unnamed.map((each) => each.id));
  let id = `${node.id}.unnamed`;
  for (let n = 2; used.has(id); n += 1) {
    id = `${node.id}.unnamed${n}`;
  }
  node.unnamed.push(emptyNode(id, "UnnamedParty"));
  (node.fields[name] ??= []).push({ value: id, inferred: false });
  desk.redraw();
}

function removeChild(desk, parent, node) {
  for (const { list } of CHILDREN) {
    parent[list] = parent[list].filter((each) => each !== node);
  }
  for (const [name, values] of Object.entries(parent.fields)) {
    parent.fields[name] = values.filter((value) => value.value !== node.id);
    if (!parent.fields[name].length) {
      delete parent.fields[name];
    }
  }
  desk.redraw();
}

function children(desk, node, child) {
  if (!child.add && !node[child.list].length) {
    return null;
  }
  const made = el("div", { className: "children" }, el("h2", {}, child.title));
  made.append(...node[child.list].map((each) => nodeForm(desk, each, node)));
  if (child.add) {
    made.append(button(child.add, () => {
      const next = emptyNode(`${node.id}.${child.class === "Step" ? "step" : "rep"}`, child.class);
      node[child.list].push(next);
      desk.redraw({ id: next.id });
    }));
  }
  return made;
}

/** Names the new parts of an engagement after it, as the rules of the data ask. */
export function nameParts(node) {
  for (const { list, end } of CHILDREN) {
    for (const child of node[list]) {
      if (child.id === `${node.id}.step` || child.id === `${node.id}.rep`) {
        child.id = `${node.id}.${end(child)}`;
      }
    }
  }
}

/** The passages that a node cites, each with a way to see it and to remove it. */
export function passages(desk, node) {
  const made = el("div", { className: "passages", role: "group", "aria-label": `Passages${of(desk, node)}` });
  for (const id of node.passages) {
    const known = desk.source.passages[id], said = desk.passages[id];
    const words = (said?.start !== undefined && desk.words(said)) || said?.locator || id;
    const shown = el("button", { type: "button", title: "Show it in the text", click: () => desk.view?.show(id) },
      `“${words}”${known ? `, ${stateLabel(known.state)}` : ""}`, el("code", { className: "technical" }, ` ${id}`));
    made.append(el("span", { className: "chip" }, shown,
      removeButton(`Remove passage “${words}”${of(desk, node)}`, () => {
        node.passages = node.passages.filter((each) => each !== id);
        desk.drawPassages(node);
      })));
  }
  const label = `Cite the selection${of(desk, node).replace(" of ", " for ")}`;
  made.append(button("Cite the selection", () => attempt(() => desk.cite(node)), { "aria-label": label }));
  return made;
}

/** The list that `Desk.markFields` fills. */
const findings = () => el("ul", { className: "findings" });
