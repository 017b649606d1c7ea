/* Words to Markdown that gives the same words back: what Markdown would read as a sign stands behind a backslash. Made for
   pandoc, which reads more signs than others and turns straight quotation marks; other readers of Markdown take the same. */

/* Signs that may mean something wherever they stand: emphasis, code, links, notes, tags, entities, mathematics, quotation
   marks to be turned, citations, attributes. */
const SIGN_RE = /[\\`*_[\]{}<>$^~@&'"#|]/g;
/* "--" and "..." become a dash and an ellipsis. */
const RUN_RE = /--+|\.\.+/g;
/* At the start of a line: lists ("1.", "a)", "iv.", "(2)", "-", "+"), rules and underlines of headings ("---", "==="),
   definitions (":"), a title ("%"), an image ("!"). Signs of the first kind have their backslash already. */
const START_RE = /^(\(?(?:\d+|[A-Za-z]|[ivxlcdm]+))([.)])/i;
const START_SIGN_RE = /^[-+=:%!]/;
/* After these pandoc binds the next word by a space that does not break: "p. 7" would come back as other letters. Its own
   list. */
const ABBREVIATION_RE = new RegExp(
  "(?<![\\p{L}\\p{N}])(?:[cdfnp]|aet|aetat|al|Apr|Aug|bk|Bros|Capt|cf|ch|chap|chs|Co|col|Corp|cp|Dec|Dr|e\\.g|eds?|esp|fasc|Feb|" +
    "ff|fig|fl|fols?|Fr|Gen|Gov|Hon|i\\.e|ill|Inc|incl|Jan|Jr|Jul|Jun|Ltd|M\\.A|M\\.D|Mar|Mrs?|Ms|n\\.b|nn|No|Nov|Oct|Ph\\.D|pp|" +
    "Pres|Prof|pt|q\\.v|Rep|Rev|s\\.vv?|saec|sec|Sen|Sept?|Sgt|Sr|St|univ|viz|vol|vs)\\.(?=\\s)",
  "gu",
);

/* Return one line of words as Markdown, to stand at the start of a line. */
export function line(words) {
  return inline(words).replace(START_RE, "$1\\$2").replace(START_SIGN_RE, "\\$&");
}

/* Return words as Markdown, to stand within a line. */
export function inline(words) {
  return words
    .replace(SIGN_RE, "\\$&")
    .replace(RUN_RE, (run) => [...run].map((sign) => `\\${sign}`).join(""))
    .replace(ABBREVIATION_RE, (short) => `${short.slice(0, -1)}\\.`);
}

/* Return words of several lines as the lines of a block quote, each a paragraph of its own. */
export function quoted(words) {
  return lines(words).map((one) => `> ${line(one)}`).join("\n>\n");
}

/* Return the lines of a text without the empty ones, each with single spaces. */
export function lines(text) {
  return text.split(/[\n\r\u2028\u2029]+/).map((one) => one.trim()).filter(Boolean);
}

/* Return the nodes of a citation as Markdown, to stand at the start of a line. */
export function ofNodes(nodes) {
  return [...nodes].map(ofNode).join("").replace(START_RE, "$1\\$2").trim();
}

/* An address, without the stop or bracket that follows it. */
const ADDRESS_RE = /(https?:\/\/[^\s<>]*[^\s<>.,;:!?)\]”’])/;
const MARKS = { I: "*", B: "**", SUP: "^", SUB: "~" };

function ofNode(node) {
  if (node.nodeType === Node.TEXT_NODE) return node.data.split(ADDRESS_RE).map((part, at) => (at % 2 ? `<${part}>` : inline(part))).join("");
  const within = [...node.childNodes].map(ofNode).join("");
  if (node.tagName === "A") return link(node.getAttribute("href"), node.textContent, within);
  if (node.tagName === "SPAN") return `[${within}]{.smallcaps}`;
  const mark = MARKS[node.tagName];
  if (!mark || !within.trim()) return within;
  // A mark does not hold where a space stands within it.
  const [, before, words, after] = /^(\s*)(.*?)(\s*)$/s.exec(within);
  const kept = "^~".includes(mark) ? words.replace(/ /g, "\\ ") : words;
  return `${before}${mark}${kept}${mark}${after}`;
}

function link(address, words, within) {
  return words === address ? `<${address}>` : `[${within}](<${address}>)`;
}
