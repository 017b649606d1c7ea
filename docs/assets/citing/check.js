/* The page on which a quotation is checked: what is pasted is compared here, in the browser, with the texts that may have
   it. Nothing of it is sent or put into the address; the entry of the history keeps it, for the way back. */
import { element } from "../elements.js";
import { checking } from "./checking.js";
import { look } from "./look.js";
import { quotationsIn } from "./pasted.js";

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
