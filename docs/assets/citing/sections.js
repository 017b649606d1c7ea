/* A work, and how each style cites it at a place, to one section of what is offered: {id, title, said, remark, key, name, rows,
   files}, each row {style, label, form, name, html, remark}. Here the number and the link are put into the strings. */
import { escaped, plain } from "./wording.js";

/* The mark by which an entry, or a note, says itself that its words are those of a paraphrase. */
const MARK = "[paraphrase]";
const SAY_SO = "Say in your sentence that these are the words of a paraphrase.";
const ALIKE = "Another work in the bibliography is cited in the same words. If you cite both, tell them apart as the style asks: "
  + "by letters after the year, or by a short title.";

/* `cite(styleId)` → {html, number, work, remark, entries} of what stands in the text; what is listed is the work as a whole, so
   that two places of one text are one entry, or else the `entries`, {name, html} each. `about`: {title, said, name, remark,
   isParaphrase}. Return null where no style has a form. */
export function section(id, held, styles, links, cite, { isParaphrase = false, ...about }) {
  const rows = styles.flatMap((style) => {
    const { html, remark = "", entries = [{ html: held.listed[style.id] }], ...parts } = cite(style.id);
    // A style that has no form for the one is not given the other alone.
    if (!html) return [];
    const cited = filled(html, { link: links.place, ...parts });
    const remarks = [remark, isParaphrase && !plain(cited).includes(MARK) && SAY_SO, held.alike?.includes(style.id) && ALIKE];
    return [
      row(style, "cited", cited, { remark: remarks.filter(Boolean).join(" ") }),
      ...entries.map(({ name, html: entry }) => row(style, "listed", filled(entry, { link: links.whole }), { name })),
    ];
  });
  if (!rows.length) return null;
  const files = Object.fromEntries(Object.entries(held.files).map(([kind, content]) => [kind, content.replaceAll("{link}", () => links.whole)]));
  return { id, key: held.key, name: held.name, remark: held.remark ?? "", rows, files, ...about };
}

/* `name` tells entries of one list apart. */
function row(style, form, html, { name = "", remark = "" }) {
  const called = [style[form], name].filter(Boolean).join(", ");
  return { style: style.id, label: style.label, form, name: `${style.label}: ${called}`, html, remark };
}

/* Return how a work is cited as a whole. */
export function whole(held) {
  return (style) => ({ html: held.cited[style] });
}

/* Put in what a string leaves open, all at once: what is put in is not read again. */
function filled(html, { link, number, work: other }) {
  const parts = { link: escaped(link), number: escaped(number ?? ""), work: other ?? "" };
  return html.replace(/\{(link|number|work)\}/g, (_, name) => parts[name]);
}
