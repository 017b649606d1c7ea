/* The ways to the search, on every page: the link in the header, the keys `/` and Ctrl+K, and the way back to a search
   that led here. Without it the link leads to the page of the search. What searches is loaded when it is wanted. */
(() => {
  "use strict";
  const root = new URL("../", document.currentScript.src);
  const searchPage = new URL("search/", root);
  const link = document.querySelector(".search-link");
  const host = document.querySelector("[data-search-page]");
  const fromDisk = location.protocol === "file:";

  /* --- From disk: no browser lets such a page load what searches ----------------------------------------------------- */
  function part(name, words, ...parts) {
    const made = document.createElement(name);
    made.append(...(words ? [words] : []), ...parts);
    return made;
  }

  function whyOff() {
    const list = part("ul");
    for (const way of document.querySelectorAll(".md-nav--primary > .md-nav__list > .md-nav__item > a.md-nav__link")) {
      if (withoutIndex(way.href) === searchPage.href) continue;
      const to = part("a", way.textContent.trim());
      to.href = way.href;
      list.append(part("li", "", to));
    }
    return [
      part("p", "This page was opened from disk, and a browser does not let such a page read the search index."),
      part("p", "To search, run ", part("code", "python build_site.py serve"), " in the folder of the project, or any web server, such as ",
        part("code", "python -m http.server --directory site"), ", and open the address that it names."),
      part("p", "Without the search, all can be reached from here:"),
      list,
    ];
  }

  function explainInDialog() {
    const dialog = part("dialog");
    const title = part("h2", "The search is off");
    title.id = "search-off-title";
    const close = part("button", "Close");
    close.type = "button";
    close.addEventListener("click", () => dialog.close());
    dialog.className = "search-off";
    dialog.setAttribute("aria-labelledby", title.id);
    dialog.append(title, ...whyOff(), close);
    dialog.addEventListener("close", () => dialog.remove());
    document.body.append(dialog);
    dialog.showModal();
  }

  function explainInPage() {
    const notice = part("div", "", ...whyOff());
    notice.className = "search-off";
    notice.tabIndex = -1;
    host.replaceChildren(notice);
  }

  function withoutIndex(address) {
    return address.replace(/index\.html(?=$|[?#])/, "");
  }

  /* A link to a folder shows its list of files; the ways that stand in for the search must lead on. */
  function leadToFiles() {
    for (const one of document.links) {
      if (one.protocol === "file:" && one.pathname.endsWith("/")) one.pathname += "index.html";
    }
  }

  /* --- Opening ---------------------------------------------------------------------------------------------------------- */
  const load = () => import(new URL("assets/search/dialog.js", root));
  let opening = false;

  async function open(state) {
    if (host) {
      const field = host.querySelector("input:not([type=checkbox], [type=radio])") ?? host.querySelector(".search-off");
      field?.focus();
      field?.select?.();
    } else if (opening || document.querySelector("dialog[open]")) {
      return;
    } else if (fromDisk) {
      explainInDialog();
    } else {
      opening = true;
      try {
        (await load()).openDialog({ state, opener: link, kept: Boolean(state) });
      } catch {
        location.assign(searchPage);
      }
      opening = false;
    }
  }

  /* --- The link, the keys, the way back ---------------------------------------------------------------------------------- */
  const TYPED_IN = "input:not([type=checkbox], [type=radio], [type=button], [type=submit]), select, textarea";

  function isTyping(target) {
    return target instanceof Element && (target.matches(TYPED_IN) || target.isContentEditable);
  }

  /* `/` where nothing is typed, whatever the keyboard needs to make it; Ctrl+K and ⌘K anywhere. */
  function asks(event) {
    if (event.defaultPrevented || event.isComposing || event.altKey) return false;
    if (event.key === "/") return !event.ctrlKey && !event.metaKey && !isTyping(event.target);
    return event.key.toLowerCase() === "k" && event.ctrlKey !== event.metaKey && !event.shiftKey;
  }

  addEventListener("keydown", (event) => {
    if (!asks(event)) return;
    event.preventDefault();
    open();
  });

  if (link) {
    link.setAttribute("aria-keyshortcuts", "/ Control+K Meta+K");
    const key = link.querySelector("kbd");
    key.hidden = false;
    // A voice names the key itself.
    key.ariaHidden = "true";
    if (!host) {
      link.setAttribute("role", "button");
      link.setAttribute("aria-haspopup", "dialog");
    }
    // A link that is a button is pressed by the space bar too.
    link.addEventListener("keydown", (event) => {
      if (event.key !== " ") return;
      event.preventDefault();
      link.click();
    });
    link.addEventListener("click", (event) => {
      if (event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
      event.preventDefault();
      open();
    });
    if (!host && !fromDisk) {
      for (const hint of ["pointerenter", "focus"]) link.addEventListener(hint, () => load().catch(() => {}), { once: true });
    }
  }

  // A page that comes back whole has its dialog still open.
  addEventListener("pageshow", () => {
    if (!host && !fromDisk && history.state?.search) open(history.state.search);
  });

  if (fromDisk) {
    if (host) explainInPage();
    leadToFiles();
    addEventListener("click", (event) => {
      const way = event.target instanceof Element && event.target.closest("a[href]");
      if (host || event.defaultPrevented || !way || withoutIndex(way.href) !== searchPage.href) return;
      event.preventDefault();
      open();
    });
    addEventListener("submit", (event) => {
      if (withoutIndex(event.target.action) !== searchPage.href) return;
      event.preventDefault();
      open();
    });
  }
})();
