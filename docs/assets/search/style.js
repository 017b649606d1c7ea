/* The look of the search, asked for with it: most readers of a page never open it. */
const link = document.createElement("link");
link.rel = "stylesheet";
link.href = new URL("../search.css", import.meta.url);

/* Settled once it is there, cannot be had, or is late: a plain search is better than none. */
const LATE = 2000;
export const styled = new Promise((settled) => {
  setTimeout(settled, LATE);
  link.addEventListener("load", settled);
  link.addEventListener("error", settled);
});
document.head.append(link);
