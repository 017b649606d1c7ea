/* A place on this site to its permanent link, and to what there is to say of that. */

const OWN_MACHINE_RE = /^(?:(?:.+\.)?localhost|127(?:\.\d+){3}|\[::1\])$/;
const UNREACHED = "This copy of the site is read on your own machine: nobody else can follow this address.";

/* Return {place, whole, said}: the links to a part of a page and to the page; `said` may be empty. `published` is where the
   site is, empty where nobody told it: it is where it is read, then. */
export function linksTo(path, at, published, root) {
  const whole = new URL(path, published || root);
  const said = !published && OWN_MACHINE_RE.test(whole.hostname) ? UNREACHED : "";
  return { place: new URL(at, whole).href, whole: whole.href, said };
}
