import type { DemoEvent } from "../catalog.ts";
import type { RawTitle } from "./format-title.mjs";
import type { RawConcert } from "./read-concert.mjs";

export type RawWork = {
  interval?: string;
  composerName?: string;
  workTitle?: RawTitle | null;
  movement?: RawTitle;
  conductorName?: string;
  soloists?: { soloistName: string; soloistInstrument: string; soloistRoles: string }[];
};
export type RawProgram = { orchestra: string; season: string; concerts: RawConcert[]; works: RawWork[] };

export function deriveCatalog(
  history: { programs: RawProgram[] },
  isWanted?: (concert: RawConcert) => boolean,
): { source: string; license: string; events: DemoEvent[] };
