// Shows the queue of sources, or the source that the address names.

import { ask } from "./api.js";
import { attempt, byId, say } from "./dom.js";
import { openDelete, openMerge } from "./merge_delete.js";
import { openQueue } from "./queue.js";
import { openReview, restartReview } from "./review.js";
import { openSource } from "./source.js";
import { openTable } from "./table.js";
import { openNames } from "./thing_names.js";

const main = byId("main"), title = byId("title");
/** The source that is open. @type {Awaited<ReturnType<typeof openSource>> | null} */
let desk = null;
/** A draft of the review that is to be corrected in its form. @type {any} */
let corrected = null;
let vocabulary, here = location.hash;

/** What forms offer; `things` and `dates` are what is known of ids and dates so far: how people call and write them. */
const readVocabulary = async () => ({ things: {}, dates: {}, ...await ask("vocabulary") });
const mayLeave = () => !desk?.hasUnsaved() || window.confirm("Something is not saved. Leave it?");

async function show() {
  const slug = decodeURIComponent(location.hash.slice(1)).replace(/^source\//, "");
  document.querySelectorAll("dialog").forEach((each) => each.remove());
  await attempt(async () => {
    vocabulary = await readVocabulary();
    title.textContent = slug ? vocabulary.sources[slug] ?? slug : "Curate";
    document.title = `${title.textContent} – pcgraph`;
    desk = null;
    if (slug === "review") {
      title.textContent = "Review drafts";
      await openReview(main, vocabulary, (draft) => {
        corrected = draft;
        location.hash = `source/${draft.slug}`;
      });
    } else if (slug === "table") {
      title.textContent = "Bring a table";
      openTable(main, vocabulary);
    } else if (slug) {
      const draft = corrected?.slug === slug ? corrected : null;
      corrected = null;
      desk = await openSource(main, slug, vocabulary, draft, { merge, remove });
    } else {
      await openQueue(main, vocabulary, (made) => {
        location.hash = `source/${made}`;
      });
    }
  });
}

/** Whether the forms are as the files are, which merging and deleting change. */
function isSaved() {
  if (desk?.hasUnsaved()) {
    say("Something is not saved. Save it first, or leave it.", true);
  }
  return !desk?.hasUnsaved();
}

/** Opens the dialog that merges an entry into another one. */
const merge = (id = "") => isSaved() && openMerge(vocabulary, id, show);

/** Opens the dialog that deletes an entry, or the source that is open. */
const remove = (id = "", isSource = false) => isSaved() && openDelete(vocabulary, id, isSource, (gone) => {
  if (isSource && location.hash === `#source/${gone}`) {
    location.hash = "";
  } else {
    show();
  }
});

for (const [name, said] of [["undo", "Undone"], ["redo", "Redone"]]) {
  byId(name).addEventListener("click", () => mayLeave() && attempt(async () => {
    const { done } = await ask(name, {});
    restartReview();
    await show();
    say(`${said}: ${done.join(", ")}`);
  }));
}
byId("names").addEventListener("click", () => attempt(async () => {
  vocabulary ??= await readVocabulary();
  await openNames(vocabulary, "", () => attempt(async () => desk?.reload()));
}));
byId("merge").addEventListener("click", () => merge());
byId("delete").addEventListener("click", () => remove());
window.addEventListener("hashchange", () => {
  if (location.hash === here) {
    return; // somebody stayed
  }
  if (mayLeave()) {
    here = location.hash;
    show();
  } else {
    location.hash = here;
  }
});
/** @type {any} */
const technical = byId("technical");
technical.checked = localStorage.getItem("technical") === "yes";
const switched = () => {
  document.body.classList.toggle("technical-shown", technical.checked);
  localStorage.setItem("technical", technical.checked ? "yes" : "");
};
technical.addEventListener("change", switched);
switched();
window.addEventListener("beforeunload", (event) => {
  if (desk?.hasUnsaved()) {
    event.preventDefault();
  }
});
show();
