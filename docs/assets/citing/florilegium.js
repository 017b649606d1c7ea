/* The reader's florilegium: what is kept in this browser becomes a list that can be ordered, commented and taken home.
   Leaves are told by their place and words, never by their number: another page of the site may change the list meanwhile. */
import { element } from "../elements.js";
import { homeOf, stylesOf } from "./data.js";
import { notices } from "./florilegium-notices.js";
import { origin, tools } from "./florilegium-tools.js";
import { gathered, watch } from "./gathering.js";
import { leafDeeds } from "./leaf-deeds.js";
import { leafList } from "./leaf-list.js";
import { look } from "./look.js";
import { chosenStyle } from "./style-choice.js";
import { telling } from "./told-page.js";

export async function start({ root }) {
  const host = document.querySelector("[data-florilegium]");
  const [styles, home] = await Promise.all([stylesOf(root).catch(() => []), homeOf(root).catch(() => root), look("florilegium.css")]);
  mount(host, { root, styles, from: origin(home) });
}

const READ = new Set(["ready", "unread"]);

function mount(host, { root, styles, from }) {
  const style = styles.length ? chosenStyle(styles) : "";
  const said = element("div", { class: "florilegium-notices" });
  const count = element("p", { class: "florilegium-count" });
  const status = element("p", { class: "florilegium-status", role: "status" });
  const works = element("div", { class: "florilegium-works" });
  const say = (words) => { status.textContent = words; };
  const list = leafList();
  const tell = telling(list, works, style, root);
  const deeds = leafDeeds(list, refresh, say);
  const ways = tools({ leaves: () => gathered().leaves, ...tell, ...deeds }, { styles, style, from, say });

  function refresh() {
    const store = gathered();
    const { length } = store.leaves;
    said.replaceChildren(...notices(store, refresh));
    count.textContent = length ? `${length} gathered.` : "";
    ways.show(length);
    // What cannot be read was not removed.
    if (!READ.has(store.state)) list.clear();
    list.show(store.leaves, deeds);
    return tell.tellAll();
  }

  host.replaceChildren(said, count, element("p", { class: "florilegium-from" }, from), ways.head, status, list.rows, works);
  watch(refresh);
  return refresh();
}
