/* Why the search cannot be, to what a reader is told: what is wrong, and what to do. The classic script of the header
   says the same of a page from disk, where no module can be loaded. */

const REASONS = {
  disk: [
    ["This page was opened from disk, and a browser does not let such a page read the search index."],
    [
      "To search, run ",
      { code: "python build_site.py serve" },
      " in the folder of the project, or any web server, such as ",
      { code: "python -m http.server --directory site" },
      ", and open the address that it names.",
    ],
  ],
  index: [
    ["This copy of the site was made without its search index, as plain MkDocs makes it."],
    ["To make the index, run ", { code: "python build_site.py" }, " in the folder of the project."],
  ],
  other: [
    ["The search index could not be read. The connection may be lost, or this browser may be too old for it."],
    ["To try again, load the page anew."],
  ],
};

const WAYS = [
  ["Subject index", "subject-index/"],
  ["Texts", "sources/"],
  ["Themes", "./"],
];

function paragraph(parts) {
  const made = document.createElement("p");
  for (const one of parts) {
    if (typeof one === "string") {
      made.append(one);
    } else {
      const code = document.createElement("code");
      code.textContent = one.code;
      made.append(code);
    }
  }
  return made;
}

/** Return what is shown in the place of the search: the reason ("disk", "index", anything else) and the ways around it. */
export function offNotice(reason, root) {
  const notice = document.createElement("div");
  notice.className = "search-off";
  notice.tabIndex = -1;
  const told = Object.hasOwn(REASONS, reason) ? REASONS[reason] : REASONS.other;
  const list = document.createElement("ul");
  for (const [name, address] of WAYS) {
    const link = document.createElement("a");
    link.href = new URL(address, root).href;
    link.textContent = name;
    const line = document.createElement("li");
    line.append(link);
    list.append(line);
  }
  notice.append(paragraph(["The search is off."]), ...told.map(paragraph), paragraph(["Without the search, all can be reached from here:"]), list);
  return notice;
}
