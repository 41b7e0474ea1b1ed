import fc from "fast-check";
import { expect, test } from "vitest";
import { CreateEvent } from "../event/event.ts";
import { CreateUser } from "../user/user.ts";
import { CreateVenue, NewVenueSeat } from "../venue/venue.ts";
import { drawnText } from "./draw-text.ts";

const runs = process.env.EVENTLY_PROOF ? 10_000 : 300;

const { name, artists, tags } = CreateEvent.shape;
const venue = CreateVenue.shape;
const seat = NewVenueSeat.shape;
const fields = {
  "an event’s name": name,
  "an artist": artists.def.innerType.def.element,
  "a tag": tags.def.innerType.def.element,
  "a venue’s name": venue.name,
  "a city": venue.city,
  "a seat type": venue.seat_types.def.element,
  "a section": seat.section,
  "a row’s label": seat.row_label,
  "a seat’s label": seat.seat_label,
  "an address": venue.address,
  "a person’s name": CreateUser.shape.name,
  "a phone number": CreateUser.shape.phone,
};

const refused = /[\p{Cc}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069\p{Surrogate}]/u;

test.each(Object.entries(fields))("%s is refused with a reason, or kept as typed", (_, field) => {
  fc.assert(
    fc.property(drawnText, (typed) => {
      const read = field.safeParse(typed);
      if (read.success) expect(read.data).toBe(typed.trim().normalize("NFC"));
      if (refused.test(typed.trim())) expect(read.success).toBe(false);
      for (const { code, message } of read.error?.issues ?? [])
        if (code === "custom") expect(message.length).toBeGreaterThan(10);
    }),
    { numRuns: runs },
  );
});
