/* The look of a feature, asked for with it: most readers of a page never open it. */

/* A plain page is better than none. */
const LATE = 2000;
const asked = new Map();

/* Return a promise that is settled when a stylesheet of this folder is there, cannot be had, or is late. */
export function look(name) {
  if (!asked.has(name)) asked.set(name, new Promise((settled) => ask(name, settled)));
  return asked.get(name);
}

function ask(name, settled) {
  const link = document.createElement("link");
  link.rel = "stylesheet";
  link.href = new URL(name, import.meta.url);
  link.addEventListener("load", settled);
  link.addEventListener("error", settled);
  setTimeout(settled, LATE);
  document.head.append(link);
}
