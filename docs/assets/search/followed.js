/* A result that is followed, to what the history keeps of it, and back: the result has the focus again, in the same place
   of the screen, among as many others. */

/* Return what is kept: address of the result followed `last`, its `top` on the screen, how many of each kind are `shown`. */
export function kept(link, results) {
  const lists = [...results.querySelectorAll(".group")];
  const shown = Object.fromEntries(lists.map((one) => [one.dataset.kind, one.querySelectorAll(".hit").length]));
  return { last: link.dataset.at ?? "", top: Math.round(link.getBoundingClientRect().top), shown };
}

/* Return of a state what was kept so. */
export function keptIn({ last, top, shown } = {}) {
  return { ...(last && { last, top }), ...(shown && { shown }) };
}

/* Focus the result and put it where it stood. */
export function bringBack({ last, top }, results) {
  const link = [...results.querySelectorAll(".hit-link")].find((one) => one.dataset.at === last);
  if (!link) return;
  link.focus({ preventScroll: true });
  link.scrollIntoView({ block: "center", behavior: "instant" });
  if (!Number.isFinite(top)) return;
  const body = link.closest("[data-scrolls]") ?? document.scrollingElement;
  body.scrollBy({ top: link.getBoundingClientRect().top - top, behavior: "instant" });
}
