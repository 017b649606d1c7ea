/* A place to all that can be cited of it, in every style: what a reader should cite first, and what else may be. Every
   string was made with the site, but for its number and its link, which are put in here. */
import { homeOf, known, pageOf, sourceOf, stylesOf, UnknownPlace, worksOf } from "./data.js";
import { located, locatorOf, numbers } from "./locators.js";
import { section, whole } from "./sections.js";

export { best } from "./sections.js";

const KINDS = { paragraph, note, text, work, page };

/* Return a promise of {place, title, link, paraphrased, notice, sections}; each section is {id, title, said, key, name,
   rows, files}: `key` is that of the record in `files`, `name` that of the work it is about; each row {style, label, form,
   name, html, remark}. It rejects with UnknownPlace of what the data does not know, and otherwise where the data cannot be
   had. */
export async function offersFor(place, root) {
  if (!Object.hasOwn(KINDS, place.kind)) throw new UnknownPlace(`nothing is known of ${place.kind}`);
  return { place, paraphrased: false, notice: "", ...await KINDS[place.kind](place, root) };
}

/* --- Places in a source ----------------------------------------------------------------------------------------------- */
async function paragraph({ source: id, last, ...place }, root) {
  const source = await sourceOf(id, root);
  const run = { ...place, last: last ?? place.id };
  known(source.paragraphs, run.id);
  known(source.paragraphs, run.last);
  const isRun = run.last !== run.id;
  const number = numbers(run.id, run.last);
  const links = linksOf(source, root, `${isRun ? `?to=${run.last}` : ""}#${run.id}`);
  const cite = (style) => located(source.edition, style, isRun ? "paragraphs" : "paragraph", number);
  const edition = section("edition", source.edition, source.styles, links, cite, {
    title: "This edition",
    said: source.paraphrased ? ONLY : isRun ? THESE : THIS,
  });
  return told(source, `¶ ${number}`, links, [source.original && ofOriginal(run, source, links), edition]);
}

function ofOriginal(place, source, links) {
  const { kind, cite } = locatorOf(place, source);
  return section("original", source.original, source.styles, links, cite, { title: "The original work", said: SAID[kind] });
}

const ONLY = "The original work is not offered: what stands here may not be cited as what its publisher printed.";
const THIS = "Where your reader should land on this very paragraph: its number is ours.";
const THESE = "Where your reader should land on these very paragraphs: their numbers are ours.";
const OURS = "As its publisher printed it. Our paragraph numbers are not the publisher’s: ";
const SAID = {
  page: `${OURS}the locator is the page.`,
  heading: `${OURS}the locator is the heading.`,
  none: `${OURS}neither a page nor one heading is known for these words, and most styles then have no locator.`,
};

async function text({ source: id }, root) {
  const source = await sourceOf(id, root);
  const links = linksOf(source, root, "");
  const { original, edition, styles } = source;
  return told(source, "", links, [
    original && section("original", original, styles, links, whole(original), { title: "The original work", said: "As its publisher printed it." }),
    section("edition", edition, styles, links, whole(edition), {
      title: "This edition",
      said: source.paraphrased ? ONLY : "Where you speak of the version of this site: its numbers, its arrangement, its notes of what was repaired.",
    }),
  ]);
}

/* A note offers what it cites before itself: every manual asks to see a work before it is cited. */
async function note({ source: id, id: at }, root) {
  const source = await sourceOf(id, root);
  const works = [...(await worksOf(known(source.notes, at), root)).values()];
  const { styles, through } = source;
  const held = source.original ?? source.edition;
  const number = numbers(at);
  const links = linksOf(source, root, `#${at}`);
  const several = works.length > 1 ? "s" : "";
  const cited = works.map((one) => section("work", one, styles, links, whole(one), {
    title: `The work${several} that it cites`,
    said: `See ${several ? "each" : "it"} before you cite it.`,
  }));
  const asCited = works.map((one) => {
    const cite = (style) => ({ html: through[style]?.one, number, work: one.continued[style], remark: through[style]?.remark });
    return section("through", held, styles, links, cite, {
      title: `As cited in ${source.short}`,
      said: `Where you could not see ${several ? "a work" : "it"} yourself.`,
      name: one.name,
    });
  });
  const own = section("note", held, styles, links, (style) => located(held, style, "note", number), {
    title: "The note itself",
    said: works.length ? "Where the words of the note are what you speak of." : "It cites no work.",
  });
  return told(source, `n. ${number}`, links, [...cited, ...asCited, own]);
}

function told(source, at, links, sections) {
  return {
    title: [source.short, at].filter(Boolean).join(", "),
    link: links.place,
    paraphrased: source.paraphrased,
    notice: source.notice,
    sections: sections.filter(Boolean),
  };
}

/* --- Works and pages -------------------------------------------------------------------------------------------------- */
async function work({ key }, root) {
  const [works, styles, home] = await Promise.all([worksOf([key], root), stylesOf(root), homeOf(root)]);
  const one = works.get(key);
  const link = new URL(`bibliography/#${encodeURIComponent(key)}`, home).href;
  const own = section("work", one, styles, { place: link, whole: link }, whole(one), { title: "The work", said: "See it before you cite it." });
  return { title: one.name, link, sections: [own] };
}

async function page({ path }, root) {
  const [one, styles, home] = await Promise.all([pageOf(path, root), stylesOf(root), homeOf(root)]);
  const link = new URL(path, home).href;
  const own = section("edition", one, styles, { place: link, whole: link }, whole(one), { title: "This page", said: "" });
  return { title: "this page", link, sections: [own] };
}

function linksOf({ id, published }, root, at) {
  const textHome = new URL(`sources/${encodeURIComponent(id)}/`, published || root);
  return { place: new URL(at, textHome).href, whole: textHome.href };
}
