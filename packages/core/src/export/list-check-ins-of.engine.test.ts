import { expect, it } from "vitest";
import { cancelBooking } from "../booking/cancel-booking.ts";
import { findBooking } from "../booking/get-booking.ts";
import { forgetAdmissions } from "../privacy/forget-check-ins.ts";
import { openDoor } from "../testing/open-door.ts";
import { readAdmissions } from "./list-check-ins-of.ts";

it("an entry that never counted is exported with its booking, and its words are forgotten", async () => {
  const door = await openDoor();
  const { booking_id, seat_pos } = await door.book();
  await cancelBooking(door.core, door.guest, { booking_id });
  await door.merge([{ seat_pos, booking_id, version: 1, reason: "Ann lost her phone" }]);
  const booking = await findBooking(door.core, booking_id);
  if (!booking) throw new Error("the booking is gone");
  const read = () => readAdmissions(door.core.table, booking);
  expect(await read()).toMatchObject([{ seat_pos, reason: "Ann lost her phone" }]);
  await forgetAdmissions(door.core, booking);
  expect(await read()).toMatchObject([{ seat_pos, reason: "" }]);
  await door.core.close();
});
