/* "Only" one theme: what neither stands under it nor speaks of it as well is set back, with its notes. A bar at the foot
   of the screen says what is kept, leads from one ¶ of it to the next, and ends it; so does Esc. Nothing is remembered. */
import { isSomethingOver } from "./over.js";
import { wordsOf } from "./own-words.js";
import { numberOf } from "./places.js";

/* Where a ¶ stands that was led to: so many px below the top of the screen, clear of the header. */
const PLACE = 72;
const NEAR = 8;

export function start({ event }) {
  const strip = document.querySelector(".strip");
  if (!strip) return;
  const blocks = [...document.querySelectorAll(".reading .themed")];
  const quoted = quotesOf(blocks);
  const bar = makeBar();
  let only = ""; // id of the theme, or nothing
  let kept = [];
  let led = null; // to which of them the bar led last, and where the page then stood

  function choose(theme) {
    only = theme;
    led = null;
    kept = theme ? blocks.filter((block) => speaksOf(block, theme)) : [];
    const back = theme ? blocks.filter((block) => !kept.includes(block)) : [];
    const quotes = quoted.filter(([, block]) => back.includes(block)).map(([quote]) => quote);
    for (const one of document.querySelectorAll(".set-back")) one.classList.remove("set-back");
    for (const one of [...back, ...quotes, ...notesOf(new Set(back))]) one.classList.add("set-back");
    if (theme) document.documentElement.dataset.readingOnly = theme;
    else delete document.documentElement.dataset.readingOnly;
    for (const one of strip.querySelectorAll("button[data-only]")) {
      one.setAttribute("aria-pressed", String(one.dataset.only === theme));
    }
    bar.show(theme ? `Only ${nameOf(strip, theme)} · ${kept.length} ¶${kept.some(isInView) ? "" : whereFirst(kept)}` : "");
  }

  function end() {
    const button = strip.querySelector('button[aria-pressed="true"]');
    const inBar = bar.element.contains(document.activeElement);
    choose("");
    if (inBar) button?.focus({ preventScroll: true });
  }

  /* Lead to the next kept ¶ below where the reader is, or to the last above; to none beyond the first and the last. */
  function lead(step) {
    const tops = kept.map((block) => block.getBoundingClientRect().top);
    const below = tops.filter((top) => top <= PLACE + NEAR).length;
    const here = step > 0 ? below - 1 : tops.filter((top) => top < PLACE - NEAR).length;
    // At the end of the page a ¶ cannot come to the top: then count from the one that was led to.
    const from = led && led.y === scrollY ? led.index : here;
    const index = Math.min(Math.max(from + step, 0), kept.length - 1);
    scrollBy({ top: tops[index] - PLACE, behavior: "instant" });
    led = { index, y: scrollY };
    bar.say(`Only ${nameOf(strip, only)} · ¶ ${numberOf(kept[index].id)}, ${index + 1} of ${kept.length}`);
  }

  function press({ target }) {
    const button = target instanceof Element && target.closest(".strip button[data-only]");
    if (!button) return;
    if (button.dataset.only === only) end();
    else choose(button.dataset.only);
  }

  bar.ways({
    "Previous": ["Previous ¶ of the theme", () => lead(-1)],
    "Next": ["Next ¶ of the theme", () => lead(1)],
    "Show all": ["", end],
  });
  strip.querySelector(".lanes").after(bar.element);
  document.addEventListener("click", press);
  // What lies over the page, or was opened in it and is in view (a preview, a note), is shut first: this hears last.
  addEventListener("keydown", (pressed) => {
    if (pressed.key === "Escape" && only && !pressed.defaultPrevented && !isSomethingOver()) end();
  });
  if (event) press(event);
}

function speaksOf(block, theme) {
  if (block.classList.contains(`theme-${theme}`)) return true;
  return [...block.querySelectorAll(`.filed-under.theme-${theme}`)].some((label) => label.closest(".themed") === block);
}

/* The notes all of whose markers stand in what is set back. */
function notesOf(back) {
  const told = new Map();
  for (const marker of document.querySelectorAll('.reading [role="doc-noteref"]')) {
    const id = marker.hash.slice(1);
    told.set(id, (told.get(id) ?? true) && back.has(marker.closest(".themed")));
  }
  return [...told].filter(([, all]) => all).map(([id]) => document.getElementById(id)).filter(Boolean);
}

/* Each pull quote with the ¶ whose words it repeats; with the one before it, if it repeats none. */
function quotesOf(blocks) {
  const words = new Map();
  const known = (block) => words.get(block) ?? words.set(block, lettersOf(block)).get(block);
  return [...document.querySelectorAll(".reading .pull-quote")].map((quote) => {
    const said = lettersOf(quote);
    const before = blocks.filter((block) => block.compareDocumentPosition(quote) & Node.DOCUMENT_POSITION_FOLLOWING);
    return [quote.closest("blockquote") ?? quote, blocks.find((block) => known(block).includes(said)) ?? before.at(-1)];
  });
}

function lettersOf(element) {
  return wordsOf(element).normalize().toLowerCase().replace(/[^\p{L}\p{N}]+/gu, " ").trim();
}

function nameOf(strip, theme) {
  return strip.querySelector(`button[data-only="${theme}"]`).dataset.name;
}

/* Else a reader would see nothing but what is set back, and not know which way to go. */
function whereFirst([first]) {
  return first ? `, the first is ¶ ${numberOf(first.id)}` : "";
}

function isInView(block) {
  const { top, bottom } = block.getBoundingClientRect();
  return bottom > PLACE && top < innerHeight - PLACE;
}

function makeBar() {
  const element = document.createElement("div");
  const words = document.createElement("p");
  element.className = "only-bar";
  element.hidden = true;
  words.setAttribute("role", "status");
  element.append(words);

  // A status is spoken when it changes: so it stands in the page, empty, before it says anything.
  const say = (said) => requestAnimationFrame(() => { words.textContent = said; });
  return {
    element,
    say,
    show(said) {
      element.hidden = !said;
      say(said);
    },
    ways(named) {
      for (const [shown, [spoken, go]] of Object.entries(named)) {
        const button = document.createElement("button");
        button.type = "button";
        button.textContent = shown;
        if (spoken) button.setAttribute("aria-label", spoken);
        button.addEventListener("click", go);
        element.append(button);
      }
    },
  };
}
