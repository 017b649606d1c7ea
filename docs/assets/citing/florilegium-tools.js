/* What stands above the leaves: the style of their citations, and the ways to take them home, to save and to load them. */
import { button, element } from "../elements.js";
import { written } from "./leaves.js";
import { save } from "./saved-file.js";
import { bibtex, markdown, ris } from "./taking-home.js";

const DAY = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "long", year: "numeric" });

/* Return {head, say, show(count)}. `mine` is {leaves(), told(), load(file), removeAll(), restyle(style)}; `told()` is a promise
   of all leaves as taking-home.js takes them, and `from` says where they come from. `say` tells in words what was done. */
export function tools(mine, styles, chosen, from) {
  const status = element("p", { class: "florilegium-status", role: "status" });
  const say = (words) => { status.textContent = words; };
  const file = element("input", { type: "file", accept: ".json,application/json", hidden: true });
  file.addEventListener("change", async () => {
    const [one] = file.files;
    if (one) say(await mine.load(one));
    file.value = ""; // The same file may be chosen again.
  });

  async function take(name, make, type) {
    const told = await mine.told();
    save(name, make(told), type);
    const lost = type === MARKDOWN ? 0 : told.filter((one) => !one.isTold).length;
    say(`${name} is with your downloads. ${lost ? `It lacks ${lost} of ${told.length}, whose records could not be fetched.` : ""}`);
  }

  function keep() {
    save("my-florilegium.json", written(mine.leaves()), "application/json");
    say("my-florilegium.json is with your downloads. Load it here or in another browser.");
  }

  const choice = styles.length ? styleChoice(styles, chosen, mine.restyle) : "";
  const taking = group("Take home as",
    button("Markdown", () => take("my-florilegium.md", (told) => markdown(told, from), MARKDOWN)),
    button("RIS", () => take("my-florilegium.ris", ris, "application/x-research-info-systems")),
    button("BibTeX", () => take("my-florilegium.bib", bibtex, "application/x-bibtex")),
    button("Print", () => mine.told().then(() => print())));
  const saving = button("Save as a file", keep);
  const files = group("As a file", saving, button("Load a file", () => file.click()), file);
  const removing = asking(mine);
  const show = (count) => { for (const part of [choice, taking, saving, removing].filter(Boolean)) part.hidden = count === 0; };
  return { head: [element("div", { class: "florilegium-ways" }, choice, taking, files, removing), status], say, show };
}

const MARKDOWN = "text/markdown";

/* Return where and when leaves were gathered. The title of a page ends in that of the site. */
export function origin(home) {
  const [, site = "Florilegium"] = document.title.split(/ - (.*)/s);
  return `Gathered from ${site}, ${home}, on ${DAY.format(new Date())}.`;
}

function group(name, ...buttons) {
  return element("p", { role: "group", "aria-label": name }, element("span", { class: "florilegium-label" }, name), buttons);
}

function styleChoice(styles, chosen, restyle) {
  const options = styles.map(({ id, label }) => element("option", { value: id, selected: id === chosen }, label));
  const select = element("select", {}, options);
  select.addEventListener("change", () => restyle(select.value));
  return element("p", {}, element("label", { class: "florilegium-label" }, "Citations in the style ", select));
}

/* To remove all asks first: a florilegium may be the work of months. */
function asking({ leaves, removeAll }) {
  const first = button("Remove all", ask, { class: "florilegium-remove-all" });
  const whole = element("p", { class: "florilegium-asking" }, first);
  function ask() {
    const keep = button("Keep them", back);
    const many = leaves().length;
    whole.replaceChildren(`Remove ${many === 1 ? "the one leaf" : `all ${many} leaves`}? `, button("Remove all", () => { whole.replaceChildren(first); removeAll(); }), keep);
    keep.focus();
  }
  function back() {
    whole.replaceChildren(first);
    first.focus();
  }
  return whole;
}
