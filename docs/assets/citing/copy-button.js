/* A button that copies, and says on itself whether it did. */
import { button } from "../elements.js";
import { copy } from "./clipboard.js";

/* How long it says so. */
const MOMENT = 2500;

/* `words()` → {text, html} to be copied; `say(words)` tells those who do not see it. */
export function copyButton(name, words, say, label = "Copy") {
  const spoken = label === "Copy" ? `Copy: ${name}` : label;
  let forgetting = 0;
  const made = button(label, press, { class: "cite-copy", "aria-label": spoken });

  async function press() {
    const done = (await copy(words())) ? "Copied" : "Not copied";
    clearTimeout(forgetting);
    made.textContent = done;
    say(`${done}: ${name}`);
    forgetting = setTimeout(() => { made.textContent = label; }, MOMENT);
  }

  return made;
}
