import * as z from "zod/mini";
import { GateName } from "../admission/admission.ts";
import { DoorKeyId, EventId, UserId } from "../ids.ts";
import { line } from "../text/text.ts";
import { Instant } from "../time.ts";

/** Keys of an event that are good at the same time. */
export const mostDoorKeys = 20;

/** `until` is when it ends by itself. */
export const MakeDoorKey = z.strictObject({
  event_id: EventId,
  name: line(60),
  gate: z.optional(GateName),
  until: Instant,
});
export type MakeDoorKey = z.infer<typeof MakeDoorKey>;

export const EndDoorKey = z.strictObject({ event_id: EventId, door_key_id: DoorKeyId });
export type EndDoorKey = z.infer<typeof EndDoorKey>;

/** A key without what opens the door. */
export const DoorKey = z.object({
  door_key_id: DoorKeyId,
  name: z.string(),
  gate: z.nullable(z.string()),
  until: Instant,
  created_at: Instant,
  created_by: UserId,
  /** Whether whoever made it may not make one any more. */
  is_orphaned: z.boolean(),
});
export type DoorKey = z.infer<typeof DoorKey>;

/** With what opens the door, which is told once; `url` is null where the installation does not know its own address. */
export const NewDoorKey = z.object({ ...DoorKey.shape, key: z.string(), url: z.nullable(z.string()) });
export type NewDoorKey = z.infer<typeof NewDoorKey>;
