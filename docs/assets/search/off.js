/* Why the search cannot be, to what a reader is told: what is wrong, and what to do. From disk no module can be loaded:
   the classic script of the header tells that. */
import { element } from "../elements.js";

const code = (words) => element("code", {}, words);
const REASONS = {
  index: () => [
    ["This copy of the site was made without its search index, as plain MkDocs makes it."],
    ["To make the index, run ", code("python build_site.py"), " in the folder of the project."],
  ],
  other: () => [
    ["The search index could not be read. Check the connection, and type again."],
    ["If that does not help, this browser may be too old for it."],
  ],
};

const WAYS = [
  ["Subject index", "subject-index/"],
  ["Texts", "sources/"],
  ["Themes", "./"],
];

/* Return what is shown in the place of the search: the reason ("index", anything else) and the ways around it. */
export function offNotice(reason, root) {
  const told = Object.hasOwn(REASONS, reason) ? REASONS[reason]() : REASONS.other();
  const ways = WAYS.map(([name, at]) => element("li", {}, element("a", { href: new URL(at, root).href }, name)));
  return element(
    "div",
    { class: "search-off", tabindex: "-1" },
    element("p", {}, "The search is off."),
    told.map((words) => element("p", {}, words)),
    element("p", {}, "Without the search, all can be reached from here:"),
    element("ul", {}, ways),
  );
}
