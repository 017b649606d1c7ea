/* A work, and how each style cites it at a place, to one section of what is offered: {id, title, said, key, name, rows, files},
   each row {style, label, form, name, html, remark}. Here the number and the link are put into the strings. */
import { escaped } from "./wording.js";

/* `cite(styleId)` → {html, number, work, remark} of what stands in the text; what is listed is the work as a whole, so that
   two places of one text are one entry. */
export function section(id, held, styles, links, cite, said) {
  const rows = styles.flatMap((style) => {
    const { html, remark = "", ...parts } = cite(style.id);
    // A style that has no form for the one is not given the other alone.
    if (!html) return [];
    return [
      row(style, "cited", filled(html, { link: links.place, ...parts }), remark),
      row(style, "listed", filled(held.listed[style.id], { link: links.whole }), ""),
    ];
  });
  const files = Object.fromEntries(Object.entries(held.files).map(([kind, content]) => [kind, content.replaceAll("{link}", () => links.whole)]));
  return { id, key: held.key, name: held.name, rows, files, ...said };
}

function row(style, form, html, remark) {
  return { style: style.id, label: style.label, form, name: `${style.label}: ${style[form]}`, html, remark };
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

/* Return {cited, listed, section}: what a reader should use where nothing else is chosen. */
export function best({ sections: [first] }, style) {
  const styles = first.rows.map((row) => row.style);
  const chosen = styles.includes(style) ? style : styles[0];
  const form = (name) => first.rows.find((row) => row.style === chosen && row.form === name)?.html ?? "";
  return { cited: form("cited"), listed: form("listed"), section: first };
}
