/* Turns what a reader types and chooses into what is shown: one line to type in, chips, a status line, results. It is
   the same on the page of the search and in its dialog; who mounts it keeps the address. */
import { WAYS, answered, besides, waysOn } from "./answers.js";
import { button, element, ownId } from "../elements.js";
import { open } from "./engine.js";
import { chips } from "./facets.js";
import { folding } from "./folding.js";
import { bringBack, kept, keptIn } from "./followed.js";
import { listen, stops } from "./keys.js";
import { offNotice } from "./off.js";
import { firstHits, groups } from "./results.js";
import { FACETS, NOTHING_CHOSEN, choicesOf, isEmpty, nothingChosen } from "./state.js";
import { plain, statusLines } from "./status.js";

export const ROOT = new URL("../../", import.meta.url);
/* A first load is told of after so many milliseconds. */
const SLOW = 300;

let engine = null;

/* The engine is opened once for all; after a failure, of whatever kind, the next search opens another. */
function opened() {
  engine ??= open(ROOT);
  return engine;
}

/* `changed(state, how)`: after each change, how = "typed", "chosen", or "sifted" where it named what is not there. `opened(link)`: before a result is followed.
   `heading`: the level of the groups' headings. `beside` and `below`: elements that stand beside and below the line. */
export function mount(host, { state, changed = () => {}, heading = 2, opened: follows = () => {}, beside, below } = {}) {
  const { form, input } = inputLine(beside);
  const { lines, say, tell } = statusLines();
  const narrowing = element("div");
  const beyond = element("p", { class: "search-also", hidden: true });
  const results = element("div", { class: "search-results" });
  const root = element("div", { class: "search" }, form, hintLine(below), narrowing, lines, beyond, results);
  let choices = NOTHING_CHOSEN;
  let memory = {};
  let facets = null;
  let counts = null;
  let row = null;
  let fold = null;
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
    if (how === "typed") fold?.settle(stateNow());
    if (counts) showChips();
    ask();
  }

  function show(next = {}) {
    const q = next.q ?? "";
    if (q.trim() !== input.value.trim()) input.value = q;
    choices = choicesOf(next);
    memory = keptIn(next);
    wish = next.last ? "last" : "";
    fold?.settle(stateNow());
    ask(true);
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
  }

  async function work() {
    results.setAttribute("aria-busy", "true");
    const slow = setTimeout(() => { if (!facets) tell("Loading the index …"); }, SLOW);
    try {
      while (wanted) {
        const { sift } = wanted;
        wanted = null;
        const found = await searched(sift);
        if (found && !wanted) draw(found);
      }
    } catch (error) {
      wanted = engine = null;
      fail(error);
    } finally {
      clearTimeout(slow);
      results.removeAttribute("aria-busy");
    }
  }

  async function searched(sift) {
    const made = await opened();
    if (wanted) return null;
    if (!facets) setUp(made.facets);
    if (sift) leave(known(choices, (await made.find("", NOTHING_CHOSEN)).counts));
    if (wanted) return null;
    const asked = stateNow();
    const found = await made.find(asked.q, choices);
    if (wanted) return null;
    return { asked, found, hits: isEmpty(asked) ? {} : await firstHits(found, asked, asked.shown) };
  }

  function leave(there) {
    const all = FACETS.every((facet) => there[facet].length === choices[facet].length);
    choices = there;
    if (!all) changed(stateNow(), "sifted");
  }

  function setUp(known) {
    facets = known;
    row = chips(facets, { press, clear: () => take({ q: input.value.trim() }) });
    fold = folding(row.element);
    fold.settle(stateNow());
    narrowing.replaceChildren(fold.element);
  }

  /* --- Drawing ----------------------------------------------------------------------------------------------------- */
  function showChips(vain = false) {
    row.show(choices, counts, vain);
    fold.name(choices);
  }

  function draw({ asked, found, hits }) {
    ({ counts } = found);
    const nothing = found.query.empty && nothingChosen(asked);
    showChips(!nothing && found.total === 0);
    beyond.hidden = true;
    if (nothing) {
      results.replaceChildren(element("p", { class: "search-ways" }, WAYS));
      tell("");
    } else if (found.total === 0) {
      drawNone(asked, found);
    } else {
      results.replaceChildren(...groups(found, hits, { facets, root: ROOT, heading, load: loader(asked, found), say }));
      tell(answered(asked, found, facets));
      drawAlso(found);
    }
    fulfil();
  }

  /* What loads more of the hits; after a failure from an engine opened anew. */
  function loader(asked, found) {
    let from = found;
    return async (kind, ...range) => {
      try {
        from ??= await (await opened()).find(asked.q, choicesOf(asked));
        return await from.kinds[kind].load(...range);
      } catch (error) {
        from = engine = null;
        throw error;
      }
    };
  }

  function drawAlso(found) {
    const drawn = results.firstElementChild;
    found.also?.().then((also) => {
      if (!drawn.isConnected) return;
      beyond.replaceChildren(...besides(also, take));
      beyond.hidden = !also.length;
    }, () => {});
  }

  function drawNone(asked, found) {
    const none = element("div", { class: "search-none" });
    const said = answered(asked, found, facets);
    results.replaceChildren(none);
    tell(said);
    Promise.all([found.near(), found.loosen()]).then(([near, looser]) => {
      if (!none.isConnected) return;
      none.append(...waysOn(near, looser, take, ROOT));
      say(`${plain(said)} ${none.querySelector("p").textContent}`);
      fulfil();
    }, () => {});
  }

  function fail(error) {
    narrowing.replaceChildren();
    [facets, counts, row, fold] = [null, null, null, null];
    beyond.hidden = true;
    const notice = offNotice(error?.reason, ROOT);
    const again = () => {
      input.focus();
      ask(true);
    };
    if (error?.reason !== "index") notice.append(button("Try again", again, { class: "search-again" }));
    results.replaceChildren(notice);
    tell("");
    say("The search is off.");
  }

  /* What the reader asked for before it was there: the first result or way on, or the result followed last. */
  function fulfil() {
    const [first] = stops(results);
    if (wish === "last") bringBack(memory, results);
    else if (wish === "first" && document.activeElement === input) first?.focus();
    if (wish === "last" || first) wish = "";
  }

  /* --- Putting it together ------------------------------------------------------------------------------------------------ */
  input.addEventListener("input", () => change({ q: input.value.trim(), ...choices }, "typed"));
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    wish = "first";
    if (!running) fulfil();
  });
  listen(root, input, results);
  results.addEventListener("click", (event) => {
    const link = event.target.closest("a[href]");
    if (!link || event.defaultPrevented || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    memory = kept(link, results);
    follows(link);
  });
  host.replaceChildren(root);
  show(state);
  function focus() {
    input.focus();
    input.select();
  }

  function type(words) {
    input.value = words;
    change({ q: words.trim(), ...choices }, "typed");
  }
  return { focus, show, type, state: stateNow };
}

/* --- The parts ------------------------------------------------------------------------------------------------------------ */
function inputLine(beside) {
  const id = ownId("words");
  const input = element("input", {
    id, type: "text", role: "searchbox", name: "q", autocomplete: "off", autocapitalize: "none", spellcheck: "false",
    enterkeyhint: "search", placeholder: "Search the collection",
  });
  const label = element("label", { class: "for-ears", for: id }, "Search the collection");
  const form = element("form", { class: "search-line", role: "search", action: new URL("search/", ROOT).href }, label, input);
  if (beside) form.append(beside);
  return { form, input };
}

/* For eyes and keyboards only: a voice names the keys itself. */
function hintLine(below) {
  const keys = element("span", { class: "search-keys", "aria-hidden": "true" }, "↓ or Enter: results");
  if (below) keys.append(" · Esc closes");
  return element("div", { class: "search-hint" }, keys, below);
}

/* An address may name what is not, or no longer, there. */
function known(choices, totals) {
  const kept = (facet) => choices[facet].filter((id) => Object.hasOwn(totals[facet] ?? {}, id));
  return Object.fromEntries(FACETS.map((facet) => [facet, kept(facet)]));
}
