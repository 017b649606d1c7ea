/* Turns keys into steps from the line to type in into the list of results, through it, and back. */

/* Return what the keys reach in the results, in order. */
export function stops(results) {
  return [...results.querySelectorAll("a[href], button")];
}

/* Listen on `root`, in which the line (`input`) and the results stand. */
export function listen(root, input, results) {
  root.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    // Letters are shortcuts of the theme's own script, which would leave the page.
    if (event.key.length === 1 && event.key !== "/") event.stopPropagation();
    const goal = event.shiftKey ? null : goalOf(event, input, stops(results));
    if (!goal) return;
    event.preventDefault();
    goal.focus();
    if (goal !== input) goal.closest("li, button")?.scrollIntoView({ block: "nearest" });
  });
}

function goalOf({ key, target }, input, all) {
  if (target === input) return key === "ArrowDown" ? all[0] : null;
  const at = all.indexOf(target);
  if (at < 0) return null;
  return { ArrowDown: all[at + 1], ArrowUp: all[at - 1] ?? input, Home: all[0], End: all.at(-1) }[key];
}
