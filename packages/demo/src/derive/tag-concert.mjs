import { isFilm, isHoliday } from "./name-concert.mjs";

const bySeries = new Map(
  Object.entries({
    "Young People's Concert": "family",
    "Very Young People's Concert": "family",
    Parks: "parks",
    "Parks - Free Indoor Concert": "parks",
    Nightcap: "late night",
    "Pride Alliance": "late night",
    "Sound ON": "contemporary",
    Tour: "tour",
    "Artist Spotlight": "recital",
    Community: "community",
    "Take a Breath": "community",
    Lecture: "lecture",
  }),
);

const byInstrument = [
  [/chorus|vocal group/, "choral"],
  [/soprano|tenor|baritone|^bass$|vocalist|singer/, "vocal"],
  [/dancer|choreographer|dance company/, "dance"],
  [/^(piano|violin|viola|cello|flute|clarinet|trumpet|guitar|saxophone)$/, ""],
];

const baroque = /^(Bach|Gabrieli|Handel|Purcell|Rameau|Scarlatti|Vivaldi)$/;
const jazz = /^(Ellington|Heath|Kapustin|Marsalis|Mingus|Hiromi)$/;
const contemporary = new Set(
  (
    "Abrahamsen Adams Adu-Gilmore Alom Auerbach Bates Cheung Chin Corigliano Czernowin Fagerlund Fletcher Francesconi " +
    "Frank Frolyak Fujikura Glass Grau Gubaidulina Joachim Jolas Kendall Kidane Kurtág Lanzilotti Larcher Mallonee " +
    "Marsalis Mattingly Mazzoli McTee Meyer Monnakgotla Montgomery Moussa Muhly Norman Ortiz Pintscher Puts Richter " +
    "Saariaho Salonen Shekhar Silvestrov Simon Smith Soper Wolfe Thomas Pärt"
  ).split(" "),
);

/** What the concert is filed under, from its series, its soloists' instruments and its composers. */
export function tagConcert(programme) {
  const { series, works } = programme;
  const whole = works.filter(({ movement }) => !movement);
  const tags = [isOrchestral(programme) ? "orchestral" : "", isChamber(programme) ? "chamber" : ""];
  tags.push(bySeries.get(series) ?? "");
  if (isFilm(programme)) tags.push("film");
  if (isHoliday(works)) tags.push("holiday");
  tags.push(...soloTags(works));
  if (whole.filter(({ surname }) => baroque.test(surname)).length * 3 >= works.length && works.length > 0)
    tags.push("baroque");
  if (whole.some(({ surname }) => contemporary.has(surname))) tags.push("contemporary");
  if (whole.some(({ surname }) => jazz.test(surname))) tags.push("jazz");
  return [...new Set(tags.filter(Boolean))];
}

function isOrchestral({ orchestra, works }) {
  if (orchestra === "New York Philharmonic") return true;
  return /^Members/.test(orchestra) && works.some(({ conductor }) => conductor);
}

function isChamber({ orchestra, series, works }) {
  if (series === "Chamber" || orchestra === "NY Philharmonic Ensembles") return true;
  return /^(Musicians|Members)/.test(orchestra) && works.length > 0 && works.every(({ conductor }) => !conductor);
}

function soloTags(works) {
  const soloists = works.flatMap(({ players }) => players).filter(({ isSoloist }) => isSoloist);
  return soloists.flatMap(({ instrument }) =>
    byInstrument.filter(([pattern]) => pattern.test(instrument)).map(([, tag]) => tag || instrument),
  );
}
