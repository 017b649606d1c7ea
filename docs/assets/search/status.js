/* Turns what is to be told into two lines: one that is seen, which changes at once, and one that is spoken, when the
   reader has paused. */
import { element } from "../elements.js";

/* A voice waits until nothing new was told for so many milliseconds: it would read out the answer to each letter. */
const QUIET = 700;

/* Return the two lines; `tell` changes both, `say` only the one that is spoken. Words are told as one text, or as pieces of
   it, of which those that the reader typed are {typed}: they may run from right to left. */
export function statusLines() {
  const seen = element("p", { class: "search-status", "aria-hidden": "true" });
  const spoken = element("p", { class: "for-ears", role: "status" });
  let waiting = 0;

  function say(words) {
    clearTimeout(waiting);
    waiting = setTimeout(() => { spoken.textContent = words; }, QUIET);
  }

  function tell(words) {
    const pieces = [words].flat();
    seen.replaceChildren(...pieces.map((one) => (one.typed ? element("bdi", {}, one.typed) : one)));
    say(plain(pieces));
  }
  return { lines: [seen, spoken], say, tell };
}

/* Return pieces as one text. */
export function plain(pieces) {
  return pieces.map((one) => one.typed ?? one).join("");
}
