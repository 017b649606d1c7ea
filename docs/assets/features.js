/* What reading has beyond the page itself: each feature is a module, loaded where a page has use for it, and most of them
   only once a reader asks. Without it, or where one cannot be loaded (from disk no browser lets it), the page reads whole. */
(() => {
  "use strict";
  const assets = new URL("./", document.currentScript.src);
  const root = new URL("../", assets);

  /* Start a feature, with the event that asked for it or what tells the last one, and say whether it came. One that cannot be had is done without: its page works as it stands. A fault
     of its own is told like any other. */
  function load(module, event) {
    return import(new URL(module, assets)).then(
      (feature) => {
        feature.start({ root, event: event instanceof Function ? event() : event });
        return true;
      },
      () => false,
    );
  }

  /* At the first of these events within such an element; where nothing came, at the next. */
  function on(events, selector, module, wanted = () => true) {
    const asking = new AbortController();
    let loading = false;
    const hear = async (event) => {
      if (loading || !(event.target instanceof Element) || !event.target.closest(selector) || !wanted(event)) return;
      loading = true;
      if (await load(module, event)) asking.abort();
      loading = false;
    };
    for (const name of events) addEventListener(name, hear, { capture: true, signal: asking.signal });
  }

  // From disk nothing can be loaded: what would ask for it is not offered.
  if (location.protocol === "file:") {
    document.documentElement.dataset.from = "disk";
    return;
  }

  function has(selector) {
    return document.querySelector(selector) !== null;
  }

  if (has(".reading .notes .note")) load("reading/notes.js");
  if (has(".reading .themed")) addEventListener("scroll", () => load("reading/progress.js"), { once: true, passive: true });
  on(["pointerover", "focusin"], "article a[href]", "reading/previews.js", (event) => event.pointerType !== "touch");
  on(["click"], ".strip button[data-only]", "reading/filter.js");
  on(["click"], ".md-sidebar a[href]", "reading/drawer.js");
  if (has("[data-florilegium]")) load("citing/florilegium.js");
  if (has("[data-check]")) load("citing/check.js");
  if (new URLSearchParams(location.search).has("to")) load("reading/run.js");

  /* To cite is a link, to the page that says how, wherever this cannot be had or the reader wants a page of its own. */
  function citing(event) {
    const { button, ctrlKey, metaKey, shiftKey, altKey } = event;
    const link = event.target.closest?.("a.cite[data-cite]");
    if (!link || event.defaultPrevented || button || ctrlKey || metaKey || shiftKey || altKey) return;
    event.preventDefault();
    opening ??= load("citing/dialog.js", event).then((came) => {
      opening = null;
      if (came) removeEventListener("click", citing);
      else location.assign(link.href);
    });
  }
  let opening = null; // A second click waits for what the first has asked for.
  addEventListener("click", citing);

  /* At the first words of a text that are selected. */
  function selecting() {
    const selection = getSelection();
    if (selection.isCollapsed || !selection.containsNode(document.querySelector(".reading article"), true)) return;
    document.removeEventListener("selectionchange", selecting);
    // A click that comes while it is loaded is its own as well: the third one in a row selects a whole ¶.
    let last = null;
    const hear = (event) => { last = event; };
    addEventListener("click", hear, true);
    load("citing/selection.js", () => last).then((came) => {
      removeEventListener("click", hear, true);
      if (!came) document.addEventListener("selectionchange", selecting);
    });
  }
  if (has(".reading .themed")) document.addEventListener("selectionchange", selecting);

  // Where a search led here: with its words in the address, or by the history.
  const landed = (state) => new URLSearchParams(location.search).has("find") || state?.find?.length;
  if (landed(history.state)) load("landing.js");
  else {
    const hear = ({ state }) => {
      if (!landed(state)) return;
      removeEventListener("popstate", hear);
      load("landing.js");
    };
    addEventListener("popstate", hear);
  }
})();
