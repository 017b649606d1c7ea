/* Words to a value of a BibLaTeX field that gives the same words back. Letters stay as they are: the file is UTF-8. */

/* What TeX would take for a command, and how it is told not to, in ways that other programs know too. */
const SIGNS = {
  "\\": "\\textbackslash{}",
  "~": "\\textasciitilde{}",
  "^": "\\textasciicircum{}",
  "`": "\\`{}",
  ...Object.fromEntries([..."&%$#_{}"].map((sign) => [sign, `\\${sign}`])),
};
const SIGN_RE = /[\\~^`&%$#_{}]/g;
/* "--" would be a dash, and two straight marks a turned one. */
const RUN_RE = /--+|''+/g;
/* All but those that do not break. */
const SPACES_RE = /[ \t\n\v\f\r\u2028\u2029]+/g;

/* Return words that can stand in a value as one, on one line. */
export function value(words) {
  const one = words.replace(SPACES_RE, " ").trim();
  return one.replace(SIGN_RE, (sign) => SIGNS[sign]).replace(RUN_RE, (run) => [...run].join("{}"));
}

/* Tell whether words can stand in a value. BibTeX counts braces, those behind a backslash too: one that is left open would
   swallow the entries that follow. Commands that print a brace are no way out: programs read them as nothing. */
export function fits(words) {
  let open = 0;
  for (const sign of words) {
    open += Number(sign === "{") - Number(sign === "}");
    if (open < 0) return false;
  }
  return open === 0;
}
