/* What a reader gathered to what is taken home: values in, text out. Of each leaf {label, link, words, paraphrased, own,
   cited, remark, works, cites, isTold, standsSo}: `cited` is its citation and every work {key, listed, remark, files} has its
   entry, as HTML in the chosen style; `works` are those whose words it has, or which it is; `cites` those that a gathered
   note cites. `standsSo` is false where the text has the words no longer.
   A leaf whose strings cannot be had (`isTold` is false) has no works; it stands in the Markdown with its words and its link. */
import { inline, line, lines, ofNodes, quoted } from "./markdown-words.js";
import { CHANGED } from "./standing.js";
import { fits, value } from "./tex-words.js";
import { markup, plain } from "./wording.js";

/* --- Markdown ---------------------------------------------------------------------------------------------------------- */
/* Return all leaves, and the works at the end. `from` says where and when they were gathered. */
export function markdown(told, from) {
  const works = inOrder(told);
  const parts = [
    "# My florilegium",
    line(from),
    ...told.flatMap(leafParts),
    ...(works.length ? ["## Works", works.map(item).join("\n")] : []),
  ];
  return `${parts.join("\n\n")}\n`;
}

/* Return all works that have an entry, each once, by the letters of their entries. */
export function inOrder(told) {
  const works = [...worksOf(told).values()].filter(({ listed }) => listed);
  const letters = new Map(works.map(({ key, listed, isNumbered }) => [key, plain(listed).replace(isNumbered ? NUMBER_RE : MARKS_RE, "")]));
  return works.sort((one, other) => letters.get(one.key).localeCompare(letters.get(other.key), "en"));
}

/* Before the letters of an entry may stand marks of quotation, or its number and the signs beside that. */
const MARKS_RE = /^[^\p{L}\p{N}]+/u;
const NUMBER_RE = /^[^\p{L}\p{N}]*\d+[^\p{L}\p{N}]*/u;

function leafParts({ label, link, words, paraphrased, own, cited, remark, cites, isTold, standsSo = true }) {
  return [
    `## ${inline(label)}`,
    paraphrased ? "Paraphrased: these are not the words of its publisher." : "",
    quoted(words),
    standsSo ? "" : CHANGED,
    isTold ? ofNodes(markup(cited).childNodes) : "Its citation could not be had.",
    remark ? line(remark) : "",
    cites.length ? `It cites:\n\n${cites.map(item).join("\n")}` : "",
    `<${link}>`,
    ...lines(own).map((one, at) => (at ? line(one) : `*My line:* ${inline(one)}`)),
  ].filter(Boolean);
}

function item(work) {
  return `- ${[ofNodes(markup(work.listed).childNodes), inline(remarkOn(work))].filter(Boolean).join(" ")}`;
}

/* What the editor remarks on a work stands with its entry; empty where there is nothing. */
export function remarkOn({ remark }) {
  return remark ? `Editor’s remark: ${remark}` : "";
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

/* Return one BibLaTeX entry a work. A field may stand in an entry once: where it has an annotation, this one joins it. What
   cannot stand there is left out. */
export function bibtex(told) {
  const entries = [...worksOf(told).values()].map(({ files, notes }) => {
    const entry = files.bib.trim();
    const fitting = notes.filter(fits);
    if (!fitting.length) return `${entry}\n`;
    const annotation = fitting.map(value).join(" | ");
    if (ANNOTATED_RE.test(entry)) return `${entry.replace(ANNOTATED_RE, (before) => joined(before, annotation))}\n`;
    const above = entry.slice(0, entry.lastIndexOf("}")).trimEnd().replace(/,?$/, ",");
    return `${above}\n  annotation   = {${annotation}},\n}\n`;
  });
  return entries.join("\n");
}

/* Return how many quotations and lines are left out. */
export function leftOut(told) {
  return [...worksOf(told).values()].flatMap(({ notes }) => notes).filter((one) => !fits(one)).length;
}

const ANNOTATED_RE = /^\s*annot(?:ation|e)\s*=\s*[{"]/im;

/* A value between marks is ended by the next one that stands in no braces. */
function joined(before, annotation) {
  return `${before}${before.endsWith('"') ? annotation.replaceAll('"', '{"}') : annotation} | `;
}

/* Return each work once, by its key, with what the reader has of it in `notes`. */
function worksOf(told) {
  const works = new Map();
  const take = (work, notes) => {
    if (!works.has(work.key)) works.set(work.key, { ...work, notes: [] });
    works.get(work.key).notes.push(...notes);
  };
  for (const { works: its, cites, label, link, words, paraphrased, own, standsSo = true } of told) {
    const said = `${paraphrased ? "Paraphrase, no quotation" : "Quotation"}${standsSo ? "" : "; the text has it no longer"}`;
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
