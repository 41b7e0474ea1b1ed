/** Names as the source spells them, and as their owners do. Applied after the name is turned round. */
const spellings = new Map([
  ["Antonín Dvorak", "Antonín Dvořák"],
  ["Leoš Janácek", "Leoš Janáček"],
  ["Erno Dohnanyi", "Ernő Dohnányi"],
  ["Eugène Ysaye", "Eugène Ysaÿe"],
  ["Joaquin Turina", "Joaquín Turina"],
  ["Gabriel-Urbain Fauré", "Gabriel Fauré"],
  ["Franz Von Suppé", "Franz von Suppé"],
  ["John Corigliano, Jr.", "John Corigliano"],
  ["Erich Korngold", "Erich Wolfgang Korngold"],
  ["Joseph Chevalier de Saint-Georges Bologne", "Joseph Bologne, Chevalier de Saint-Georges"],
  ['Olufela Obafunmilayo "Fela" Sowande', "Fela Sowande"],
  ["Hiromi Uehara", "Hiromi"],
  ["M Tolstoy", "M. Tolstoy"],
  ["Diego Mathuez", "Diego Matheuz"],
  ["Maarten Englejtes", "Maarten Engeltjes"],
  ["Maarten Engletjes", "Maarten Engeltjes"],
  ["Theo (Hayes) Claveles", "Theo Hayes Claveles"],
]);

/**
 * "Dvorak,  Antonín" becomes "Antonín Dvořák": the parts are turned round, spellings in brackets replace the word
 * before them, "Sir" is dropped, and joint authors ("Ashman/Menken,  Howard/Alan") are paired.
 */
export function turnName(raw) {
  const [last = "", first = "", ...suffixes] = applySpellings(raw)
    .split(",")
    .map((part) => part.trim());
  const firsts = first.replace(/^Sir /, "").split("/");
  const pairs = last.split("/").map((name, index) => `${firsts[index] ?? ""} ${name}`.trim());
  if (pairs.length > 1) return joinWords(pairs);
  const suffix = suffixes.map((part) => (/^Jr\.?$/.test(part) ? ", Jr." : ` ${part}`)).join("");
  const name = (first === last ? last : pairs[0]) + suffix;
  return (spellings.get(name) ?? name).replace(/'/g, "’");
}

/** What a concert is called by: "Beethoven,  Ludwig  van" is Beethoven, with its accents. */
export function surnameOf(raw) {
  const full = turnName(raw);
  const last = applySpellings(raw).split(",")[0]?.trim() ?? full;
  if (full.startsWith("Joseph Bologne")) return "Saint-Georges";
  if (last.includes("/")) return full;
  return full.includes(last) ? last : (full.split(" ").at(-1) ?? full);
}

/** "a", "a and b", "a, b and c". */
export function joinWords(words) {
  return words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} and ${words.at(-1)}`;
}

/** "Hrusa [Hrůša]" and "Renee (Renée)" keep the second spelling only; spaces are single. */
export function applySpellings(raw) {
  return raw
    .replace(/[^\s,[\]()]+\s*\[([^\]]+)\]/g, "$1")
    .replace(/([^\s,()]+)\s*\(([^)]+)\)/g, (all, plain, accented) => (bare(accented) === bare(plain) ? accented : all))
    .replace(/\s+/g, " ")
    .trim();
}

function bare(word) {
  return word.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
}
