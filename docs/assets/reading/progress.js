/* Where the reader is in a long text: a hairline along the foot of the header that grows, and "¶ 12 of 50" beside the
   contents, where these are shown. Both are for the eye alone: the ¶ says its number itself. */

const LONG = 3; // screens of text
const BELOW = 40; // px below the header, where reading begins

export function start() {
  const header = document.querySelector(".md-header");
  const blocks = [...document.querySelectorAll(".reading .themed[id^=p]")];
  if (!header || !blocks.length) return;
  const line = makeLine(header);
  const words = makeWords(document.querySelector(".contents-title"));
  const last = blocks[blocks.length - 1];
  // A page may show a part of the text alone: then its numbers are not those of its ¶.
  const whole = Number(last.id.slice(1)) === blocks.length;
  let waiting = false;
  let said = null;

  function told(at) {
    if (at < 0) return `${blocks.length} ¶`;
    const number = blocks[at].id.slice(1);
    return whole ? `¶ ${number} of ${blocks.length}` : `¶ ${number}, ${at + 1} of ${blocks.length}`;
  }

  /* First everything is measured, then everything is written. */
  function tell() {
    waiting = false;
    const reading = header.getBoundingClientRect().bottom + BELOW;
    const first = blocks[0].getBoundingClientRect().top;
    const end = last.getBoundingClientRect().bottom;
    const at = lastAbove(blocks, reading);
    const long = end - first > LONG * innerHeight;
    const part = Math.min(Math.max((reading - first) / (end - first), 0), 1);
    line.hidden = !long;
    line.style.transform = `scaleX(${part.toFixed(4)})`;
    const now = long ? told(at) : "";
    if (words && now !== said) words.textContent = said = now;
  }

  function ask() {
    if (waiting) return;
    waiting = true;
    requestAnimationFrame(tell);
  }

  addEventListener("scroll", ask, { passive: true });
  addEventListener("resize", ask, { passive: true });
  ask();
}

/* Blocks stand in order, so the last that begins above a line is found by halving: six looks for fifty ¶. */
function lastAbove(blocks, y) {
  let low = 0;
  let high = blocks.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (blocks[middle].getBoundingClientRect().top <= y) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

function makeLine(header) {
  const line = document.createElement("div");
  line.className = "progress";
  line.hidden = true;
  line.setAttribute("aria-hidden", "true");
  header.append(line);
  return line;
}

function makeWords(title) {
  if (!title) return null;
  const words = document.createElement("span");
  words.className = "place-in-text";
  words.setAttribute("aria-hidden", "true");
  title.append(words);
  return words;
}
