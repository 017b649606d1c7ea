/* What stands above the leaves: the style of their citations, and the ways to take them home, to save and to load them. */
import { button, element } from "../elements.js";
import { written } from "./leaves.js";
import { save } from "./saved-file.js";
import { bibtex, leftOut, markdown, ris } from "./taking-home.js";

const DAY = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "long", year: "numeric" });

/* Return {head, show(count)}. `mine` is {leaves(), told(), load(file), removeAll(), putBackAll(leaves), restyle(style)};
   `told()` is a promise of all leaves as taking-home.js takes them, and `from` says where they come from. `say` tells in
   words what was done. */
export function tools(mine, { styles, style, from, say }) {
  const file = element("input", { type: "file", accept: ".json,application/json", hidden: true });
  file.addEventListener("change", async () => {
    const [one] = file.files;
    if (one) say(await mine.load(one));
    file.value = ""; // The same file may be chosen again.
  });

  async function take(name, make, type) {
    const told = await mine.told();
    save(name, make(told), type);
    say([`${name} is with your downloads.`, ...lacks(told, type)].join(" "));
  }

  function keep() {
    save("my-florilegium.json", written(mine.leaves()), "application/json");
    say("my-florilegium.json is with your downloads. Load it here or in another browser.");
  }

  const choice = styles.length ? styleChoice(styles, style, mine.restyle) : "";
  const taking = group("Take home as",
    button("Markdown", () => take("my-florilegium.md", (told) => markdown(told, from), MARKDOWN)),
    button("RIS", () => take("my-florilegium.ris", ris, "application/x-research-info-systems")),
    button("BibTeX", () => take("my-florilegium.bib", bibtex, BIBTEX)),
    button("Print", () => mine.told().then(() => print())));
  const saving = button("Save a copy", keep);
  const files = group("Keep", saving, button("Load a copy", () => file.click()), file);
  const removing = removal(mine);
  // While there is nothing, a copy can be loaded, and what was removed be put back.
  const parts = [choice, taking, files.firstChild, saving, removing.first].filter(Boolean);
  const show = (count) => { for (const part of parts) part.hidden = count === 0; };
  return { head: element("div", { class: "florilegium-ways" }, choice, taking, files, removing.whole), show };
}

const MARKDOWN = "text/markdown";
const BIBTEX = "application/x-bibtex";

/* Return in words what a file does not hold. */
function lacks(told, type) {
  const lost = type === MARKDOWN ? 0 : told.filter((one) => !one.isTold).length;
  const out = type === BIBTEX ? leftOut(told) : 0;
  return [
    lost && `It lacks ${lost} of ${told.length}, whose records could not be fetched.`,
    out && `It lacks ${out === 1 ? "one quotation or line" : `${out} quotations or lines`} with a brace, { or }, that has no other: BibTeX cannot hold it. Markdown and RIS do.`,
  ].filter(Boolean);
}

/* Return where and when leaves were gathered. The title of a page ends in that of the site. */
export function origin(home) {
  const [, site = "Florilegium"] = document.title.split(/ - (.*)/s);
  return `Gathered from ${site}, ${home}, on ${DAY.format(new Date())}.`;
}

function group(name, ...buttons) {
  return line(element("span", {}, name), buttons, { role: "group", "aria-label": name });
}

function styleChoice(styles, chosen, restyle) {
  const options = styles.map(({ id, label }) => element("option", { value: id, selected: id === chosen }, label));
  const select = element("select", { id: "florilegium-style" }, options);
  select.addEventListener("change", () => restyle(select.value));
  return line(element("label", { for: select.id }, "Style"), [select]);
}

/* Return a line of the ways: what it is for, and beside it what can be pressed. */
function line(label, ways, attributes = {}) {
  label.classList.add("florilegium-label");
  return element("p", attributes, label, element("span", { class: "florilegium-choices" }, ways));
}

/* To remove all asks first, and can be undone until the page is left: a florilegium may be the work of months. Return
   {whole, first}: the line, and the button that is of use while there is anything. */
function removal({ leaves, removeAll, putBackAll }) {
  const first = button("Remove all", ask, { class: "florilegium-remove-all" });
  const asking = element("span", { class: "florilegium-choices" }, first);

  function ask() {
    const keep = button("Keep them", back);
    const many = leaves().length;
    asking.replaceChildren(`Remove ${many === 1 ? "the one that is here" : `all ${many}`}? `, button("Remove all", remove), keep);
    keep.focus();
  }

  function remove() {
    const removed = removeAll();
    if (!removed) return back();
    const said = `All were removed (${removed.length}). `;
    const undo = button("Undo", () => putBackAll(removed) && back(), { "aria-label": `Undo: ${said.trim()}` });
    asking.replaceChildren(first, said, undo);
    undo.focus();
  }

  function back() {
    asking.replaceChildren(first);
    first.focus();
  }

  return { whole: element("p", {}, asking), first };
}
