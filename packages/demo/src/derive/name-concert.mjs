import { joinWords } from "./turn-name.mjs";

/** Series that people know by name; what is played follows. */
const series = new Map(
  Object.entries({
    "Very Young People's Concert": "Very Young People’s Concert",
    "Young People's Concert": "Young People’s Concert",
    Nightcap: "Nightcap",
    "Sound ON": "Sound ON",
    "Pride Alliance": "Pride Alliance",
    "Take a Breath": "Take a Breath",
    Parks: "Concert in the Parks",
    "Parks - Free Indoor Concert": "Concert in the Parks, Indoors",
    Community: "Community Concert",
    Chamber: "Chamber Music",
    Lecture: "Lecture",
  }),
);

const grand = /^(Symphon(y|ie)\b|Messiah|Ein deutsches Requiem|Ring Without Words|Maestra Vida)/;
const famous =
  /^(Also sprach|Amériques|An American in Paris|La Mer|La Valse|Daphnis et Chloé$|Petrushka|Pines of Rome|Rhapsody in Blue|Scheherazade|The Firebird|The Wooden Prince)/;
const holiday = /christmas|carol|sleigh|hanukkah|chanukah/i;

/** What a person would call the concert; the same main work gives the same name on every date. */
export function nameConcert({ series: type, works }) {
  const known = series.get(type);
  const composers = mainComposers(works);
  if (known) return composers.length > 0 ? `${known}: ${joinWords(composers)}` : known;
  if (works.length === 0) return type;
  if (type === "Artist Spotlight") return `${joinWords(recitalists(works))} in Recital`;
  if (isFilm({ series: type, works })) return works[0].short;
  if (isHoliday(works)) return "Holiday Concert";
  if (works.length > 5 && composers.length === 1) return `The Music of ${works[0].composer}`;
  const main = mainWork(works);
  if (main.movement && !grand.test(main.short)) return `Music from ${main.surname}’s ${main.short}`;
  return main.surname ? `${main.surname}: ${main.short}` : main.short;
}

export function isHoliday(works) {
  return works.filter(({ title }) => holiday.test(title)).length >= 3;
}

/** A film with its music played live: it says so, or one work fills a night outside the subscriptions. */
export function isFilm({ series: type, works }) {
  return works.length === 1 && (type === "Non-Subscription" || /Live to Film$/.test(works[0].title));
}

/** Symphonies and pieces everybody knows come before concertos, these before the rest; of equals the last. */
export function mainWork(works) {
  return works.reduce((best, work) => (weight(work) >= weight(best) ? work : best));
}

function weight({ short, movement, conductor }) {
  if (movement) return 0;
  if (!conductor) return 1;
  if (grand.test(short) || famous.test(short)) return 4;
  return /Concerto/.test(short) ? 3 : 2;
}

/** Up to three composers in the order they are heard, whole works before excerpts. */
function mainComposers(works) {
  const named = works.filter(({ surname }) => surname && surname.split(" ").length < 4);
  const whole = named.filter(({ movement }) => !movement);
  const top = [...new Set([...whole, ...named].map(({ surname }) => surname))].slice(0, 3);
  return [...new Set(named.map(({ surname }) => surname))].filter((surname) => top.includes(surname));
}

function recitalists(works) {
  return [...new Set(works.flatMap(({ players }) => players.map(({ name }) => name)))];
}
