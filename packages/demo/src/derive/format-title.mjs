import { titleCase } from "./title-case.mjs";
import { joinWords } from "./turn-name.mjs";
import { workTitles } from "./work-titles.mjs";

const forms = /^(CONCERTO|QUARTET|TRIO|QUINTET|SEXTET|SEPTET|OCTET|SONATA|SUITE|DUO|SYMPHONY)\b/;
const key = /^([A-G])(?:[- ](FLAT|SHARP))? (MAJOR|MINOR)$/;
const opus = /^(OP|K|D|BWV|RV|WOO|H|SZ|BB|MWV|CH)\b[. ]*/;
const instruments = new Map(
  Object.entries({
    OB: "Oboe",
    CL: "Clarinet",
    CLA: "Clarinet",
    VLN: "Violin",
    VN: "Violin",
    VLA: "Viola",
    VA: "Viola",
    CB: "Double Bass",
    BA: "Bassoon",
    PNO: "Piano",
    STRINGS: "String",
    WOODWINDS: "Winds",
  }),
);

/**
 * A title as a programme prints it: "SYMPHONY NO.  5 IN C SHARP MINOR" becomes "Symphony No. 5 in C-sharp minor".
 * `raw` is the source's string, or its {_, em} with the italic words apart.
 */
export function formatTitle(raw) {
  const { text, arranger } = splitArranger(flattenTitle(raw).replace(/^[A-Z][a-z]+, [^/]*\/ /, ""));
  const title = workTitles.get(text) ?? ruleTitle(text);
  return arranger && !title.includes("(arr.") ? `${title} (arr. ${arranger})` : title;
}

/** The title without key, opus and arranger, as people name a concert: "Symphony No. 6, “Pathétique”". */
export function shortTitle(title) {
  return title
    .replace(/ \(arr\. [^)]*\)/, "")
    .replace(/ in [A-G](-flat|-sharp)? (major|minor)/, "")
    .replace(/,? (Op\.|K\.|D\.|BWV|RV|WoO|Hob\.|Sz\.|BB|MWV|Ch\.) ?(?:III:)?[^,:“(]*(, No\. \d+)?/g, "")
    .replace(/(\S)\(/, "$1 (")
    .replace(/ \((?!“)[^()]*\)$/, "")
    .replace(/, Part \d+$/, "")
    .trim();
}

/** Puts the words in italics back: behind "Prologue to", before "(arr. Tyzik)", around "FROM". */
export function flattenTitle(raw) {
  if (typeof raw === "string") return raw.replace(/\s+/g, " ").trim();
  const [first = "", second = ""] = [raw.em].flat();
  if (raw._ === undefined) return first;
  const text = raw._.replace(/\s+/g, " ").trim();
  if (/\( FROM \)/.test(text)) return text.replace("( FROM )", `("${first}" from ${titleCase(second)})`);
  if (text.startsWith("FROM")) return text.replace("FROM", `${first} FROM ${second}`);
  if (text.startsWith("(")) return `${first} ${text}`;
  return `${text.replace(/ ,/g, ",").replace(/,$/, "")}${/,$/.test(text) ? ", " : " "}“${first}”`;
}

function splitArranger(text) {
  const found = / \(ARR\. ([^)]*)\)$/.exec(text);
  if (!found) return { text, arranger: "" };
  const name = (found[1] ?? "").replace(/\S+ \[([^\]]+)\]/, "$1");
  const arranger = name === "Unspecified" ? "" : /\p{Ll}/u.test(name) ? name : `for ${name.toLowerCase()}`;
  return { text: text.slice(0, found.index), arranger };
}

