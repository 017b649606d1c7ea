/* What is known of a note, a ¶ or a work to what its card shows: serif for the author's words, sans for ours. */
import { element } from "../elements.js";
import { numberOf, urlOf } from "./places.js";

const NBSP = "\u00a0";

/* Return {name, content} of a card; null where nothing is known. */
export function words(told, root) {
  if (!told) return null;
  return { note, paragraph, work }[told.kind](told, root);
}

function note({ id, text, works, paraphrased, short, isHere }, root) {
  const name = isHere ? `Note${NBSP}${numberOf(id)}` : `${short}, note${NBSP}${numberOf(id)}`;
  const kind = { 0: "Commentary", 1: works[0]?.kind }[works.length];
  const entries = works.flatMap((one) => workParts(one, root, works.length > 1));
  return { name, content: [head(name, kind), text && quoted(text, paraphrased), ...entries] };
}

function paragraph({ id, last, short, headings, theme, themeTitle, opening, paraphrased }) {
  const name = `${short}, ¶${NBSP}${numberOf(id)}${last === id ? "" : `–${numberOf(last)}`}`;
  const under = element("div", { class: "preview-theme" }, element("span", { class: `legend-key theme-${theme}` }, themeTitle));
  return { name, content: [head(name, headings), under, quoted(opening, paraphrased)] };
}

function work({ work: told }, root) {
  return { name: told.name, content: [head(told.kind), ...workParts(told, root, false)] };
}

function head(name, more) {
  return element("div", { class: "preview-head" }, element("strong", {}, name), more && ` · ${more}`);
}

function quoted(text, paraphrased) {
  if (!paraphrased) return element("div", { class: "preview-text" }, text);
  const said = element("span", { class: "preview-said" }, "Paraphrased:");
  return element("div", { class: "preview-text paraphrased" }, said, " ", text);
}

/* The entry is HTML with a few tags, and was made safe with the site. */
function workParts({ key, kind, entry, cited, original, archived, texts = [] }, root, isOneOfSeveral) {
  const shown = element("div", { class: "preview-entry" });
  shown.innerHTML = entry;
  const links = [
    way("In the bibliography", `bibliography/#${encodeURIComponent(key)}`, root),
    original && way("Original", original, root),
    archived && way("Archived copy", archived, root),
    ...texts.map((source) => way("Read it here", `sources/${encodeURIComponent(source)}/`, root)),
    cited && element("span", {}, cited),
  ].filter(Boolean);
  return [
    isOneOfSeveral ? element("div", { class: "preview-kind" }, kind) : null,
    shown,
    element("div", { class: "preview-ways" }, links.flatMap((one) => [" · ", one]).slice(1)),
  ];
}

/* An address that is none has no link. */
function way(label, to, root) {
  const url = urlOf(to, root);
  return url && element("a", { href: url.href }, label);
}
