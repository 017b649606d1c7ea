/* Turns what a reader types and chooses into what is shown: one line to type in, chips, a status line, results. It is
   the same on the page of the search and in its dialog; who mounts it keeps the address. */
import { WAYS, answered, waysOn } from "./answers.js";
import { element, ownId } from "./elements.js";
import { open } from "./engine.js";
import { chips } from "./facets.js";
import { firstHits, groups } from "./results.js";
import { FACETS, choicesOf, nothingChosen } from "./state.js";

export const ROOT = new URL("../../", import.meta.url);
const NOTHING_CHOSEN = { theme: [], source: [], kind: [], year: [] };
/* A voice waits until the reader has stopped typing for so many milliseconds; a first load is told of after so many. */
const QUIET = 700;
const SLOW = 300;

let engine = null;

/* The engine is opened once for all; after a failure the next search tries again. */
function opened() {
  engine ??= open(ROOT).catch((error) => {
    engine = null;
    throw error;
  });
  return engine;
}

/* `changed(state, how)`: after each change, how = "typed" or "chosen". `opened(link)`: before a result is followed.
   `heading`: the level of the groups' headings. `beside` and `below`: elements that stand beside and below the line. */
export function mount(host, { state, changed = () => {}, heading = 2, opened: follows = () => {}, beside, below } = {}) {
  const line = inputLine(beside);
  const { form, input } = line;
  const told = statusLines();
  const narrowing = element("div", { class: "chips-place" });
  const results = element("div", { class: "search-results" });
  const root = element("div", { class: "search" }, form, hintLine(below), narrowing, told.seen, told.spoken, results);
  let choices = NOTHING_CHOSEN;
  let memory = {};
  let facets = null;
  let row = null;
  let wanted = null;
  let running = null;
  let wish = "";

  /* --- The state: what is typed and chosen, and what was followed last ------------------------------------------ */
  function stateNow() {
    return { q: input.value.trim(), ...choices, ...memory };
  }

  function change(next, how) {
    if (next.q !== input.value.trim()) input.value = next.q;
    choices = choicesOf(next);
    memory = {};
    wish = "";
    changed(stateNow(), how);
    if (row && told.counts) row.show(choices, told.counts);
    return ask();
  }

  function show(next = {}) {
    const q = next.q ?? "";
    if (q.trim() !== input.value.trim()) input.value = q;
    choices = choicesOf(next);
    memory = { ...(next.last && { last: next.last, top: next.top }), ...(next.shown && { shown: next.shown }) };
    wish = next.last ? "last" : "";
    return ask(true);
  }

  function press(facet, id) {
    const chosen = choices[facet].includes(id) ? choices[facet].filter((one) => one !== id) : [...choices[facet], id];
    change({ q: input.value.trim(), ...choices, [facet]: chosen }, "chosen");
  }

  function take(next) {
    change({ q: next.q, ...NOTHING_CHOSEN, ...next.choices }, "chosen");
    input.focus();
  }

  /* --- Searching: one search at a time; of those asked for meanwhile only the newest is made ---------------------- */
  function ask(sift = false) {
    wanted = { sift };
    running ??= work().finally(() => { running = null; });
    return running;
  }

  async function work() {
    results.setAttribute("aria-busy", "true");
    const slow = setTimeout(() => { if (!facets) told.tell("Loading the index …"); }, SLOW);
    try {
      while (wanted) {
        const { sift } = wanted;
        wanted = null;
        const found = await searched(sift);
        if (found && !wanted) draw(found);
      }
    } catch (error) {
      wanted = null;
      await fail(error);
    } finally {
      clearTimeout(slow);
      results.removeAttribute("aria-busy");
    }
  }

  async function searched(sift) {
    const made = await opened();
    if (wanted) return null;
    if (!facets) setUp(made.facets);
    if (sift) choices = known(choices, (await made.find("", NOTHING_CHOSEN)).counts);
    if (wanted) return null;
    const asked = stateNow();
    const found = await made.find(asked.q, choices);
    if (wanted) return null;
    return { asked, found, hits: isEmpty(asked) ? {} : await firstHits(found, asked, asked.shown) };
  }

  function setUp(known) {
    facets = known;
    const clear = () => {
      change({ q: input.value.trim(), ...NOTHING_CHOSEN }, "chosen");
      input.focus();
    };
    row = chips(facets, { press, clear });
    narrowing.replaceChildren(row.element);
  }

  /* --- Drawing ----------------------------------------------------------------------------------------------------- */
  function draw({ asked, found, hits }) {
    told.counts = found.counts;
    row.show(choices, found.counts);
    if (isEmpty(asked)) {
      results.replaceChildren(element("p", { class: "search-ways" }, WAYS));
      told.tell("");
    } else if (found.total === 0) {
      drawNone(asked, found);
    } else {
      const loaded = (number, words) => told.say(words);
      results.replaceChildren(...groups(found, hits, { facets, root: ROOT, heading, loaded }));
      told.tell(answered(asked, found, facets));
    }
    fulfil();
  }

  function drawNone(asked, found) {
    const none = element("div", { class: "search-none" });
    const said = answered(asked, found, facets);
    results.replaceChildren(none);
    told.tell(said);
    Promise.all([found.near(), found.loosen()]).then(([near, looser]) => {
      if (!none.isConnected) return;
      none.append(...waysOn(near, looser, take, ROOT));
      told.say(`${said} ${none.querySelector("p").textContent}`);
    }, () => {});
  }

  async function fail(error) {
    const off = await import("./off.js").catch(() => null);
    narrowing.replaceChildren();
    facets = null;
    row = null;
    results.replaceChildren(off ? off.offNotice(error?.reason, ROOT) : element("p", {}, "The search is off."));
    told.tell("");
    told.say("The search is off.");
  }

  /* --- What the reader asked for before the answer was there: the first result, or the one followed last -------------- */
  function fulfil() {
    const [goal, kept] = [wish, memory];
    wish = "";
    if (goal === "first") stops()[0]?.focus();
    if (goal !== "last") return;
    const link = [...results.querySelectorAll(".hit-link")].find((one) => one.dataset.at === kept.last);
    if (link) bringBack(link, kept.top);
  }

  /* --- Keyboard: from the line into the list and back ------------------------------------------------------------------ */
  function stops() {
    return [...results.querySelectorAll("a[href], button")];
  }

  function move(event) {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    // Letters are shortcuts of the theme's own script, which would leave the page.
    if (event.key.length === 1 && event.key !== "/") event.stopPropagation();
    if (event.shiftKey) return;
    const all = stops();
    const at = all.indexOf(document.activeElement);
    if (event.target !== input && at < 0) return;
    const goal = event.target === input
      ? { ArrowDown: all[0] }[event.key]
      : { ArrowDown: all[at + 1], ArrowUp: all[at - 1] ?? input, Home: all[0], End: all.at(-1) }[event.key];
    if (!goal) return;
    event.preventDefault();
    goal.focus();
    if (goal !== input) goal.closest("li, button")?.scrollIntoView({ block: "nearest" });
  }

  /* --- Putting it together ------------------------------------------------------------------------------------------------ */
  input.addEventListener("input", () => change({ q: input.value.trim(), ...choices }, "typed"));
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    wish = "first";
    if (!running) fulfil();
  });
  root.addEventListener("keydown", move);
  results.addEventListener("click", (event) => {
    const link = event.target.closest("a[href]");
    if (!link || event.defaultPrevented || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    memory = { last: link.dataset.at ?? "", top: Math.round(link.getBoundingClientRect().top), shown: listed(results) };
    follows(link);
  });
  host.replaceChildren(root);
  const first = show(state);
  return { focus: () => { input.focus(); input.select(); }, show, state: stateNow, drawn: first };
}

