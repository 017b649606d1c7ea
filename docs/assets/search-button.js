/* The ways to the search, on every page: the link in the header, the keys `/` and Ctrl+K, and the way back to a search
   that led here. Without it the link leads to the page of the search. What searches is loaded when it is wanted. */
(() => {
  "use strict";
  const root = new URL("../", document.currentScript.src);
  const searchPage = new URL("search/", root);
  const link = document.querySelector(".search-link");
  const host = document.querySelector("[data-search-page]");
  const fromDisk = location.protocol === "file:";
  const FIELD = "input:not([type=checkbox], [type=radio], [type=button], [type=submit])";
  const TYPED_IN = `${FIELD}, select, textarea`;
  const FIXED = [["Subject index", "subject-index/index.html"], ["Bibliography", "bibliography/index.html"], ["Themes", "index.html"]];

  /* --- From disk: no browser lets such a page load what searches ----------------------------------------------------- */
  function part(name, words, ...parts) {
    const made = document.createElement(name);
    made.append(...(words ? [words] : []), ...parts);
    return made;
  }

  /* The ways of the navigation, or, where a theme has another one, those that every copy of the site has. */
  function ways() {
    const named = [...document.querySelectorAll(".md-nav--primary > .md-nav__list > .md-nav__item > a.md-nav__link")]
      .filter((one) => withoutIndex(one.href) !== searchPage.href)
      .map((one) => [one.textContent.trim(), one.href]);
    return named.length ? named : FIXED.map(([name, at]) => [name, new URL(at, root).href]);
  }

  function whyOff() {
    const list = part("ul");
    for (const [name, address] of ways()) {
      const to = part("a", name);
      to.href = address;
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
    dialog.addEventListener("close", () => {
      dialog.remove();
      if (document.activeElement === document.body) link?.focus();
    });
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
  // "pressed" by the reader, or "kept" by the history.
  let asked = "";
  let typed = "";

  function open() {
    if (host) {
      const field = host.querySelector(FIELD) ?? host.querySelector(".search-off");
      field?.focus();
      field?.select?.();
    } else if (document.querySelector("dialog[open]")) {
      return;
    } else if (fromDisk) {
      explainInDialog();
    } else {
      asked = "pressed";
      show();
    }
  }

  /* Show the dialog, with what this entry of the history keeps of a search, and with what was typed meanwhile. */
  async function show() {
    if (opening) return;
    opening = true;
    try {
      const { openDialog } = await load();
      if (asked === "pressed" || (asked && kept())) openDialog({ state: kept(), opener: link, typed });
    } catch {
      if (asked === "pressed") leave();
      else forget();
    }
    opening = false;
    asked = typed = "";
  }

  function kept() {
    return history.state?.search;
  }

  /* Who asked for the search finds it on its page; nobody else is led away from where he is. */
  function leave() {
    const to = new URL(searchPage);
    const words = typed || kept()?.q;
    if (words) to.searchParams.set("q", words);
    location.assign(to);
  }

  function forget() {
    if (!kept()) return;
    const { search, ...others } = history.state;
    try { history.replaceState(others, ""); } catch {}
  }

  /* While the dialog is being loaded no letter is lost, and none is a shortcut of the theme; Esc gives it up. */
  function gather(event) {
    if (!asked || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    if (event.key === "Escape") {
      asked = typed = "";
      forget();
    } else if (asked === "pressed" && (event.key.length === 1 || event.key === "Backspace" || event.key === "Enter")) {
      if (event.key === "Backspace") typed = typed.slice(0, -1);
      else if (event.key.length === 1) typed += event.key;
    } else {
      return;
    }
    event.preventDefault();
    event.stopImmediatePropagation();
  }

  addEventListener("keydown", gather, true);

  /* --- The link, the keys, the way back ---------------------------------------------------------------------------------- */
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
      // A link that is a button is pressed by the space bar too.
      link.addEventListener("keydown", (event) => {
        if (event.key !== " ") return;
        event.preventDefault();
        link.click();
      });
    }
    link.addEventListener("click", (event) => {
      if (event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
      event.preventDefault();
      open();
    });
    if (!host && !fromDisk) {
      for (const hint of ["pointerenter", "focus"]) link.addEventListener(hint, () => load().catch(() => {}), { once: true });
    }
  }

  /* The way back leads into a search that was open: on another page, which is loaded or comes back whole (with its dialog
     open still), or on this one. */
  function comeBack() {
    if (host || fromDisk || !kept() || document.querySelector("dialog[open]")) return;
    asked ||= "kept";
    show();
  }

  addEventListener("pageshow", comeBack);
  // The browser gives the focus to the place of the entry after this event.
  addEventListener("popstate", () => setTimeout(comeBack));

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
