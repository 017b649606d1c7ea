/* The subject index: show terms of one kind only. The choice stands in the address, so that it can be sent and comes
   back. The page can be read without it: then all terms stand there, and nothing speaks of a choice. */
(() => {
  "use strict";
  const form = document.querySelector(".kinds");
  const status = form.querySelector('[role="status"]');
  const choices = [...form.elements.kind];
  const names = [...document.querySelectorAll(".term")];
  const letters = [...document.querySelectorAll(".letters a")].map((link) => {
    const heading = document.getElementById(link.hash.slice(1));
    return { link, address: link.getAttribute("href"), heading, list: heading.nextElementSibling };
  });

  /* A letter under which nothing is left is a link no more, as one under which nothing ever stood. */
  function show(kind) {
    const choice = choices.find((one) => one.value === kind) ?? choices[0];
    choice.checked = true;
    for (const name of names) name.hidden = choice.value !== "" && name.dataset.kind !== choice.value;
    for (const { link, address, heading, list } of letters) {
      const empty = ![...list.children].some((name) => !name.hidden);
      heading.hidden = list.hidden = empty;
      if (empty) link.removeAttribute("href");
      else link.setAttribute("href", address);
    }
    return choice;
  }

  function tell(choice) {
    status.textContent = `Shown: ${choice.parentElement.textContent.trim()}`;
  }

  /* A page opened from disk may refuse to change its address: the choice then lasts for this page. */
  function remember(kind, hash) {
    const address = new URL(location);
    if (kind) address.searchParams.set("kind", kind);
    else address.searchParams.delete("kind");
    address.hash = hash;
    try { history.replaceState(history.state, "", address); } catch {}
  }

  function named() {
    return names.find((name) => location.hash === `#${encodeURIComponent(name.id)}`);
  }

  /* What the address asks for is shown; and the term that it names always, whatever its kind. */
  function open() {
    const choice = show(new URLSearchParams(location.search).get("kind"));
    if (named()?.hidden) {
      remember("", location.hash);
      tell(show(""));
    } else if (status.textContent) {
      tell(choice);
    }
    named()?.scrollIntoView();
  }

  form.addEventListener("change", (event) => {
    const choice = show(event.target.value);
    tell(choice);
    // A term that the reader has put away is named no more.
    remember(choice.value, named()?.hidden ? "" : location.hash);
  });
  // Links within the page, and the way back from them.
  addEventListener("popstate", open);
  form.hidden = false;
  open();
})();
