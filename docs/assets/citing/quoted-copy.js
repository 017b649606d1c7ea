/* A quotation and what can be cited for it to what the clipboard takes: the words, their citation in a style and the
   permanent link, which leads to the very words. */
import { GAP, inHtml, inText } from "./blocks.js";
import { withinMarks } from "./quotation-marks.js";
import { escaped, plain } from "./wording.js";

/* What a reader is told before taking words that are a paraphrase, and what is copied with them. */
export const DO_NOT_QUOTE = "Paraphrased: do not quote";
const PARAPHRASE = "A paraphrase: not the words of its publisher";
const STOP_RE = /\.([’”"']*)$/;

/* Return {text, html, remark}: `remark` is what the writer has to do besides, in that style; null where the style has no form
   for the place. `style` is {id, cited}, `ending` what follows the address of the place in the link. */
export function quotedCopy(quotation, offers, style, ending) {
  const citation = citationOf(offers, style.id);
  if (!citation) return null;
  const { cited, listed, remark } = citation;
  const isNote = style.cited === "note";
  const words = marked(quotation);
  const link = `${offers.link}${ending}`;
  const quoted = isNote ? words.map(shown) : [...words.slice(0, -1).map(shown), ...withCitation(words, cited)];
  const cite = [...(quotation.paraphrased ? [escaped(`(${PARAPHRASE}.)`)] : []), isNote ? cited : listed];
  const linked = `<a href="${escaped(link)}">${escaped(offers.link)}</a>`;
  return {
    text: [...quoted.map(({ text }) => text), [...cite.map(plain), link].join("\n")].join("\n\n"),
    html: [...quoted.map(({ html }) => html), ...[...cite, linked].map(paragraph)].join(""),
    remark: [remark, offers.linkSaid].filter(Boolean).join(" "),
  };
}

/* What is quoted of a note are its own words: not a work that it cites. And what is quoted in one style has no citation in
   another. */
function citationOf({ place, sections }, style) {
  const section = place.kind === "note" ? sections.find(({ id }) => id === "note") : sections[0];
  const rowOf = (form) => section?.rows.find((row) => row.style === style && row.form === form);
  const [cited, listed] = [rowOf("cited"), rowOf("listed")];
  return cited && listed ? { cited: cited.html, listed: listed.html, remark: cited.remark } : null;
}

/* --- The words, as they stand in a paper -------------------------------------------------------------------------------- */
/* Return the blocks in quotation marks: each ¶ with one before it, and the last with one after it. A table is set out, and
   has none; nor have words that are a paraphrase, which are nobody's. */
function marked({ blocks, paraphrased }) {
  if (paraphrased) return blocks;
  const isMarked = ({ words, rows }) => !rows && words !== GAP;
  const inner = withinMarks(blocks.filter(isMarked).map(({ words }) => words));
  const isLast = (at) => blocks.slice(at + 1).find(({ words }) => words !== GAP)?.rows !== null;
  return blocks.map((block, at) => (isMarked(block) ? { ...block, words: `“${inner(block.words)}${isLast(at) ? "”" : ""}` } : block));
}

/* What is said in the text follows the words that it is said of, and the stop of their sentence follows both. After several
   ¶, which are set out as a block, the stop comes first; after a table the citation is a line of its own. */
function withCitation(blocks, cited) {
  const last = blocks.at(-1);
  if (last.rows) return [shown(last), { text: plain(cited), html: paragraph(cited) }];
  const isMoved = blocks.length === 1 && last.isSentence;
  const words = isMoved ? last.words.replace(STOP_RE, "$1") : last.words;
  const stop = isMoved ? "." : "";
  return [{ text: `${words} ${plain(cited)}${stop}`, html: paragraph(`${escaped(words)} ${cited}${stop}`) }];
}

function shown(block) {
  return { text: inText(block), html: inHtml(block) };
}

function paragraph(html) {
  return `<p>${html}</p>`;
}
