/* Turns the chips, on a narrow screen, into what one button opens: they would push the results out of sight. On a wide
   one the button is not there and the chips always are (search.css). */
import { button, element, ownId } from "../elements.js";
import { FACETS, isEmpty } from "./state.js";

/* Return an element with the button and the chips. */
export function folding(chips) {
  const part = element("div", { class: "narrowing-part", id: ownId("narrowing") }, chips);
  const toggle = button("", () => turn(part.classList.contains("folded")), {
    class: "narrowing-toggle", "aria-controls": part.id,
  });

  function turn(open) {
    part.classList.toggle("folded", !open);
    toggle.setAttribute("aria-expanded", String(open));
  }

  function name(state) {
    const number = FACETS.reduce((sum, facet) => sum + state[facet].length, 0);
    toggle.textContent = number ? `Narrow · ${number} chosen` : "Narrow by theme, source, kind or year";
  }

  /* Open where nothing is asked yet; otherwise the results have the room. What has the focus is not folded away. */
  function settle(state) {
    turn(isEmpty(state) || part.contains(document.activeElement));
  }
  return { element: element("div", { class: "narrowing" }, toggle, part), name, settle };
}
