import * as z from "zod/mini";
import { EventId, SeriesId, UserId } from "../ids.ts";
import { check, put } from "../table/actions.ts";
import { dueAt } from "../table/due-index.ts";
import { type Key, keys } from "../table/keys.ts";
import type { Action, Item } from "../table/transact.ts";

/** Texts and facts to change on the other dates of a series, decided on one of them. */
export const SeriesChange = z.object({
  series_id: SeriesId,
  event_id: EventId,
  actor_id: UserId,
  fields: z.record(z.string(), z.unknown()),
  decision: z.string(),
});
export type SeriesChange = z.infer<typeof SeriesChange>;

/** One a series: the next change of any of its dates first finishes this one, so that no older one comes after a later one. */
export const seriesChangeOf = (series_id: SeriesId): Key => keys.job("series-change", series_id);

export const toSeriesChange = (item: Item): SeriesChange => SeriesChange.parse(item);

/** Made by the process that decided, and by any other from `look_at` (epoch seconds) on. */
export function putSeriesChange({ look_at, ...change }: SeriesChange & { look_at: number }): Action {
  const key = seriesChangeOf(change.series_id);
  return put({ put: { ...key, ...change, ...dueAt("bulk", key.pk, look_at) }, condition: "attribute_not_exists(pk)" });
}

/** Fails its transaction while a change of the series is under way. */
export const checkSeriesUnchanging = (series_id: SeriesId): Action =>
  check({ check: seriesChangeOf(series_id), condition: "attribute_not_exists(pk)" });
