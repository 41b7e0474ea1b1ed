import { expect } from "vitest";
import { ChangeEvent, type CopyEvent } from "../event/event.ts";
import { findEvent } from "../event/find-event.ts";
import { confirmHold } from "../hold/confirm-hold.ts";
import { placeHold } from "../hold/place-hold.ts";
import type { EventId } from "../ids.ts";
import { addVenueSeats } from "../layout/add-venue-seats.ts";
import { getVenueSeats } from "../layout/get-venue-seats.ts";
import { listSeats } from "../seat-map/get-seat-map.ts";
import { copyEvent } from "../series/copy-event.ts";
import { toInstant } from "../time.ts";
import { getVenue } from "../venue/get-venue.ts";
import { ChangeVenue, ChangeVenueSeats } from "../venue/venue.ts";
import type { Command } from "./command-work.ts";
import type { TestCore } from "./open-core.ts";
import { ask, newGuest, newSeat, openEvent, type Sale } from "./open-event.ts";
import { bookSeat, oweCaptures } from "./owe-captures.ts";
import { readSeats } from "./read-seats.ts";
import { newKey } from "./send-with-key.ts";
import { letTimePass } from "./settle-everything.ts";

/** What leads to bulk work: a command on a stage that was set for it. */
export type BulkJob = { name: string; open(core: TestCore): Promise<OpenJob> };

export type OpenJob = {
  command: Command;
  /** Errors of the command given again, where no key answers for it. */
  accepted?: readonly string[];
  /** What must be true of this job wherever a process ended, and what people do then. */
  meanwhile?(): Promise<void>;
};

const day = 86_400;
const later = (core: TestCore, days: number): string => toInstant(Math.floor(core.clock()) + days * day);

const give = (module: string, verb: string, { organizer }: Sale, input: object): Command => ({
  ...{ module, verb, actor: organizer, input, key: newKey() },
});

/** More than one transaction writes. */
const twoTransactions = { rows: 2, perRow: 60 };

async function openDates(core: TestCore, days: readonly number[], publish: boolean): Promise<Dates> {
  const sale = await openEvent(core, { rows: 1, perRow: 4 });
  const start_times = days.map((count) => later(core, count));
  const { items } = await copyEvent(core, sale.organizer, { event_id: sale.event_id, start_times, publish });
  await letTimePass(core, 130, 65);
  return { sale, event_ids: [sale.event_id, ...items.map(({ event_id }) => event_id)] };
}

type Dates = { sale: Sale; event_ids: EventId[] };

async function getStored(core: TestCore, event_id: EventId) {
  const event = await findEvent(core.table, event_id);
  if (!event) throw new Error(`${event_id} is gone`);
  return event;
}

const copies = (publish: boolean): BulkJob => ({
  name: publish ? "copies to three dates, published once they are whole" : "copies to three dates",
  async open(core) {
    const sale = await openEvent(core, twoTransactions);
    const start_times = [14, 21, 28].map((days) => later(core, days));
    const input: CopyEvent = { event_id: sale.event_id, start_times, publish };
    return { command: give("../series/copy-event.ts", "copyEvent", sale, input) };
  },
});

const deletion: BulkJob = {
  name: "the deletion of a draft",
  async open(core) {
    const sale = await openEvent(core, { rows: 4, perRow: 60, event: { status: "draft" } });
    const command = give("../event-change/delete-event.ts", "deleteEvent", sale, { event_id: sale.event_id });
    return { command, accepted: ["EVENT_NOT_FOUND"] };
  },
};