/* --- The parts ------------------------------------------------------------------------------------------------------------ */
function inputLine(beside) {
  const id = ownId("words");
  const input = element("input", {
    id, type: "text", role: "searchbox", name: "q", autocomplete: "off", autocapitalize: "none", spellcheck: "false",
    enterkeyhint: "search", placeholder: "Search words or a theme",
  });
  const label = element("label", { class: "for-ears", for: id }, "Search the collection");
  const form = element("form", { class: "search-line", role: "search", action: new URL("search/", ROOT).href }, label, input);
  if (beside) form.append(beside);
  return { form, input };
}

/* For eyes and keyboards only: a voice names the keys itself. */
function hintLine(below) {
  const keys = element("span", { class: "search-keys", "aria-hidden": "true" }, "↓ results · Enter opens");
  if (below) keys.append(" · Esc closes");
  return element("div", { class: "search-hint" }, keys, below);
}

/* The line that is seen changes at once; the one that is spoken when the reader has paused. */
function statusLines() {
  const seen = element("p", { class: "search-status", "aria-hidden": "true" });
  const spoken = element("p", { class: "for-ears", role: "status" });
  let waiting = 0;
  function say(words) {
    clearTimeout(waiting);
    waiting = setTimeout(() => { spoken.textContent = words; }, QUIET);
  }
  function tell(words) {
    seen.textContent = words;
    say(words);
  }
  return { seen, spoken, say, tell, counts: null };
}

function isEmpty(state) {
  return state.q === "" && nothingChosen(state);
}

/* An address may name what is not, or no longer, there. */
function known(choices, totals) {
  const kept = (facet) => choices[facet].filter((id) => Object.hasOwn(totals[facet] ?? {}, id));
  return Object.fromEntries(FACETS.map((facet) => [facet, kept(facet)]));
}

function listed(results) {
  const lists = [...results.querySelectorAll(".group")];
  return Object.fromEntries(lists.map((group) => [group.dataset.kind, group.querySelectorAll(".hit").length]));
}

/* Focus a result and put it where it stood on the screen. */
function bringBack(link, top) {
  link.focus({ preventScroll: true });
  link.scrollIntoView({ block: "center", behavior: "instant" });
  if (!Number.isFinite(top)) return;
  const body = link.closest("[data-scrolls]") ?? document.scrollingElement;
  body.scrollBy({ top: link.getBoundingClientRect().top - top, behavior: "instant" });
}
