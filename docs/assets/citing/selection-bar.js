/* The bar beside selected words: to copy them with their citation, in the style that is chosen there, or to gather them. One
   is made. It stands in the document right after the words, so that Tab leads from them into it, and over the page, so
   that no line moves. */
import { button, element } from "../elements.js";
import { DO_NOT_QUOTE } from "./quoted-copy.js";
import { placer } from "./selection-place.js";
import { citationsFor, copyQuoted, gatherQuoted } from "./selection-ways.js";
import { choose, chosenStyle } from "./style-choice.js";

const COPY = "Copy with citation";
/* A button says so long what it did. */
const MOMENT = 2500;

let root = null;
/* The words that it is for, and the promise of what can be cited for them. */
let shown = null;
let asked = null;
let follow = () => {};
let forgetting = 0;
let isAnnounced = false;

const copying = button(COPY, pressedCopy, { class: "selection-copy" });
const gathering = button("Gather", pressedGather);
const style = element("select", { "aria-label": "Style of the citation", hidden: true });
const paraphrase = element("p", { class: "selection-paraphrase", id: "selection-paraphrase" }, DO_NOT_QUOTE);
const status = element("p", { class: "selection-status", role: "status" });
const ways = element("div", { class: "selection-ways" }, copying, style, gathering);
const bar = element("div", { class: "selection", role: "group", "aria-label": "Selected words" }, paraphrase, ways, status);
// A press takes no selection away; but the list of styles opens by it.
bar.addEventListener("mousedown", (event) => event.target.closest("select") || event.preventDefault());
style.addEventListener("change", () => choose(style.value));

/* Return {show(quotation, selected, isBackward), hide, follow, holds, isShown}. */
export function makeBar(from) {
  root = from;
  return { show, hide, follow: () => follow(), holds: (node) => bar.contains(node), isShown: () => shown !== null };
}

function show(quotation, selected, isBackward) {
  hide();
  shown = quotation;
  ways.hidden = Boolean(quotation.refused);
  warn(!ways.hidden && quotation.paraphrased);
  say(quotation.refused);
  stand(selected.at(-1).element);
  follow = placer(bar, selected, isBackward);
  follow();
  if (quotation.refused) return;
  ask();
  if (!isAnnounced) setTimeout(() => say(`${COPY}: after the selected words`, { isHeard: true }), 100);
  isAnnounced = true;
}

/* It is read out with the button too: what is hidden would be as well, were it named there. */
function warn(so) {
  paraphrase.hidden = !so;
  if (so) copying.setAttribute("aria-describedby", paraphrase.id);
  else copying.removeAttribute("aria-describedby");
}

function hide() {
  clearTimeout(forgetting);
  copying.textContent = COPY;
  shown = null;
  follow = () => {};
  bar.remove();
}

/* In the document after the block in which the words end, or last in it: a list holds nothing but its items, and between
   the notes beside a text nothing else is shown. */
function stand(block) {
  if (block.matches("li, .table, .note, .in-place")) block.append(bar);
  else block.after(bar);
  if (!bar.showPopover) return;
  bar.popover = "manual";
  bar.showPopover();
}

function ask() {
  asked = citationsFor(shown, root);
  asked.then(({ styles }) => choices(styles), () => {});
}

function choices(styles) {
  if (!style.length) style.append(...styles.map(({ id, label }) => element("option", { value: id }, label)));
  style.value = chosenStyle(styles);
  style.hidden = false;
  follow();
}

async function pressedCopy() {
  const { done, said } = await copyQuoted(shown, asked);
  copying.textContent = done ? "Copied" : "Not copied";
  say(said || "Copied", { isHeard: !said });
  clearTimeout(forgetting);
  forgetting = setTimeout(() => { copying.textContent = COPY; }, MOMENT);
  if (!done) again();
}

async function pressedGather() {
  say(await gatherQuoted(shown, asked));
}

/* What could not be fetched is asked for once more, for the next press. */
function again() {
  if (shown) asked.catch(ask);
}

function say(words, { isHeard = false } = {}) {
  status.classList.toggle("for-ears", isHeard);
  status.textContent = words;
  follow();
}
