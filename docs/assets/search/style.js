/* The look of the search, asked for with it: most readers of a page never open it. */
const link = document.createElement("link");
link.rel = "stylesheet";
link.href = new URL("../search.css", import.meta.url);

/* Settled once it is there, or cannot be had: a plain search is better than none. */
export const styled = new Promise((settled) => {
  link.addEventListener("load", settled);
  link.addEventListener("error", settled);
});
document.head.append(link);
