/* The page on which a quotation is checked: what is pasted is compared here, in the browser, with the texts that may have
   it. Nothing of it is sent or put into the address; the entry of the history keeps it, for the way back. */
import { element } from "../elements.js";
import { offNotice } from "../search/off.js";
import { MOST, open } from "./candidates.js";
import { compare, lengthOf } from "./comparing.js";
import { stylesOf } from "./data.js";
import { look } from "./look.js";
import { best, offersFor } from "./offers.js";
import { quotationsIn } from "./quotation.js";
import { chosenStyle } from "./style-choice.js";
import { textsOf } from "./texts.js";
import { COUNTED, section, verdictOf } from "./verdicts.js";

/* More words at once would make the page stand still. */
const WORDS = 3000;
const HINT = "A blank line stands between two quotations. Capitals, line ends and the kinds of quotation mark are passed over; commas are not. "
  + "Put […] or … where you left words out, and your own words in square brackets.";

export async function start({ root }) {
  const host = document.querySelector("[data-check]");
  await look("check.css");
  const field = element("textarea", { id: "words-to-check", rows: 7, spellcheck: "false", autocomplete: "off", "aria-describedby": "check-hint" });
  const form = element(
    "form",
    { class: "check-form" },
    element("label", { for: field.id }, "Words to check"),
    field,
    element("p", { class: "check-hint", id: "check-hint" }, HINT),
    element("button", { type: "submit" }, "Check"),
  );
  const status = element("p", { class: "check-status", role: "status" });
  const results = element("div", { class: "check-results", role: "region", "aria-label": "Result" });
  // What was copied is told to those who do not see it; how many are exact stays.
  const spoken = element("p", { class: "for-ears", role: "status" });
  host.replaceChildren(form, status, results, spoken);

  const say = (words) => { status.textContent = words; };
  const check = checking(root, results, say, (words) => { spoken.textContent = words; });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    keep({ text: field.value, isChecked: true });
    if (quotationsIn(field.value).length) check(field.value);
    else {
      results.replaceChildren();
      say("There are no words to check yet.");
      field.focus();
    }
  });
  field.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) form.requestSubmit();
  });
  addEventListener("pagehide", () => keep({ text: field.value, top: scrollY }));
  await asItWas(field, check);
}

/* --- The way back ------------------------------------------------------------------------------------------------------ */
function keep(changed) {
  const check = { ...history.state?.check, ...changed };
  try { history.replaceState({ ...history.state, check }, ""); } catch {}
}

async function asItWas(field, check) {
  const { text = "", isChecked = false, top = 0 } = history.state?.check ?? {};
  field.value = text;
  if (!isChecked || !text) return;
  await check(text);
  scrollTo({ top, behavior: "instant" });
}

/* --- Checking ------------------------------------------------------------------------------------------------------------ */
function checking(root, results, say, speak) {
  const once = remembering();
  const textOf = (id) => once(id, async () => textsOf(await json(new URL(`data/sources/${encodeURIComponent(id)}.json`, root))));
  let latest = 0;

  return async (pasted) => {
    latest += 1;
    const own = latest;
    say("Checking …");
    const told = [];
    try {
      const index = await once("", () => open(root));
      const site = { root, names: index.sources, themes: index.themes, cite: (place) => citationOf(place, root), say: speak };
      for (const quotation of quotationsIn(pasted)) {
        const result = await checked(quotation, index, textOf);
        if (own !== latest) return;
        told.push([verdictOf(result), section(quotation, result, site)]);
      }
      results.replaceChildren(...told.map(([, made]) => made));
      say(summary(told.map(([verdict]) => verdict)));
    } catch (error) {
      if (own !== latest) return;
      results.replaceChildren(refusal(error, root));
      say("Nothing could be checked.");
    }
  };
}

async function checked(quotation, index, textOf) {
  if (lengthOf(quotation) > WORDS) return { verdict: "long", most: WORDS };
  const ids = await index.find(quotation, MOST);
  const sources = await Promise.all(ids.map(textOf));
  // What was pressed and said is seen before the work begins.
  await new Promise((done) => { setTimeout(done); });
  return compare(quotation, sources);
}

function summary(verdicts) {
  const number = verdicts.length;
  const counted = COUNTED.map(([verdict, one, several]) => {
    const of = verdicts.filter((other) => other === verdict).length;
    return of && `${of} ${of === 1 ? one : several}`;
  }).filter(Boolean);
  return `${number === 1 ? "1 quotation" : `${number} quotations`}: ${counted.join(", ")}.`;
}

function refusal(error, root) {
  if (error.reason) {
    const said = element("p", { class: "verdict-said" }, "A quotation is found through the index of the search.");
    return element("div", {}, said, offNotice(error.reason, root));
  }
  return element("p", { class: "check-off" }, "A text could not be read. Check the connection, and try again.");
}

/* Return {cited, name, notice} of a place in the style of the reader, or null. */
async function citationOf(place, root) {
  try {
    const [offers, styles] = await Promise.all([offersFor(place, root), stylesOf(root)]);
    const style = chosenStyle(styles);
    // Whoever quotes a note quotes its words, not the work that it cites.
    const own = offers.sections.filter(({ id }) => place.kind === "note" && id === "note");
    const { cited, section: { rows } } = best(own.length ? { sections: own } : offers, style);
    return { cited, name: rows.find(({ html }) => html === cited)?.name ?? "", notice: offers.notice };
  } catch {
    return null;
  }
}

/* What was fetched once is there; what failed is asked for again. */
function remembering() {
  const made = new Map();
  return (name, make) => {
    if (!made.has(name)) {
      const promise = make();
      promise.catch(() => made.delete(name));
      made.set(name, promise);
    }
    return made.get(name);
  };
}

async function json(url) {
  const answer = await fetch(url);
  if (!answer.ok) throw new Error(`${answer.status} for ${url}`);
  return answer.json();
}
