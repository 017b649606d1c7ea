/* The citations beside the verdicts: what stands in the text and what is listed, in the style of the reader, who chooses it
   once above all of them. */
import { element } from "../elements.js";
import { copyButton } from "./copy-button.js";
import { stylesOf } from "./data.js";
import { offersFor } from "./offers.js";
import { choose, chosenStyle } from "./style-choice.js";
import { unlinked } from "./unlinked.js";
import { plain } from "./wording.js";

/* Return {choice, of, noticeOf}: the line with the styles, which is seen once there is a citation; what makes the citation
   of a place, which comes when it is there; and the promise of what a paraphrase is said to be. `say` tells what was copied. */
export function verdictCitations(root, say) {
  const select = element("select");
  const choice = element("p", { class: "verdict-styles", hidden: true }, element("label", {}, "Style", select));
  const drawn = [];
  select.addEventListener("change", () => {
    choose(select.value);
    for (const draw of drawn) draw();
  });

  function of(place) {
    const host = element("div", { class: "verdict-citation", hidden: true });
    Promise.all([offersFor(place, root), stylesOf(root)]).then(([offers, styles]) => {
      offer(styles);
      const draw = () => host.replaceChildren(...rowsOf(offers, styles.find(({ id }) => id === select.value), say));
      drawn.push(draw);
      draw();
      host.hidden = false;
    }).catch(() => {}); // The verdict stands without it.
    return host;
  }

  function offer(styles) {
    if (!choice.hidden) return;
    select.append(...styles.map(({ id, label }) => element("option", { value: id }, label)));
    select.value = chosenStyle(styles);
    choice.hidden = false;
  }

  const noticeOf = (place) => offersFor(place, root).then(({ notice }) => notice, () => "");
  return { choice, of, noticeOf };
}

/* Whoever quotes a note quotes its words, not the work that it cites. */
function rowsOf({ place, sections }, style, say) {
  const section = (place.kind === "note" && sections.find(({ id }) => id === "note")) || sections[0];
  const rows = section.rows.filter((row) => row.style === style.id);
  if (!rows.length) return [element("p", { class: "verdict-said" }, `${style.label} has no form for this place. Choose another style.`)];
  return rows.map((row) => line(row, say));
}

function line({ name, html, remark }, say) {
  return element(
    "div",
    { class: "verdict-row" },
    element("p", { class: "verdict-style" }, name),
    element("p", { class: "verdict-string" }, unlinked(html)),
    copyButton(name, () => ({ text: plain(html), html }), say),
    remark && element("p", { class: "verdict-remark" }, remark),
  );
}
