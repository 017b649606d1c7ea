/* Strings of citations to what a page or a clipboard takes. They are HTML of a few tags, made with the site; whatever else
   might stand in one comes out as its words alone. */

const PLAIN = new Set(["I", "B", "SUP", "SUB"]);

/* Return the words of a string, without its tags. */
export function plain(html) {
  return parsed(html).textContent;
}

/* Return a string as what can be put into a page. */
export function markup(html) {
  const made = document.createDocumentFragment();
  made.append(...copies(parsed(html)));
  return made;
}

/* Return a text as HTML: nothing of it is read as a tag. */
export function escaped(text) {
  return text.replace(/[&<>"]/g, (sign) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" })[sign]);
}

/* In a document of its own nothing is loaded and nothing runs. */
function parsed(html) {
  return new DOMParser().parseFromString(html, "text/html").body;
}

function copies(node) {
  return [...node.childNodes].flatMap((child) => {
    if (child.nodeType === Node.TEXT_NODE) return [child.data];
    return child instanceof Element ? within(child) : [];
  });
}

function within(element) {
  const made = taken(element);
  made?.append(...copies(element));
  return made ? [made] : copies(element);
}

/* Return an empty copy of an element that may stand in a citation, or null. */
function taken(element) {
  if (PLAIN.has(element.tagName)) return document.createElement(element.tagName);
  if (element.tagName === "A" && /^https?:/i.test(element.getAttribute("href") ?? "")) {
    const link = document.createElement("a");
    link.href = element.getAttribute("href");
    return link;
  }
  if (element.tagName === "SPAN" && element.style.fontVariant === "small-caps") {
    const small = document.createElement("span");
    small.style.fontVariant = "small-caps";
    return small;
  }
  return null;
}
