import type { Core } from "@evently/core/core";
import { findEvent } from "@evently/core/event/find-event";
import { setEventStatus } from "@evently/core/event-change/set-event-status";
import type { EventId } from "@evently/core/ids";
import { findOrganizer } from "./find-organizer.ts";
import { type Scene, type SceneName, type SeasonEvent, scenes } from "./season.ts";
import { notePlayed, type Progress } from "./seed-progress.ts";
import { sellSeats } from "./sell-seats.ts";

/** A concert that has a scene, with its index in the season. */
type StagedEvent = { index: string; event_id: EventId; scene: Scene };

/** The first concert on sale whose scene is not played yet. */
export function findScene(
  { copied, staged = {}, played = {} }: Progress,
  concerts: SeasonEvent[],
): StagedEvent | undefined {
  const open = Object.entries(staged).filter(([index]) => Number(index) < copied && !played[index]);
  const [first] = open.sort(([a], [b]) => Number(a) - Number(b));
  const name = first && concerts[Number(first[0])]?.scene;
  return name && { index: first[0], event_id: first[1], scene: scenes[name] };
}

/** The events by what they show, for who wants to see it. */
export type Scenes = Partial<Record<SceneName, EventId>>;

export function listScenes({ staged = {} }: Progress, concerts: SeasonEvent[]): Scenes {
  const entries = Object.entries(staged).map(([index, event_id]) => [concerts[Number(index)]?.scene, event_id]);
  return Object.fromEntries(entries);
}

/** Sells its seats, then sets its status. Throws SEATS_UNAVAILABLE while someone holds seats that are to be sold. */
export async function playScene(
  core: Core,
  { organizer }: Progress,
  { index, event_id, scene: { sold = 0, status } }: StagedEvent,
  signal?: AbortSignal,
): Promise<void> {
  const event = await findEvent(core.table, event_id);
  const isOpen = event?.status === "published";
  if (isOpen) await sellSeats(core, event, sold, signal);
  if (signal?.aborted || !organizer) return;
  if (isOpen && status) {
    await setEventStatus(core, await findOrganizer(core, organizer), { event_id, status });
  }
  await notePlayed(core, index);
}
