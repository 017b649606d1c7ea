/* What can be cited, as it was made with the site: the strings of a source, of works, of pages. Each file is fetched once;
   one that cannot be had is asked for again by whoever asks next. */
import { shardOf } from "../reading/preview-data.js";

/* The data was read, and holds nothing of this name: asking again would not help. */
export class UnknownPlace extends Error {}

/* Return a promise of all that is told of a source. */
export function sourceOf(id, root) {
  return json(`sources/${encodeURIComponent(id)}`, root);
}

/* Return a promise of the text of a source as the site gives it out: {blocks, notes, …}. */
export function textOf(id, root) {
  return fetchedOnce(`data/sources/${encodeURIComponent(id)}.json`, root);
}

/* Return a promise of works by their keys, in the order of the keys. */
export async function worksOf(keys, root) {
  const works = await Promise.all(keys.map((key) => workOf(key, root)));
  return new Map(works.map((work, at) => [keys[at], work]));
}

/* Return a promise of the styles, in which every source and work can be cited: {id, label, cited, listed}. */
export async function stylesOf(root) {
  return (await json("styles", root)).styles;
}

/* Return a promise of where the site is published; empty where nobody told it. */
export async function publishedAt(root) {
  return (await json("styles", root)).published;
}

/* Return a promise of where permanent links begin: where the site is published, else where it is read. */
export async function homeOf(root) {
  return new URL((await publishedAt(root)) || root);
}

/* Return a promise of the strings of a page of the site, by its path: "sanctions/"; "" is home. */
export async function pageOf(path, root) {
  return known((await json("pages", root)).pages, path);
}

async function workOf(key, root) {
  return known(await json(`works/${shardOf(key)}`, root), key);
}

/* Return what a table holds under a name that may have come from an address. */
export function known(table, name) {
  if (!Object.hasOwn(table, name)) throw new UnknownPlace(`nothing is known of ${name}`);
  return table[name];
}

const fetched = new Map();

function json(name, root) {
  return fetchedOnce(`assets/citing/${name}.json`, root);
}

function fetchedOnce(path, root) {
  const url = new URL(path, root).href;
  if (!fetched.has(url)) {
    const answer = ask(url);
    answer.catch(() => fetched.delete(url));
    fetched.set(url, answer);
  }
  return fetched.get(url);
}

async function ask(url) {
  const answer = await fetch(url);
  if (!answer.ok) throw new Error(`${answer.status} for ${url}`);
  return answer.json();
}
