import * as z from "zod/mini";
import { type StoredEvent, toStoredEvent } from "../event/event.table.ts";
import { EventText } from "../event/event.ts";
import { EventId, UserId } from "../ids.ts";
import { put, remove, update } from "../table/actions.ts";
import { dueAt } from "../table/due-index.ts";
import { type Key, keys } from "../table/keys.ts";
import type { Action, Item } from "../table/transact.ts";
import { Instant } from "../time.ts";

/** Copies that were decided: `made` of them are there, in their order. */
export const Copies = z.object({
  original: EventId,
  actor_id: UserId,
  copies: z.array(z.object({ event_id: EventId, start_time: Instant })),
  made: z.int(),
});
export type Copies = z.infer<typeof Copies>;

type Decided = Omit<Copies, "made"> & { look_at: number };

/** Named by its first copy. */
function jobOf({ copies: [first] }: Pick<Copies, "copies">): Key {
  if (!first) throw new Error("there is nothing to copy");
  return keys.job("copies", first.event_id);
}

export const toCopies = (item: Item): Copies => Copies.parse(item);

/** Made by the process that decided, and by any other from `look_at` (epoch seconds) on. */
export function putCopies({ look_at, ...copies }: Decided): Action {
  const key = jobOf(copies);
  return put({
    put: { ...key, ...copies, made: 0, ...dueAt("bulk", key.pk, look_at) },
    condition: "attribute_not_exists(pk)",
  });
}

/** What all copies have in common, in an item of its own: the job's is written once a copy. */
export type Template = { event: StoredEvent; text: EventText };

export function putTemplate(copies: Pick<Copies, "copies">, template: Template): Action {
  return { put: { ...keys.inputOf(jobOf(copies)), ...template } };
}

export const toTemplate = (item: Item): Template => ({
  event: toStoredEvent(item.event as Item),
  text: EventText.parse(item.text),
});

/** `made` copies -> one more. */
export function countCopy(copies: Copies): Action {
  return update({
    key: jobOf(copies),
    update: "SET made = :next",
    condition: "made = :made",
    values: { ":made": copies.made, ":next": copies.made + 1 },
  });
}

/** All made -> gone. */
export function removeCopies(copies: Copies): Action[] {
  const key = jobOf(copies);
  return [
    remove({ remove: key, condition: "made = :made", values: { ":made": copies.copies.length } }),
    { remove: keys.inputOf(jobOf(copies)) },
  ];
}
