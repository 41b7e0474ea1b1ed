import { EventId, HoldingId, SeatId, UserId } from "@evently/core/ids";
import { keys } from "@evently/core/table/keys";
import { readItem } from "@evently/core/table/read-item";
import { connectTable } from "@evently/core/table/table";
import { type Action, transact } from "@evently/core/table/transact";
import { askApi, must } from "../src/testing/http/api-client.ts";
import { drive } from "./drive.ts";
import { type HallSize, handOutSeats } from "./hand-out-seats.ts";
import type { Api } from "./start-api.ts";

const perTransaction = 100;
const inFlight = 8;
/** Ids with this many digits are unused. */
const firstId = 1_000_000;
/** How long ago all of them expired, in seconds. */
const ago = 3_600;

/**
 * Writes what `count` holds left that ran out: their records, the slots of their holders, and on each seat of the hall the
 * last hold it had. Copies of one hold that the API placed and gave back, with other ids and an end an hour ago.
 */
export async function writeOldHolds({ origin, at }: Api, event: string, hall: HallSize, count: number): Promise<void> {
  const guest = await must(origin, "/session/guest", undefined, {});
  const token = String(guest.token);
  const { holding_id: held } = await must(origin, `/events/${event}/hold`, token, { seats: ["A-1"] });
  const table = connectTable({ endpoint: at.endpoint, name: at.table, region: "us-east-1" });
  const [event_id, holding_id] = [EventId.parse(event), HoldingId.parse(held)];
  const user_id = UserId.parse((guest.user as { user_id: string }).user_id);
  const read = async (key: Parameters<typeof readItem>[1]) => JSON.stringify(await readItem(table, key));
  const [holding, quota, seat] = [
    await read(keys.holding(holding_id)),
    await read(keys.quota(event_id, user_id)),
    await read(keys.seat(event_id, SeatId.parse("A-1"))),
  ];
  await askApi(origin, "POST", `/${held}/cancel`, { token });

  const seats = hall.rows * hall.perRow;
  const nextSeat = handOutSeats(hall, 1);
  const ended = Math.floor(Date.now() / 1_000) - ago;
  function put(text: string, i: number): Action {
    const changed = text.replaceAll(holding_id, `holding-${firstId + i}`).replaceAll(user_id, `user-${firstId + i}`);
    return { put: JSON.parse(changed.replaceAll(/"hold_ttl":\d+/g, `"hold_ttl":${ended}`)) };
  }
  const actions = Array.from({ length: count }, (_, i) => [put(holding, i), put(quota, i)]).flat();
  for (let i = count - seats; i < count; i++) actions.push(put(seat.replaceAll('"A-1"', `"${nextSeat()[0]}"`), i));
  await drive(Math.ceil(actions.length / perTransaction), inFlight, async () => {
    await transact(table, actions.splice(0, perTransaction));
  });
  table.close();
}
