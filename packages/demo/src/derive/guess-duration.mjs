import { isFilm } from "./name-concert.mjs";

const limits = new Map([
  ["Very Young People's Concert", 45],
  ["Young People's Concert", 60],
  ["Nightcap", 75],
  ["Take a Breath", 60],
  ["Pride Alliance", 75],
  ["Lecture", 90],
]);

/** Minutes with the interval, by the kinds of works, rounded up to five; the source does not record it. */
export function guessDuration({ series, works }, hasInterval) {
  if (isFilm({ series, works })) return 140;
  const music = works.reduce((sum, work) => sum + minutes(work), 0) + (hasInterval ? 20 : 0);
  const rounded = Math.ceil((music + 5) / 5) * 5;
  return Math.min(limits.get(series) ?? 165, Math.max(limits.get(series) ?? 70, rounded));
}

function minutes({ surname, short, movement }) {
  if (movement) return 5;
  if (/^Messiah|^Maestra Vida/.test(short)) return short === "Messiah" ? 140 : 50;
  if (/deutsches Requiem|Ring Without Words/.test(short)) return 70;
  if (/^Symphon(y|ie) /.test(short)) return /Mahler|Bruckner/.test(surname) ? 70 : 38;
  if (/Concerto/.test(short)) return 30;
  return /Quartet|Quintet|Trio|Sonata|Septet|Octet|Serenade/.test(short) ? 25 : 14;
}
