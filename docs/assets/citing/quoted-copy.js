/* A quotation and what can be cited for it to what the clipboard takes: the words, their citation in a style and the
   permanent link, which leads to the very words. */
import { best } from "./offers.js";
import { marked } from "./quoted.js";
import { escaped, plain } from "./wording.js";

export const PARAPHRASE = "A paraphrase: not the words of its publisher";

/* Return {text, html, remark}: `remark` is what the writer has to do besides, in that style. `style` is {id, cited}, `ending`
   what follows the address of the place in the link. */
export function quotedCopy(quotation, offers, style, ending) {
  const { cited, listed, remark } = citationOf(offers, style.id);
  const isNote = style.cited === "note";
  const words = marked(quotation);
  const link = `${offers.link}${ending}`;
  const after = quotation.paraphrased ? [`(${PARAPHRASE}.)`] : [];
  // What is said in the text follows the words that it is said of.
  const quoted = [...words.slice(0, -1).map(escaped), `${escaped(words.at(-1))}${isNote ? "" : ` ${cited}`}`];
  const cite = [...after.map(escaped), isNote ? cited : listed];
  return {
    text: `${quoted.map(plain).join("\n\n")}\n\n${[...cite.map(plain), link].join("\n")}`,
    html: [...quoted, ...cite, `<a href="${escaped(link)}">${escaped(offers.link)}</a>`].map((one) => `<p>${one}</p>`).join(""),
    remark,
  };
}

/* What is quoted of a note are its own words: not a work that it cites. */
function citationOf(offers, style) {
  const own = offers.place.kind === "note" && offers.sections.find(({ id }) => id === "note");
  const { cited, listed, section } = best(own ? { sections: [own] } : offers, style);
  const remark = section.rows.find((row) => row.style === style && row.form === "cited")?.remark ?? "";
  return { cited, listed, remark };
}
