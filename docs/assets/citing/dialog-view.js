/* What can be cited of a place, to what the dialog shows: its words, then section by section each string with its button.
   Serif is the author's, sans is ours: the strings are ours. */
import { element, ownId } from "../elements.js";
import { opening } from "./cited-place.js";
import { copyButton } from "./copy-button.js";
import { chosenStyle } from "./style-choice.js";
import { unlinked } from "./unlinked.js";
import { plain } from "./wording.js";

const MOST_WORDS = 40;
const MOST_WORDS_OF_A_NOTE = 80;
const FILES = { bib: "BibTeX", ris: "RIS", json: "CSL-JSON" };

/* Return the parts of the dialog. `words`: those of each ¶ that is cited; `say(words)` tells what was done. */
export function offered({ offers, words }, say) {
  return [citedWords(offers, words), notice(offers), ...groups(offers.sections).map((group) => part(group, say)), permanent(offers, say)];
}

/* Return why there is nothing to copy, and where to go on. */
export function failure(isUnknown, href, close) {
  const why = isUnknown ? "This site has no citation ready for this place. " : "The citations could not be fetched. ";
  const link = element("a", { href }, "how to cite it");
  // It may lead to a place of this very page, which the dialog would hide.
  link.addEventListener("click", close);
  return element("p", { class: "cite-said" }, why, "Read ", link, ", on a page of its own.");
}

/* --- What is cited ------------------------------------------------------------------------------------------------------ */
function citedWords({ place, paraphrased }, words) {
  const most = place.kind === "note" ? MOST_WORDS_OF_A_NOTE : MOST_WORDS;
  const shown = opening(words.join(" "), most);
  return shown && element("p", { class: `cite-words${paraphrased ? " paraphrased" : ""}` }, shown);
}

function notice({ notice: said }) {
  return said ? element("p", { class: "cite-notice" }, said) : "";
}

/* --- Sections ----------------------------------------------------------------------------------------------------------- */
/* A note may cite several works: what is said of each stands under one heading. */
function groups(sections) {
  return [...new Set(sections.map((section) => section.id))].map((id) => sections.filter((section) => section.id === id));
}

function part(group, say) {
  const [{ title, said }] = group;
  const id = ownId("cite");
  const shown = group.length === 1 ? content(group[0], say) : group.map((section, at) => folded(section, at, say));
  const about = said && element("p", { class: "cite-said" }, said);
  return element("section", { "aria-labelledby": id }, element("h3", { id }, title), about, shown);
}

/* Of several works the names are seen at once; the first of those that a reader should see is open. */
function folded(section, at, say) {
  const isOpen = at === 0 && section.id === "work";
  return element("details", { class: "cite-one", open: isOpen }, element("summary", {}, section.name), content(section, say));
}

function content({ rows, files, remark }, say) {
  const lines = stylesIn(rows).flatMap((style) => rows.filter((row) => row.style === style).map((row, at) => line(row, at, say)));
  const remarked = remark && element("p", { class: "cite-editors" }, `Editor’s remark: ${remark}`);
  return [remarked, element("div", { class: "cite-rows" }, lines), ...filesOf(files, say)];
}

/* Return the ids of the styles, the reader's own first. */
function stylesIn(rows) {
  const styles = [...new Set(rows.map(({ style }) => style))];
  const chosen = chosenStyle(styles.map((id) => ({ id })));
  return [chosen, ...styles.filter((id) => id !== chosen)];
}

/* One string: its name (that of the style is seen once), its words, its button. */
function line({ label, name, html, remark }, at, say) {
  const form = name.slice(label.length + 2);
  const style = element("span", { class: at ? "cite-style for-ears" : "cite-style" }, label, element("span", { class: "for-ears" }, ": "));
  return element(
    "div",
    { class: at ? "cite-row" : "cite-row cite-first" },
    element("div", { class: "cite-name" }, style, element("span", { class: "cite-form" }, form)),
    element("div", { class: "cite-string" }, unlinked(html), remark && element("p", { class: "cite-remark" }, remark)),
    copyButton(name, () => ({ text: plain(html), html }), say),
  );
}

function filesOf(files, say) {
  const kinds = Object.entries(FILES).filter(([kind]) => files[kind]);
  if (!kinds.length) return [];
  const copies = kinds.map(([kind, name]) => copyButton(name, () => ({ text: files[kind] }), say, `Copy ${name}`));
  const shown = kinds.map(([kind, name]) => [element("h4", {}, name), element("pre", { tabindex: "0", "aria-label": name }, files[kind])]);
  return [
    element("div", { class: "cite-files" }, copies),
    element("details", { class: "cite-shown" }, element("summary", {}, "Show these records"), shown.flat()),
  ];
}

function permanent({ link, linkSaid }, say) {
  const id = ownId("cite");
  const row = element(
    "div",
    { class: "cite-row cite-first cite-link" },
    element("div", { class: "cite-string" }, link),
    copyButton("permanent link", () => ({ text: link }), say),
  );
  const about = linkSaid && element("p", { class: "cite-said" }, linkSaid);
  return element("section", { "aria-labelledby": id }, element("h3", { id }, "Permanent link"), about, row);
}
