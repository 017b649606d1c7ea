/* The bibliography: choose the style of its entries, show only works that more than one source cites, copy a citation.
   The page can be read without it: then the entries stand in their first style, and nothing speaks of a choice. */
(() => {
  "use strict";
  const form = document.querySelector(".works-switch");
  const list = document.querySelector(".works");
  const bar = form.querySelector("fieldset");
  const status = form.querySelector('[role="status"]');
  const choices = [...form.querySelectorAll('[name="style"]')];
  const works = [...list.children];
  const REMEMBERED = "florilegium-style";

  /* --- Style: which entries are shown, and in whose order ---------------------------------------------------------- */
  function show(style) {
    const index = choices.findIndex((choice) => choice.value === style);
    choices[index].checked = true;
    for (const part of list.querySelectorAll("[data-style]")) part.hidden = Number(part.dataset.style) !== index;
    const place = (work) => Number(work.dataset.order.split(" ")[index]);
    list.append(...works.sort((one, other) => place(one) - place(other)));
  }

  /* Keep the work that a reader looks at where it is on the screen, though entries above it change. */
  function inPlace(change) {
    const seen = works.find((work) => work.getBoundingClientRect().bottom > bar.getBoundingClientRect().bottom);
    const before = seen?.getBoundingClientRect().top;
    const scrolled = bar.getBoundingClientRect().bottom > list.getBoundingClientRect().top;
    change();
    if (scrolled && seen && !seen.hidden) scrollBy({ top: seen.getBoundingClientRect().top - before, behavior: "instant" });
  }

  function remember(style) {
    // Private windows refuse the store, and a page opened from disk its address: the choice then lasts for this page.
    try {
      localStorage.setItem(REMEMBERED, style);
      const address = new URL(location);
      if (address.searchParams.has("style")) address.searchParams.set("style", style);
      history.replaceState(history.state, "", address);
    } catch {}
  }

  function remembered() {
    const asked = new URLSearchParams(location.search).get("style");
    let stored = null;
    try { stored = localStorage.getItem(REMEMBERED); } catch {}
    const known = (style) => choices.some((choice) => choice.value === style);
    return [asked, stored].find(known) ?? choices[0].value;
  }

  /* --- Works that more than one source cites ------------------------------------------------------------------------ */
  function filter() {
    const only = form.elements.shared?.checked;
    for (const work of works) work.hidden = Boolean(only) && !("shared" in work.dataset);
    return works.filter((work) => !work.hidden).length;
  }

  /* The work that the address names is always shown. */
  function reveal() {
    const named = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (!named || !list.contains(named)) return;
    if (named.hidden) { form.elements.shared.checked = false; filter(); }
    named.scrollIntoView();
  }

  /* --- Copying: with italics where the clipboard takes them ----------------------------------------------------------- */
  function wordsOf(line) {
    const own = line.querySelector(".words");
    return own ?? line.closest(".work").querySelector(`.entry[data-style="${line.dataset.style}"]`);
  }

  async function copy(words) {
    const text = words.textContent.trim();
    if (window.ClipboardItem && navigator.clipboard?.write) {
      const part = (type, content) => [type, new Blob([content], { type })];
      const both = [part("text/html", words.innerHTML.trim()), part("text/plain", text)];
      await navigator.clipboard.write([new ClipboardItem(Object.fromEntries(both))]);
    } else {
      await navigator.clipboard.writeText(text);
    }
  }

  function addButton(line) {
    const name = `${line.querySelector("strong").textContent}, ${line.closest(".work").dataset.name}`;
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = "Copy";
    button.setAttribute("aria-label", `Copy: ${name}`);
    button.addEventListener("click", async () => {
      const done = await copy(wordsOf(line)).then(() => "Copied", () => "Not copied");
      button.textContent = done;
      status.textContent = `${done}: ${name}`;
      setTimeout(() => { button.textContent = "Copy"; status.textContent = ""; }, 2500);
    });
    line.querySelector(".as-listed, strong:not(:has(+ .as-listed))").after(button);
  }

  /* --- The page as it opens ------------------------------------------------------------------------------------------- */
  for (const line of list.querySelectorAll(".form")) addButton(line);
  form.addEventListener("change", (event) => {
    if (event.target.name === "style") {
      inPlace(() => show(event.target.value));
      remember(event.target.value);
      status.textContent = `Entries in the style ${event.target.parentElement.textContent.trim()}`;
    } else {
      status.textContent = `Entries shown: ${filter()}`;
    }
  });
  addEventListener("hashchange", reveal);
  form.hidden = false;
  show(remembered());
  filter(); // A browser may have kept the box checked.
  reveal();
})();
