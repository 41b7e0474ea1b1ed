import { formatMovement } from "./format-movement.mjs";
import { formatTitle, shortTitle } from "./format-title.mjs";
import { surnameOf, turnName } from "./turn-name.mjs";

const nobody = /^(Not conducted)?$/;
const anonymous = new Map([
  ["Traditional,", "Traditional"],
  ["VARIOUS,", "Various composers"],
  ["Anthem,", ""],
]);

/**
 * A raw programme with its breaks and nameless works left out:
 * works {composer, surname, title, short, movement, conductor, players: [{name, instrument, isSoloist}]}.
 */
export function readProgramme(program) {
  const works = program.works.filter(({ interval, workTitle }) => !interval && workTitle).map(readWork);
  return { orchestra: program.orchestra, series: program.concerts[0].eventType, works };
}

function readWork({ composerName, workTitle, movement, conductorName = "", soloists = [] }) {
  const known = anonymous.get(composerName);
  const title = formatTitle(workTitle);
  return {
    composer: known ?? turnName(composerName),
    surname: known === undefined ? surnameOf(composerName) : "",
    title,
    short: shortTitle(title),
    movement: formatMovement(movement),
    conductor: nobody.test(conductorName.trim()) ? "" : turnName(conductorName),
    players: soloists.filter(({ soloistName }) => soloistName).map(readPlayer),
  };
}

function readPlayer({ soloistName, soloistInstrument, soloistRoles }) {
  return {
    name: turnName(soloistName),
    instrument: readInstrument(soloistInstrument),
    isSoloist: soloistRoles !== "A",
  };
}

function readInstrument(raw) {
  return raw.toLowerCase().replace(/^(english|french) /, (nation) => nation.charAt(0).toUpperCase() + nation.slice(1));
}

/** Conductors by the number of works they conduct, then soloists, then the other players, each once. */
export function listArtists({ works, orchestra }) {
  const players = works.flatMap((work) => work.players);
  const names = [
    ...listConductors(works),
    ...players.filter(({ isSoloist }) => isSoloist).map(({ name }) => name),
    ...players.map(({ name }) => name),
  ];
  const distinct = [...new Set(names)].slice(0, 24);
  return distinct.length > 0 ? distinct : [orchestraName(orchestra)];
}

export function listConductors(works) {
  const tally = new Map();
  for (const { conductor } of works) if (conductor) tally.set(conductor, (tally.get(conductor) ?? 0) + 1);
  return [...tally].sort(([, a], [, b]) => b - a).map(([name]) => name);
}

/** Who plays, as a sentence names them. */
export function orchestraName(orchestra) {
  if (orchestra === "NY Philharmonic Ensembles") return "New York Philharmonic Ensembles";
  if (orchestra === "NYP Presentation") return "New York Philharmonic";
  return orchestra.replace("NY Phil", "the New York Phil").replace(/^the /, "");
}

/** One line a work, movements of the same work together: "Gustav Mahler — Symphony No. 5 in C-sharp minor". */
export function printProgramme(works) {
  const lines = [];
  for (const { composer, title, movement } of works) {
    const head = composer ? `${composer} — ${title}` : title;
    const last = lines.at(-1);
    if (last?.head === head && movement) last.movements.push(movement);
    else lines.push({ head, movements: movement ? [movement] : [] });
  }
  return lines
    .map(({ head, movements }) => (movements.length > 0 ? `${head}: ${movements.join("; ")}` : head))
    .join("\n");
}
