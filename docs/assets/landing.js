/* Where a search result leads: the words that were searched, named by `find` in the address, are highlighted at the place
   that its anchor names. Then they are taken out of the address, so that it is the lasting one, and kept in the history,
   so that reload and the way back highlight them again. The page can be read without it. */
import { NO_WORDS } from "./reading/own-words.js";
import { chunks } from "./search/words.js";

/* What is no word of the place that holds it: beside those of a text, what a page puts there of other places. */
const BESIDE = `${NO_WORDS}, .filed-under, .elsewhere, .facing`;
const BLOCKS = "address, article, blockquote, dd, details, div, dt, figure, h1, h2, h3, h4, h5, h6, li, ol, p, section, summary, table, td, th, ul";

/* --- The place, and its words ------------------------------------------------------------------------------------------ */
function place() {
  let id = location.hash.slice(1);
  try { id = decodeURIComponent(id); } catch {}
  return id ? document.getElementById(id) : document.querySelector("article");
}

/* The words of a place as one text, what stands beside them left out; and where in it each text node begins. */
function read(element) {
  const filter = (node) => {
    if (node.nodeType === Node.TEXT_NODE) return NodeFilter.FILTER_ACCEPT;
    if (node.matches(BESIDE)) return NodeFilter.FILTER_REJECT;
    return node.localName === "br" ? NodeFilter.FILTER_ACCEPT : NodeFilter.FILTER_SKIP;
  };
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT, filter);
  const nodes = [];
  let text = "";
  let block = null;
  while (walker.nextNode()) {
    const node = walker.currentNode;
    const its = node.parentElement.closest(BLOCKS);
    // Words of two blocks, or on both sides of a line break, are two.
    if (its !== block || node.localName === "br") text += "\n";
    block = its;
    if (node.localName === "br") continue;
    nodes.push({ node, start: text.length });
    text += node.data;
  }
  return { text, nodes };
}

/* For each offset in the composed form (NFC) of a text, the offset in the text; words are counted in the former. */
function offsets(text) {
  const found = [];
  let at = 0;
  for (const [letter] of text.matchAll(/\P{M}\p{M}*|\p{M}+/gu)) {
    for (let more = letter.normalize("NFC").length; more; more -= 1) found.push(at);
    at += letter.length;
  }
  return [...found, at];
}

/* --- Finding and marking ----------------------------------------------------------------------------------------------- */
/* Where the words of one wanted piece stand one after the other: first and last chunk of each place. */
function runs(chunks, wanted) {
  const found = [];
  for (let at = 0; at + wanted.length <= chunks.length; at += 1) {
    if (wanted.every((word, more) => chunks[at + more].word === word)) found.push([chunks[at], chunks[at + wanted.length - 1]]);
  }
  return found;
}

/* What stands beside the words may stand between them: each text node has a range of its own. */
function ranges(nodes, start, end) {
  return nodes
    .filter(({ node, start: first }) => first < end && start < first + node.length)
    .map(({ node, start: first }) => {
      const made = new Range();
      made.setStart(node, Math.max(start - first, 0));
      made.setEnd(node, Math.min(end - first, node.length));
      return made;
    });
}

function mark(wanted) {
  if (!globalThis.Highlight || !CSS.highlights) return;
  CSS.highlights.delete("found");
  const element = wanted.length ? place() : null;
  if (!element) return;
  const shown = read(element);
  const at = offsets(shown.text);
  const said = chunks(shown.text);
  const found = wanted
    .map((piece) => chunks(piece).map((one) => one.word))
    .filter((piece) => piece.length)
    .flatMap((piece) => runs(said, piece))
    .flatMap(([first, last]) => ranges(shown.nodes, at[first.start], at[last.end]));
  if (found.length) CSS.highlights.set("found", new Highlight(...found));
}

/* --- The address --------------------------------------------------------------------------------------------------------- */
/* What is asked for is kept with whatever else the history of this page keeps. */
function taken() {
  const address = new URL(location);
  const asked = address.searchParams.getAll("find");
  if (!address.searchParams.has("find")) return history.state?.find ?? [];
  address.searchParams.delete("find");
  try { history.replaceState({ ...history.state, find: asked }, "", address); } catch {}
  return asked;
}

function unfold() {
  const folded = place()?.closest("details:not([open])");
  if (!folded) return;
  for (let one = folded; one; one = one.parentElement.closest("details")) one.open = true;
  place().scrollIntoView();
}

export function start() {
  const wanted = taken();
  if (wanted.length) {
    unfold();
    mark(wanted);
  }
  // Within the page the words go with the entry of the history to which they belong.
  addEventListener("popstate", (event) => mark(event.state?.find ?? []));
}
