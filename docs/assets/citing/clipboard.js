/* Words to the clipboard: plain, and with their italics where it takes them. */

/* Return a promise of whether it was done. Without `html` the words go as they are. */
export async function copy({ text, html = "" }) {
  return (await written(text, html)) || (await writtenPlain(text)) || commanded(text, html);
}

/* A browser may have no clipboard (on http), refuse it, or not take HTML. */
async function written(text, html) {
  if (!html || !window.ClipboardItem || !navigator.clipboard?.write) return false;
  const part = (type, content) => [type, new Blob([content], { type })];
  const both = Object.fromEntries([part("text/html", html), part("text/plain", text)]);
  return settled(() => navigator.clipboard.write([new ClipboardItem(both)]));
}

async function writtenPlain(text) {
  if (!navigator.clipboard?.writeText) return false;
  return settled(() => navigator.clipboard.writeText(text));
}

async function settled(write) {
  try {
    await write();
    return true;
  } catch {
    return false;
  }
}

/* The old way: copy a field with the words in it; what was selected, and what had the focus, has it again afterwards. */
function commanded(text, html) {
  const focused = document.activeElement;
  const ranges = rangesOf(getSelection());
  const field = document.createElement("textarea");
  let heard = false;
  const fill = (event) => {
    event.preventDefault();
    event.stopImmediatePropagation();
    event.clipboardData.setData("text/plain", text);
    if (html) event.clipboardData.setData("text/html", html);
    heard = true;
  };
  field.value = text;
  field.readOnly = true;
  field.setAttribute("aria-label", "Words to copy");
  field.style.cssText = "position: fixed; inset: 0 auto auto 0; width: 1px; height: 1px; clip-path: inset(50%)";
  // What stands beside an open dialog can have no focus.
  (document.querySelector("dialog[open]") ?? document.body).append(field);
  addEventListener("copy", fill, { capture: true });
  field.focus({ preventScroll: true });
  field.select();
  const done = tried(() => document.execCommand("copy"));
  removeEventListener("copy", fill, { capture: true });
  field.remove();
  focused?.focus?.({ preventScroll: true });
  for (const range of ranges) getSelection().addRange(range);
  return done && heard;
}

function tried(command) {
  try { return command(); } catch { return false; }
}

function rangesOf(selection) {
  return Array.from({ length: selection.rangeCount }, (_, at) => selection.getRangeAt(at).cloneRange());
}
