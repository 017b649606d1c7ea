/* What a reader is told of a store that could not be read, or holds nothing yet. */
import { button, element } from "../elements.js";
import { forgetUnread, keptUnread } from "./gathering.js";
import { save } from "./saved-file.js";

/* Return what is to be told of the store. */
export function notices({ state, text, leaves }, refresh) {
  const parts = keptUnread().map(({ name, text: kept }) => unread(kept, button("Forget it", () => { forgetUnread(name); refresh(); })));
  if (state === "unread") parts.unshift(unread(text));
  if (state === "newer") parts.unshift(notice("What is kept here was written by a newer version of this site. It is left as it is, and nothing can be added. Close the other pages of the site, and load this one again. ", asFile(text)));
  if (state === "blocked") parts.unshift(notice("This browser keeps nothing for this site: a private window or a setting forbids it. Nothing can be gathered or loaded here."));
  if (state !== "blocked" && state !== "newer" && !leaves.length) parts.push(nothing());
  return parts;
}

function unread(text, ...more) {
  return notice("Something that was kept here could not be read, or not all of it. It stays in this browser as it was, beside what you gather. ", asFile(text), ...more);
}

function notice(...words) {
  return element("p", { class: "florilegium-notice" }, words);
}

function asFile(text) {
  return button("Save it as a file", () => save("my-florilegium-unread.json", text, "application/json"));
}

function nothing() {
  const b = (words) => element("b", {}, words);
  return element("div", { class: "florilegium-empty" },
    element("p", {}, "Nothing is gathered yet."),
    element("p", {}, "Beside a paragraph, at the end of a note, or at a work of the bibliography, choose ", b("Cite"), " and then ", b("Gather"), ". Or select words of a text, and choose ", b("Gather"), " where it is offered."));
}
