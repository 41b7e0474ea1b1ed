import { describeConcert } from "./describe-concert.mjs";
import { guessDuration } from "./guess-duration.mjs";
import { nameConcert } from "./name-concert.mjs";
import { isOpen, readConcert } from "./read-concert.mjs";
import { listArtists, printProgramme, readProgramme } from "./read-programme.mjs";
import { tagConcert } from "./tag-concert.mjs";

export const origin = {
  source: "New York Philharmonic performance history, https://github.com/nyphilarchive/PerformanceHistory",
  license: "CC0-1.0",
};

/**
 * The concerts of one file of the performance history, in the order of the concerts' local dates.
 * `history` is {programs: [...]} as published; dates stay as they were. `isWanted` chooses the concerts.
 */
export function deriveCatalog(history, isWanted = isOpen) {
  const events = history.programs.flatMap((program) => deriveEvents(program, isWanted));
  events.sort((a, b) => compare(`${a.date}${a.time}${a.venue}`, `${b.date}${b.time}${b.venue}`));
  return { ...origin, events };
}

function deriveEvents(program, isWanted) {
  const hasInterval = program.works.some(({ interval }) => interval);
  return program.concerts.filter(isWanted).map((concert) => {
    const programme = { ...readProgramme(program), series: concert.eventType };
    const { works } = programme;
    return {
      name: nameConcert(programme),
      ...readConcert(concert),
      artists: listArtists(programme),
      tags: tagConcert(programme),
      description: describeConcert(programme),
      programme: printProgramme(works),
      duration: guessDuration(programme, hasInterval),
    };
  });
}

function compare(a, b) {
  return a < b ? -1 : a > b ? 1 : 0;
}
