/* A press on "Cite" to a dialog with all that can be copied: one, made once, closed by Esc, by "Close" and by a press beside
   it, with the focus given back to the link. What it says is fetched when it opens. */
import { button, element } from "../elements.js";
import { placeOf, wordsAt } from "./cited-place.js";
import { UnknownPlace } from "./data.js";
import { failure, offered } from "./dialog-view.js";
import { gathering } from "./dialog-gather.js";
import { look } from "./look.js";
import { offersFor } from "./offers.js";

const styled = look("dialog.css");
const TITLE = "cite-title";
/* What was said stays so long. */
const SAID = 4000;
let root = null;
let made = null;
/* The press of a link that was the last: an answer to an older one comes too late. */
let latest = null;

export function start({ root: from, event }) {
  root = from;
  addEventListener("click", pressed);
  const link = event && linkOf(event);
  if (link) open(link);
}

function pressed(event) {
  const { button: which, ctrlKey, metaKey, shiftKey, altKey } = event;
  const link = linkOf(event);
  if (!link || event.defaultPrevented || which || ctrlKey || metaKey || shiftKey || altKey) return;
  event.preventDefault();
  open(link);
}

function linkOf({ target }) {
  return target instanceof Element ? target.closest("a.cite[data-cite]") : null;
}

async function open(link) {
  const press = { link };
  latest = press;
  // What is cited is what the link says now; it is fetched while the look comes.
  const asking = offersAt(link).then((one) => [one, null], (one) => [null, one]);
  await styled;
  if (latest !== press) return;
  made ??= make();
  made.show(press);
  const [found, fault] = await asking;
  if (latest !== press) return;
  if (fault) made.tell("", [failure(fault instanceof UnknownPlace, link.href, made.close)], []);
  else made.tell(`Cite ${found.offers.title}`, offered(found, made.say), gathering(found.offers, root, made.say));
}

/* The words are shown if they can be had; without them the dialog does what it is for. */
async function offersAt(link) {
  const place = placeOf(link, root);
  const [offers, words] = await Promise.all([offersFor(place, root), wordsAt(place, root).catch(() => [])]);
  return { offers, words };
}

function make() {
  const title = element("h2", { id: TITLE, tabindex: "-1" });
  const ways = element("div", { class: "cite-ways" });
  const status = element("p", { class: "cite-status", role: "status" });
  const close = () => dialog.close();
  const head = element("div", { class: "cite-head" }, title, button("Close", close, { class: "cite-close" }), ways, status);
  const body = element("div", { class: "cite-body" });
  // A press anywhere within lets keys be heard within.
  const inner = element("div", { class: "cite-inner md-typeset", tabindex: "-1" }, head, body);
  const dialog = element("dialog", { class: "cite-dialog", "aria-labelledby": TITLE }, inner);
  document.body.append(dialog);
  let forgetting = 0;
  let shown = null;

  function show(press) {
    shown = press;
    title.textContent = press.link.getAttribute("aria-label") ?? press.link.textContent;
    status.textContent = "";
    ways.replaceChildren();
    body.replaceChildren(element("p", { class: "cite-said" }, "The citations are being fetched."));
    if (!dialog.open) dialog.showModal();
    title.focus();
  }

  function tell(name, parts, more) {
    if (name) title.textContent = name;
    ways.replaceChildren(...more);
    body.replaceChildren(...parts);
    body.scrollTop = 0;
  }

  function say(words) {
    clearTimeout(forgetting);
    status.textContent = words;
    forgetting = setTimeout(() => { status.textContent = ""; }, SAID);
  }

  // That it was closed is told a moment later: a link may have been pressed meanwhile, and is not forgotten.
  dialog.addEventListener("close", () => {
    if (dialog.open) return;
    if (latest === shown) latest = null;
    shown?.link.focus({ preventScroll: true });
  });
  closeBeside(dialog, close);
  keepKeys(dialog);
  return { show, tell, say, close };
}

/* Words that are selected by drawing the pointer out of the dialog do not close it. */
function closeBeside(dialog, close) {
  let outside = false;
  const isBeside = ({ target, clientX: x, clientY: y }) => {
    const { left, right, top, bottom } = dialog.getBoundingClientRect();
    return target === dialog && (x < left || x > right || y < top || y > bottom);
  };
  dialog.addEventListener("pointerdown", (event) => { outside = isBeside(event); });
  dialog.addEventListener("click", (event) => { if (outside && isBeside(event)) close(); });
}

/* Letters are shortcuts of the theme's own script, which would leave the page, and others open the search. */
function keepKeys(dialog) {
  dialog.addEventListener("keydown", (event) => {
    event.stopPropagation();
    if (event.key.toLowerCase() === "k" && (event.ctrlKey || event.metaKey)) event.preventDefault();
  });
}