function ruleTitle(text) {
  const turned = text
    .replace(/\[([^\]]*)\]/g, "$1")
    .replace(/^([^,:(]+), (THE|AN|A|LA|LES|LE)(?=$|[,:]| \()/, "$2 $1")
    .replace(/ - LIVE TO FILM$/, ": LIVE TO FILM");
  const tail = / (\([^()]*\))$/.exec(turned);
  const head = tail ? turned.slice(0, tail.index) : turned;
  const parts = splitParts(head);
  const name = forms.test(head) ? formName(parts) : titleCase(parts.name.join(", "));
  const inKey = parts.key ? ` in ${parts.key}` : "";
  const works = parts.opus.map((mark) => `, ${mark}`).join("");
  return polish(`${name}${inKey}${works}${tail ? nickname(head, tail[1] ?? "") : ""}`);
}

/** Takes a title's parts between commas asunder: its name, key and opus marks; "IN C SHARP MINOR" is a key too. */
function splitParts(head) {
  const parts = { name: [], key: "", opus: [] };
  const spread = head
    .replace(/ IN ([A-G](?:[- ](?:FLAT|SHARP))? (?:MAJOR|MINOR))/, ", $1")
    .replace(/ (NO\. +\d+)/, (all, number, at) => (at > 0 && /,/.test(head.slice(0, at)) ? `, ${number}` : all));
  for (const part of spread.split(/\s*,\s*/).filter(Boolean)) {
    const found = key.exec(part);
    if (found) parts.key = `${found[1]}${found[2] ? `-${found[2].toLowerCase()}` : ""} ${found[3].toLowerCase()}`;
    else if (opus.test(part)) parts.opus.push(...opusMarks(part));
    else if (/^NO\. *\d/.test(part) && parts.opus.length > 0) parts.opus.push(titleCase(part));
    else parts.name.push(part);
  }
  return parts;
}

/** "K.449" is "K. 449", "OP. POSTH. 143" and "OP. 56A" keep small letters, a colon begins a movement. */
function opusMarks(part) {
  const [mark = "", ...remaining] = part.split(":");
  const hoboken = /^H\.([IVX]+)$/.exec(mark);
  if (hoboken) return [`Hob. ${hoboken[1]}:${remaining.join(":")}`];
  const [, sign = "", number = ""] = /^([A-Z]+)[. ]*(.*)$/.exec(mark) ?? [];
  const names = { WOO: "WoO", BWV: "BWV", RV: "RV", BB: "BB", MWV: "MWV" };
  const spelled = names[sign] ?? `${sign.charAt(0)}${sign.slice(1).toLowerCase()}.`;
  const figure = number.replace(/(\d+)([A-Z])\b/g, (_, digits, letter) => digits + letter.toLowerCase());
  const end = remaining.length > 0 ? `: ${titleCase(remaining.join(":").trim())}` : "";
  return [`${spelled} ${figure.replace("POSTH.", "posth.")}${end}`];
}

/** "CONCERTO, PIANO, NO. 2" is a Piano Concerto No. 2, "TRIO, TRUMPET, VIOLIN, PIANO" is one for the three. */
function formName({ name }) {
  const [form = "", ...remaining] = name;
  const number = remaining.find((part) => /^NO\./.test(part));
  const players = remaining
    .filter((part) => part !== number)
    .flatMap((part) => part.split(/\/| AND /))
    .map((part) => instruments.get(part) ?? titleCase(part))
    .filter((part) => part !== "Orchestra");
  const suffix = number ? ` ${titleCase(number)}` : "";
  const title = titleCase(form.replace(/ FOR OB\/.*/, ""));
  if (/ FOR /.test(form)) return titleCase(name.join(", "));
  if (isStandard(title, players)) return `${players[0]} ${title}${suffix}`;
  return players.length === 0 ? title + suffix : `${title}${suffix} for ${joinWords(players)}`;
}

/** A piano trio's players need no list; nor does a violin sonata's one. */
function isStandard(form, players) {
  if (players.length === 1) return true;
  const set = players.join(" ");
  return (
    (form === "Trio" && set === "Piano Violin Cello") ||
    (form === "Quartet" && set === "Piano String") ||
    (form === "Quintet" && set === "Piano String")
  );
}

function nickname(head, parens) {
  const inner = parens.slice(1, -1);
  const [, quoted, remaining] = /^"([^"]+)"(.*)$/.exec(inner) ?? [];
  if (quoted) return ` (“${titleCase(quoted)}”${remaining})`;
  if (/^(ORCH\.?|ORCHESTRA|PIANO|SOLO PIANO|VOICE|BRASS|QUARTET)$/.test(inner)) return "";
  if (/ VERSION$/.test(inner)) return ` (${inner.toLowerCase()})`;
  if (/^\d+[A-Z]?$/.test(inner)) return "";
  return forms.test(head) ? `, “${titleCase(inner)}”` : ` (${titleCase(inner)})`;
}

function polish(title) {
  return title
    .replace(/No\.\s*(\d)/g, "No. $1")
    .replace(/'/g, "’")
    .replace(/(^|[\s(])’(?!Twas)/g, "$1‘")
    .replace(/\s+/g, " ")
    .trim();
}
