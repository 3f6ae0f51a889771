// Shows the queue of sources, or the source that the address names.

import { ask } from "./api.js";
import { attempt, byId, say } from "./dom.js";
import { openQueue } from "./queue.js";
import { openSource } from "./source.js";
import { openNames } from "./thing_names.js";

const main = byId("main"), title = byId("title");
/** The source that is open. @type {Awaited<ReturnType<typeof openSource>> | null} */
let desk = null;
let vocabulary, here = location.hash;

const mayLeave = () => !desk?.hasUnsaved() || window.confirm("Something is not saved. Leave it?");

async function show() {
  const slug = decodeURIComponent(location.hash.slice(1)).replace(/^source\//, "");
  document.querySelectorAll("dialog").forEach((each) => each.remove());
  await attempt(async () => {
    vocabulary = await ask("vocabulary");
    title.textContent = slug ? `src:${slug}` : "Curate";
    document.title = `${title.textContent} – pcgraph`;
    desk = null;
    if (slug) {
      desk = await openSource(main, slug, vocabulary);
    } else {
      await openQueue(main, vocabulary, (made) => {
        location.hash = `source/${made}`;
      });
    }
  });
}

byId("undo").addEventListener("click", () => mayLeave() && attempt(async () => {
  const done = await ask("undo", {});
  await show();
  say(`Undone: ${done.done.join(", ")}`);
}));
byId("names").addEventListener("click", () => attempt(async () => {
  vocabulary ??= await ask("vocabulary");
  await openNames(vocabulary, "", () => attempt(async () => desk?.reload()));
}));
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
window.addEventListener("beforeunload", (event) => {
  if (desk?.hasUnsaved()) {
    event.preventDefault();
  }
});
show();
