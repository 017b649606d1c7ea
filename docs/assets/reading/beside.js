/* Tells whether a note can be seen beside the text. */
export function isSeenBeside(note) {
  if (!note || document.documentElement.dataset.notes !== "beside") return false;
  const { top, bottom } = note.getBoundingClientRect();
  return bottom > 0 && top < innerHeight;
}
