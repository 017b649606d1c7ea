/* What was pasted to what is told of it: each quotation is compared with the texts that may have it. */
import { element } from "../elements.js";
import { offNotice } from "../search/off.js";
import { MOST, open } from "./candidates.js";
import { compare, lengthOf } from "./comparing.js";
import { textsOf } from "./compared-texts.js";
import { textOf } from "./data.js";
import { summary, verdictOf } from "./headline.js";
import { quotationsIn } from "./pasted.js";
import { verdictCitations } from "./verdict-citations.js";
import { section } from "./verdicts.js";

/* More words at once would make the page stand still. */
const WORDS = 3000;

/* Return what checks a pasted text: its results are put into `results`, and how many are exact is said with `say`; `speak`
   tells what was copied. A text that is checked later takes the place of one that is not done. */
export function checking(root, results, say, speak) {
  const once = remembering();
  const textsIn = (id) => once(id, async () => textsOf(await textOf(id, root)));
  let latest = 0;

  return async (pasted) => {
    latest += 1;
    const own = latest;
    say("Checking …");
    const told = [];
    try {
      const index = await once("", () => open(root));
      const citations = verdictCitations(root, speak);
      const site = { root, names: index.sources, themes: index.themes, citations, say: speak };
      for (const quotation of quotationsIn(pasted)) {
        const result = await checked(quotation, index, textsIn);
        if (own !== latest) return;
        told.push([verdictOf(result), section(quotation, result, site)]);
      }
      results.replaceChildren(citations.choice, ...told.map(([, made]) => made));
      say(summary(told.map(([verdict]) => verdict)));
    } catch (error) {
      if (own !== latest) return;
      results.replaceChildren(refusal(error, root));
      say("Nothing could be checked.");
    }
  };
}

async function checked(quotation, index, textsIn) {
  if (lengthOf(quotation) > WORDS) return { verdict: "long", most: WORDS };
  const { likely, others } = await index.find(quotation, MOST);
  const result = await comparedWith(likely, quotation, textsIn);
  const isDone = result.verdict === "exact" || !others.length;
  return isDone ? result : comparedWith([...likely, ...others], quotation, textsIn);
}

async function comparedWith(ids, quotation, textsIn) {
  const sources = await Promise.all(ids.map(textsIn));
  // What was pressed and said is seen before the work begins.
  await new Promise((done) => { setTimeout(done); });
  return compare(quotation, sources);
}

function refusal(error, root) {
  if (error.reason) {
    const said = element("p", { class: "verdict-said" }, "A quotation is found through the index of the search.");
    return element("div", {}, said, offNotice(error.reason, root));
  }
  return element("p", { class: "check-off" }, "A text could not be read. Check the connection, and try again.");
}

/* What was made once is there; what failed is tried again. */
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
