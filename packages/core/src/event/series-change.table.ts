import * as z from "zod/mini";
import { EventId, SeriesId, UserId } from "../ids.ts";
import { put } from "../table/actions.ts";
import { dueAt } from "../table/due-index.ts";
import { type Key, keys } from "../table/keys.ts";
import type { Action, Item } from "../table/transact.ts";

/** Texts and facts to change on the other dates of a series, decided on one of them at its `revision`. */
export const SeriesChange = z.object({
  series_id: SeriesId,
  event_id: EventId,
  revision: z.int(),
  actor_id: UserId,
  fields: z.record(z.string(), z.unknown()),
});
export type SeriesChange = z.infer<typeof SeriesChange>;

export const seriesChangeOf = (event_id: EventId, revision: number): Key =>
  keys.job("series-change", `${event_id}-${revision}`);

export const toSeriesChange = (item: Item): SeriesChange => SeriesChange.parse(item);

/** Made by the process that decided, and by any other from `look_at` (epoch seconds) on. */
export function putSeriesChange({ look_at, ...change }: SeriesChange & { look_at: number }): Action {
  const key = seriesChangeOf(change.event_id, change.revision);
  return put({ put: { ...key, ...change, ...dueAt("bulk", key.pk, look_at) }, condition: "attribute_not_exists(pk)" });
}
