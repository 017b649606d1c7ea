/* A place to all that can be cited of it, in every style: what a reader should cite first, and what else may be. Every
   string was made with the site, but for its number and its link, which are put in here. */
import { known, pageOf, publishedAt, sourceOf, stylesOf, textOf, UnknownPlace, worksOf } from "./data.js";
import { inCharacters, isNarrow, located, locatorOf, numbers } from "./locators.js";
import { linksTo } from "./place-links.js";
import { section, whole } from "./sections.js";

const KINDS = { paragraph, note, text, work, page };

/* Return a promise of {place, title, link, linkSaid, paraphrased, notice, sections}; each section is {id, title, said, remark,
   key, name, rows, files}: `key` is that of the record in `files`, `name` that of the work it is about, `remark` what its editor
   remarks; each row {style, label, form, name, html, remark}. It rejects with UnknownPlace of what the data does not know, or
   has no form for, and otherwise where the data cannot be had. */
export async function offersFor(place, root) {
  if (!Object.hasOwn(KINDS, place.kind)) throw new UnknownPlace(`nothing is known of ${place.kind}`);
  const { sections, ...offers } = await KINDS[place.kind](place, root);
  const offered = sections.filter(Boolean);
  if (!offered.length) throw new UnknownPlace(`no style has a form for ${offers.title}`);
  return { place, paraphrased: false, notice: "", ...offers, sections: offered };
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
  const original = source.original && ofOriginal(await narrowed(run, source, root), source, links);
  return told(source, `¶ ${number}`, links, [original, ofEdition(source, links, cite, isRun ? THESE : THIS)]);
}

async function narrowed(run, { id, paragraphs }, root) {
  if (!isNarrow(run, paragraphs)) return run;
  const { blocks } = await textOf(id, root);
  return inCharacters(run, (at) => blocks.find((block) => block.id === at).text);
}

function ofOriginal(place, source, links) {
  const { kind, cite } = locatorOf(place, source);
  const said = [PRINTED, SAID[kind], kind !== "page" && source.paged].filter(Boolean).join(" ");
  return section("original", source.original, source.styles, links, cite, { title: "The original work", said });
}

function ofEdition({ edition, styles, paraphrased }, links, cite, said) {
  return section("edition", edition, styles, links, cite, { title: "This edition", said: paraphrased ? ONLY : said, isParaphrase: paraphrased });
}

const PRINTED = "As its publisher printed it.";
const SAID = {
  page: "Our paragraph numbers are not the publisher’s: the locator is the page.",
  heading: "Our paragraph numbers are not the publisher’s: the locator is the heading.",
  none: "No place can be given: no heading is known by which these words are found, and our paragraph numbers are not the publisher’s. "
    + "Say in your sentence where they stand.",
};
const ONLY = "The original work is not offered: what stands here may not be cited as what its publisher printed.";
const THIS = "To point to this paragraph on this site; the number is ours.";
const THESE = "To point to these paragraphs on this site; the numbers are ours.";
const WHOLE = "To cite this site’s version: its numbering, order and repairs.";

async function text({ source: id }, root) {
  const source = await sourceOf(id, root);
  const links = linksOf(source, root, "");
  const { original, edition, styles } = source;
  const printed = original && section("original", original, styles, links, whole(original), { title: "The original work", said: PRINTED });
  return told(source, "", links, [printed, ofEdition(source, links, whole(edition), WHOLE)]);
}

/* A note offers what it cites before itself: every manual asks to see a work before it is cited. */
async function note({ source: id, id: at }, root) {
  const source = await sourceOf(id, root);
  const works = [...(await worksOf(known(source.notes, at), root)).values()];
  const held = source.original ?? source.edition;
  const number = numbers(at);
  const links = linksOf(source, root, `#${at}`);
  const own = section("note", held, source.styles, links, (style) => located(held, style, "note", number), {
    title: "The note itself",
    said: works.length ? "Where the words of the note are what you speak of." : "It cites no work.",
    isParaphrase: source.paraphrased,
  });
  return told(source, `n. ${number}`, links, [...citedIn(works, source, links), ...asCitedIn(works, source, links, number), own]);
}

function citedIn(works, { styles }, links) {
  const [ending, them] = works.length > 1 ? ["s", "each"] : ["", "it"];
  const about = { title: `The work${ending} that it cites`, said: `See ${them} before you cite it.` };
  return works.map((one) => section("work", one, styles, links, whole(one), about));
}

/* Who could not see a work cites it as the text does. Some styles then list both, others the text alone. */
function asCitedIn(works, { original, edition, styles, through, short, paraphrased }, links, number) {
  const held = original ?? edition;
  const title = `As cited in ${short}`;
  const said = `Where you could not see ${works.length > 1 ? "a work" : "it"} yourself. Add the page that the note gives, if it gives one.`;
  return works.map((one) => {
    const both = (style) => [one, held].map(({ name, listed }) => ({ name, html: listed[style] }));
    const cite = (style) => {
      const { one: html, remark, both: listsBoth } = through[style] ?? {};
      return { html, number, work: one.continued[style], remark, ...(listsBoth ? { entries: both(style) } : {}) };
    };
    const about = { title, said, name: one.name, remark: one.remark ?? "", isParaphrase: paraphrased };
    return section("through", held, styles, links, cite, about);
  });
}

function told(source, at, links, sections) {
  return {
    title: [source.short, at].filter(Boolean).join(", "),
    link: links.place,
    linkSaid: links.said,
    paraphrased: source.paraphrased,
    notice: source.notice,
    sections,
  };
}

function linksOf({ id, published }, root, at) {
  return linksTo(`sources/${encodeURIComponent(id)}/`, at, published, root);
}

/* --- Works and pages -------------------------------------------------------------------------------------------------- */
const HELD = "The address is that of the text, which this site has.";

/* A work that this site has is cited as the text is; what leads to it leads to the text, not to its entry. */
async function work({ key }, root) {
  const [works, styles, published] = await Promise.all([worksOf([key], root), stylesOf(root), publishedAt(root)]);
  const one = works.get(key);
  if (one.text) {
    const offers = await text({ source: one.text }, root);
    return { ...offers, linkSaid: [HELD, offers.linkSaid].filter(Boolean).join(" ") };
  }
  const links = linksTo("bibliography/", `#${encodeURIComponent(key)}`, published, root);
  const own = section("work", one, styles, links, whole(one), { title: "The work", said: "See it before you cite it." });
  return { title: one.name, link: links.place, linkSaid: links.said, sections: [own] };
}

async function page({ path }, root) {
  const [one, styles, published] = await Promise.all([pageOf(path, root), stylesOf(root), publishedAt(root)]);
  const links = linksTo(path, "", published, root);
  const own = section("edition", one, styles, links, whole(one), { title: "This page", said: "" });
  return { title: "this page", link: links.place, linkSaid: links.said, sections: [own] };
}
