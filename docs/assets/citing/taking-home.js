/* What a reader gathered to what is taken home: values in, text out. Of each leaf {label, link, words, paraphrased, own,
   cited, works, cites, isTold}: `cited` is its citation and every work {key, listed, files} has its entry, as HTML in the
   chosen style; `works` are those whose words it has, or which it is; `cites` those that a gathered note cites.
   A leaf whose strings cannot be had (`isTold` is false) has no works; it stands in the Markdown with its words and its link. */
import { inline, line, lines, ofNodes, quoted } from "./markdown-words.js";
import { value } from "./tex-words.js";
import { markup, plain } from "./wording.js";

/* --- Markdown ---------------------------------------------------------------------------------------------------------- */
/* Return all leaves, and the works at the end. `from` says where and when they were gathered. */
export function markdown(told, from) {
  const works = listed(told);
  const parts = [
    "# My florilegium",
    line(from),
    ...told.flatMap(leafParts),
    ...(works.length ? ["## Works", works.map((html) => `- ${ofNodes(markup(html).childNodes)}`).join("\n")] : []),
  ];
  return `${parts.join("\n\n")}\n`;
}

/* Return the entries of all works, each once, by their letters. */
export function listed(told) {
  const entries = [...worksOf(told).values()].map((work) => work.listed).filter(Boolean);
  return entries.sort((one, other) => plain(one).localeCompare(plain(other), "en"));
}

function leafParts({ label, link, words, paraphrased, own, cited, cites, isTold }) {
  return [
    `## ${inline(label)}`,
    paraphrased ? "Paraphrased: these are not the words of its publisher." : "",
    quoted(words),
    isTold ? ofNodes(markup(cited).childNodes) : "Its citation could not be had.",
    cites.length ? `It cites:\n\n${cites.map((work) => `- ${ofNodes(markup(work.listed).childNodes)}`).join("\n")}` : "",
    `<${link}>`,
    ...lines(own).map((one, at) => (at ? line(one) : `*My line:* ${inline(one)}`)),
  ].filter(Boolean);
}

/* --- Records for citation managers ---------------------------------------------------------------------------------------- */
/* Return one RIS record a work. RIS is read line by line: a note of it is one line. */
export function ris(told) {
  const records = [...worksOf(told).values()].map(({ files, notes }) => {
    const added = notes.map((note) => `N1  - ${oneLine(note)}\n`).join("");
    return files.ris.trimEnd().replace(/\n?ER {2}-\s*$/, () => `\n${added}ER  - \n`);
  });
  return records.join("\n");
}

/* Return one BibLaTeX entry a work. A field may stand in an entry once: where it has an annotation, this one joins it. */
export function bibtex(told) {
  const entries = [...worksOf(told).values()].map(({ files, notes }) => {
    const entry = files.bib.trim();
    if (!notes.length) return `${entry}\n`;
    const annotation = notes.map(value).join(" | ");
    if (ANNOTATED_RE.test(entry)) return `${entry.replace(ANNOTATED_RE, (before) => joined(before, annotation))}\n`;
    const above = entry.slice(0, entry.lastIndexOf("}")).trimEnd().replace(/,?$/, ",");
    return `${above}\n  annotation   = {${annotation}},\n}\n`;
  });
  return entries.join("\n");
}

const ANNOTATED_RE = /^\s*annot(?:ation|e)\s*=\s*[{"]/im;

/* A value between marks is ended by the next one that stands in no braces. */
function joined(before, annotation) {
  return `${before}${before.endsWith('"') ? annotation.replaceAll('"', '{"}') : annotation} | `;
}

/* Return each work once, by its key, with what the reader has of it: {listed, files, notes}. */
function worksOf(told) {
  const works = new Map();
  const take = (work, notes) => {
    const { key, listed, files } = work;
    if (!works.has(key)) works.set(key, { listed, files, notes: [] });
    works.get(key).notes.push(...notes);
  };
  for (const { works: its, cites, label, link, words, paraphrased, own } of told) {
    const said = paraphrased ? "Paraphrase, no quotation" : "Quotation";
    const mine = own.trim() ? [`My line (${label}): ${own}`] : [];
    for (const work of its) take(work, [...(words.trim() ? [`${said} (${label}, ${link}): ${words}`] : []), ...mine]);
    for (const work of cites) take(work, [`Cited in ${label}, ${link}`, ...mine]);
  }
  return works;
}

/* Other line ends than the common ones end a line for some readers of RIS too. */
function oneLine(text) {
  return text.replace(/[ \t\n\v\f\r\u001c-\u001f\u0085\u2028\u2029]+/g, " ").trim();
}
