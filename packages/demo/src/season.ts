import { type DemoEvent, listDates, readCatalog } from "./catalog.ts";
import { operaSeason } from "./opera-season.ts";

/** What the demo shows on a date. */
export type Scene = {
  /** Share of the hall's seats that are sold. */
  sold?: number;
  /** Seconds from the event's creation to the opening of its sale, and to its end. */
  opensAfter?: number;
  endsAfter?: number;
  isFree?: boolean;
  /** Set once the seats are sold. */
  status?: "paused" | "cancelling";
};

/** Every state of a sale, so that each can be seen without making it. */
export const scenes = {
  selling: { sold: 0.25 },
  nearlySoldOut: { sold: 0.99 },
  soldOut: { sold: 1 },
  opensSoon: { opensAfter: 600 },
  ended: { sold: 0.25, endsAfter: 120 },
  paused: { sold: 0.1, status: "paused" },
  cancelled: { sold: 0.02, status: "cancelling" },
  free: { sold: 0.5, isFree: true },
} as const satisfies Record<string, Scene>;
export type SceneName = keyof typeof scenes;

/** By hall and the date in the catalog's calendar; all other dates are on sale, with nothing sold. */
const staged: Record<string, SceneName> = {
  "david-geffen-hall 2024-09-12T19:30": "selling",
  "opernhaus-musterstadt 2024-09-14T19:00": "nearlySoldOut",
  "opernhaus-musterstadt 2024-09-17T19:00": "ended",
  "opernhaus-musterstadt 2024-09-18T19:30": "opensSoon",
  "good-shepherd-faith-presbyterian-church 2024-09-22T16:00": "free",
  "opernhaus-musterstadt 2024-09-24T19:30": "cancelled",
  "opernhaus-musterstadt 2024-09-25T19:00": "paused",
  "merkin-hall 2024-09-29T15:00": "soldOut",
};

export type SeasonEvent = DemoEvent & { scene?: SceneName };

/** The catalog and the season of the opera house, the earliest date first. */
export function readSeason(): SeasonEvent[] {
  return listDates([...readCatalog().productions, ...operaSeason]).map((event) => {
    const scene = staged[`${event.venue} ${event.date}T${event.time}`];
    return scene ? { ...event, scene } : event;
  });
}
