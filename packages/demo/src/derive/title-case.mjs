const small = new Set(
  "a an and as at by for from in into of on or the to with de del di du des et la le les und der die das ein für y".split(
    " ",
  ),
);
const capitals = /^(?:[IVX]+|BWV|RV|BB|MWV|K|D|TV)$/;
/** Words that capitals alone cannot spell. */
const accents = new Map(
  Object.entries({
    DANZON: "Danzón",
    FANTASIESTUCKE: "Fantasiestücke",
    ETUDE: "Étude",
    ETUDES: "Études",
    GESU: "Gesù",
  }),
);

/** Title case for what the source writes in capitals; words that already have small letters stay as they are. */
export function titleCase(raw) {
  const words = raw.trim().split(/\s+/);
  return words
    .map((word, index) => {
      const starts = index === 0 || /[:—–/(]$/.test(words[index - 1] ?? "") || /^[("“]/.test(word);
      return word
        .split(/(?<=[-/])/)
        .map((part, at) => caseWord(part, starts && at === 0))
        .join("");
    })
    .join(" ");
}

function caseWord(word, starts) {
  if (/\p{Ll}/u.test(word)) return word;
  const [, before = "", core = "", after = ""] = /^([^\p{L}\d]*)(.*?)([^\p{L}\d]*)$/u.exec(word) ?? [];
  const known = accents.get(core);
  if (known) return before + known + after;
  if (capitals.test(core) && !(core === "D" && after === "")) return word;
  if (/^(\p{L}\.)+\p{L}?$/u.test(core + after.slice(0, 1)) && core.includes(".")) return word;
  const lower = core.toLowerCase();
  if (!starts && small.has(lower)) return before + lower + after;
  return before + capitalise(lower) + after;
}

function capitalise(lower) {
  return lower.charAt(0).toUpperCase() + lower.slice(1);
}