/** Two layouts: seats were added between the dates. */
const correction: BulkJob = {
  name: "a correction of labels, carried to dates of two layouts",
  async open(core) {
    const { sale, event_ids } = await openDates(core, [14], true);
    const { venue_id } = await getStored(core, sale.event_id);
    await addVenueSeats(core, sale.organizer, { venue_id, seats: [newSeat("B", 1)] });
    const input = { event_id: sale.event_id, start_times: [later(core, 21)], publish: true };
    const { items } = await copyEvent(core, sale.organizer, input);
    await letTimePass(core, 130, 65);
    const carry = [...event_ids, ...items.map(({ event_id }) => event_id)];
    const { revision } = await getVenue(core, { venue_id });
    const relabel = ["A-1", "A-2", "A-3", "A-4"].map((seat_pos) => ({ seat_pos, row_label: "AA" }));
    const change = ChangeVenueSeats.parse({ venue_id, revision, relabel, carry });
    const rowsOf = async (event_id: EventId) => {
      const { items } = (await listSeats(core, null, { event_id })).toJSON();
      return items.map(({ row_label }) => row_label).filter((row) => row !== "B");
    };
    return {
      command: give("../event-change/change-venue-seats.ts", "changeVenueSeats", sale, change),
      async meanwhile() {
        core.clock.advance(3);
        const printed = (await getVenueSeats(core, { venue_id })).toJSON().items;
        const rows = [...printed.map(({ row_label }) => row_label).filter((row) => row !== "B")];
        for (const event_id of carry) rows.push(...(await rowsOf(event_id)));
        expect(rows).toHaveLength(16);
        expect(new Set(rows).size, "the same row everywhere").toBe(1);
      },
    };
  },
};

const venueName: BulkJob = {
  name: "a venue's name, carried to its events",
  async open(core) {
    const { sale } = await openDates(core, [14, 21, 28], false);
    const { venue_id } = await getStored(core, sale.event_id);
    const { revision } = await getVenue(core, { venue_id });
    const input = ChangeVenue.parse({ venue_id, revision, name: "Aula", city: "Boston" });
    return { command: give("../event-change/change-venue.ts", "changeVenue", sale, input) };
  },
};

const series: BulkJob = {
  name: "a change of a series",
  async open(core) {
    const { sale } = await openDates(core, [14, 21, 28], true);
    const { event_id, revision } = await getStored(core, sale.event_id);
    const change = { name: "Renamed", programme: "New programme", min_age: 12, series: true };
    const input = ChangeEvent.parse({ event_id, revision, ...change });
    return { command: give("../event-change/change-event.ts", "changeEvent", sale, input) };
  },
};

/** Two bookings are held only by their authorization, which is voided; two are paid for, and refunded. */
const refunds: BulkJob = {
  name: "the cancellation of an event with four bookings",
  async open(core) {
    const sale = await openEvent(core, { rows: 1, perRow: 6 });
    for (const seat of ["A-1", "A-2"]) await bookSeat(core, sale, seat);
    await oweCaptures(core, sale, ["A-3", "A-4"]);
    const input = { event_id: sale.event_id, status: "cancelling" };
    return { command: give("../event-change/set-event-status.ts", "setEventStatus", sale, input) };
  },
};

export const pricesOf = (hall: { rows: number; perRow: number }): BulkJob => ({
  name: "prices, brought to the free seats",
  async open(core) {
    const sale = await openEvent(core, hall);
    const { event_id } = sale;
    const guest = await newGuest(core);
    const { holding_id } = await placeHold(core, guest, ask(event_id, "A-5", "A-6"));
    const { revision } = await getStored(core, event_id);
    const input = ChangeEvent.parse({ event_id, revision, seat_type_prices: { Stalls: 6000 } });
    return {
      command: give("../event-change/change-event.ts", "changeEvent", sale, input),
      async meanwhile() {
        const former = [4500, 0];
        for (const { seat_pos, seat_state, price, price_revision } of await readSeats(core, event_id)) {
          const known = seat_state === "held" ? [former] : [former, [6000, 1]];
          expect(known, seat_pos).toContainEqual([price, price_revision]);
        }
        const payment = { token: "tok_visa" };
        expect(await confirmHold(core, guest, { holding_id, payment })).toMatchObject({ total: 9000 });
        await core.background.settled();
      },
    };
  },
});

const copyToThree = copies(false);
const prices = pricesOf({ rows: 1, perRow: 8 });

/** Each is scheduled work, save a correction: that is one command. */
export const scheduledJobs = { copies: copyToThree, deletion, venueName, series, refunds };

export const bulkJobs = [copyToThree, copies(true), deletion, correction, venueName, series, refunds, prices];
