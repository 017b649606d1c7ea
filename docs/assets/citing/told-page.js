/* All leaves to what is told of them on the page, in the style that the reader has chosen. */
import { element } from "../elements.js";
import { gathered } from "./gathering.js";
import { entryOf } from "./leaf-view.js";
import { numbered } from "./numbering.js";
import { standSo } from "./standing.js";
import { choose } from "./style-choice.js";
import { inOrder } from "./taking-home.js";
import { told } from "./telling.js";

/* Return {tellAll(), told(), restyle(style)}: `tellAll` puts into the rows of `list` what is told of each, and into `works`
   the entries of all; `told` is a promise of all leaves as taking-home.js takes them. */
export function telling(list, works, first, root) {
  let style = first;
  let asked = 0;

  async function toldOf(leaves) {
    return numbered(await Promise.all(leaves.map((leaf) => told(leaf, style, root))));
  }

  async function tellAll() {
    asked += 1;
    const asking = asked;
    const isLate = () => asking !== asked; // Meanwhile the list or the style changed.
    const { leaves } = gathered();
    const all = await toldOf(leaves);
    if (isLate()) return;
    all.forEach((one, at) => list.viewOf(leaves[at])?.tell(one));
    const entries = inOrder(all).map((work) => element("li", {}, entryOf(work)));
    works.replaceChildren(...(entries.length ? [element("h2", {}, "Works"), element("ul", {}, entries)] : []));
    // The texts are larger than the citations, which do not wait for them.
    for (const leaf of leaves) standSo(leaf, root).then((so) => isLate() || list.viewOf(leaf)?.warn(so));
  }

  async function toldWhole() {
    const { leaves } = gathered();
    const [all, stand] = await Promise.all([toldOf(leaves), Promise.all(leaves.map((leaf) => standSo(leaf, root)))]);
    return all.map((one, at) => ({ ...one, standsSo: stand[at] }));
  }

  function restyle(chosen) {
    style = chosen;
    choose(chosen);
    tellAll();
  }

  return { tellAll, told: toldWhole, restyle };
}
