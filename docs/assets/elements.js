/* Turns a tag, its attributes and its children into an element. Words become text, never markup: a query, a title or a
   sentence of a source can hold any character. */

/* An attribute that is false, null or undefined is not set; `true` sets an empty one. */
export function element(tag, attributes = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === false || value === null || value === undefined) continue;
    made.setAttribute(name, value === true ? "" : value);
  }
  made.append(...children.flat().filter((child) => child !== "" && child !== null && child !== undefined));
  return made;
}

export function button(name, press, attributes = {}) {
  const made = element("button", { type: "button", ...attributes }, name);
  made.addEventListener("click", press);
  return made;
}

let last = 0;

/* An id of its own for a part of the page: the same part may stand there twice, on a page and in a dialog. */
export function ownId(name) {
  last += 1;
  return `own-${name}-${last}`;
}
