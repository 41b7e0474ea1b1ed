import type { KeyHolder } from "../door-key/find-key-holder.ts";
import type { DoorKeyId, UserId } from "../ids.ts";
import type { Actor } from "../user/user.ts";

/** Who stands at a door. */
export type Doorkeeper = Actor | KeyHolder;

export const hasKey = (keeper: Doorkeeper): keeper is KeyHolder => "door_key_id" in keeper;

/** As check-ins name them. */
export const idOf = (keeper: Doorkeeper): UserId | DoorKeyId => (hasKey(keeper) ? keeper.door_key_id : keeper.user_id);

/** The same for the journal. */
export const doerOf = (keeper: Doorkeeper) => ({ ...keeper, user_id: idOf(keeper) });
