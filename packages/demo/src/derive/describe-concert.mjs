import { mainWork } from "./name-concert.mjs";
import { listConductors, orchestraName } from "./read-programme.mjs";
import { joinWords } from "./turn-name.mjs";

/** One or two sentences, at most 500 characters: who plays what, and with whom. */
export function describeConcert({ orchestra, series, works }) {
  const who = orchestraName(orchestra);
  const subject = /^New York Philharmonic$/.test(who) ? "the New York Philharmonic" : who;
  if (works.length === 0) return `${capitalise(subject)} presents an evening of its series ${series}.`;
  const conductor = listConductors(works)[0];
  const music = namedWorks(works);
  const opening = conductor
    ? `${conductor} conducts ${subject.replace(/^M/, "m")} in ${music}`
    : `${capitalise(presenter(orchestra, subject))} ${music}`;
  const guests = listGuests(works, conductor);
  const sentence = opening.endsWith(".") ? opening : `${opening}.`;
  return guests ? `${sentence} With ${guests}.` : sentence;
}

function presenter(orchestra, subject) {
  return orchestra === "NYP Presentation" ? `${subject} presents` : `${subject} play`;
}

function capitalise(text) {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** The main work and up to two more, in the order of the programme, each once; encores only when there is no more. */
function namedWorks(works) {
  const main = mainWork(works);
  const known = works.filter(({ composer }) => composer);
  const whole = known.filter((work) => work === main || !work.movement);
  const candidates = distinct([
    main,
    ...whole.filter(({ conductor }) => conductor),
    ...(whole.length > 1 ? whole : known),
  ]);
  const chosen = candidates.slice(0, 3);
  const ordered = distinct(works.filter((work) => chosen.some((other) => key(other) === key(work))));
  const phrases = ordered.map((work, at) => phrase(work, ordered[at - 1]));
  return candidates.length > 3 ? `${phrases.join(", ")} and more` : joinWords(phrases);
}

function distinct(works) {
  return works.filter((work, at) => works.findIndex((other) => key(other) === key(work)) === at);
}

function key({ composer, short }) {
  return `${composer}: ${short}`;
}

/** A composer is not named twice in a row. */
function phrase({ surname, short, movement }, previous) {
  const isSame = previous?.surname === surname && !movement && !previous.movement;
  const title = surname && !isSame ? `${surname}’s ${short}` : short;
  return movement ? `music from ${title}` : title;
}

function listGuests(works, conductor) {
  const guests = new Map();
  for (const { name, instrument, isSoloist } of works.flatMap(({ players }) => players)) {
    if (isSoloist && name !== conductor && !guests.has(name)) guests.set(name, instrument);
  }
  return joinWords([...guests].slice(0, 5).map(([name, instrument]) => withInstrument(name, instrument)));
}

function withInstrument(name, instrument) {
  const isGroup = /chorus|orchestra|ensemble|vocal group|dance company/.test(instrument);
  return isGroup ? name : `${name} (${instrument.split("/")[0]})`;
}
