import { expect, it } from "vitest";
import { isFailure } from "../errors.ts";
import { isListed } from "../event/event.rules.ts";
import { findEvent } from "../event/find-event.ts";
import { listOwnEventIds, readEvents } from "../event/list-own-events.ts";
import { createEvent } from "../event-change/create-event.ts";
import { setEventStatus } from "../event-change/set-event-status.ts";
import { placeHold } from "../hold/place-hold.ts";
import { releaseHold } from "../hold/release-hold.ts";
import { ownersFor } from "../organization/may.ts";
import { runScheduledWork } from "../scheduled-work/run-scheduled-work.ts";
import { ask, newOrganizer, openEvent } from "../testing/open-event.ts";
import { openTwoCores } from "../testing/open-two-cores.ts";
import { race, times } from "../testing/race.ts";
import { setQuota } from "../user/set-quota.ts";
import type { Actor } from "../user/user.ts";
import { createVenue } from "../venue/create-venue.ts";
import { resumeAccount, suspendAccount } from "./suspend-account.ts";

const either = (i: number) => (i % 2 === 0 ? core : other);

const [core, other] = await openTwoCores();

const hall = { name: "Hall", city: "Paris", description: "", seat_types: ["Stalls"], timezone: "Europe/Paris" };

it("nothing that begins after an account was suspended is acknowledged, nor anything that commits later", async () => {
  const organizer = await newOrganizer(core);
  await setQuota(core, organizer.user_id, { venues: 1_000_000, events: 1_000_000 });
  const drafts = await Promise.all(times(100, () => openDraft(organizer)));
  const [first] = drafts;
  if (!first) throw new Error("there is no draft");
  const sold = await openEvent(core, { rows: 1, perRow: 200 });
  let isSuspended = false;
  let [acknowledged, late] = [0, 0];
  /** One write after the other until the account's are refused. */
  const write = async (change: (i: number) => Promise<unknown>) => {
    for (let i = 0; ; i++) {
      const beganAfter = isSuspended;
      try {
        await change(i);
        acknowledged++;
        if (beganAfter) late++;
      } catch (error) {
        if (!isFailure(error, "SUSPENDED")) throw error;
        if (beganAfter) return;
      }
    }
  };
  const publish = (n: number) => (i: number) => {
    const { event_id } = drafts[i + 50 * n] ?? first;
    return i < 50
      ? setEventStatus(either(n), organizer, { event_id, status: "published" })
      : createVenue(either(n), organizer, hall);
  };
  const holdAndRelease = async (i: number) =>
    releaseHold(core, organizer, await placeHold(core, organizer, ask(sold.event_id, `A-${(i % 200) + 1}`)));
  const writers = [
    ...times(3, (n) => write(() => createVenue(either(n), organizer, hall))),
    ...times(2, (n) => write(publish(n))),
    write(holdAndRelease),
  ];
  await createVenue(core, organizer, hall);
  const suspending = suspendAccount(core, organizer).then(async () => {
    isSuspended = true;
    return readTheirs(organizer);
  });
  const [before] = await Promise.all([suspending, ...writers]);
  expect(late).toBe(0);
  expect(acknowledged).toBeGreaterThan(0);
  // What was acknowledged or not: nothing of the account has changed since the command returned.
  expect(await readTheirs(organizer)).toEqual(before);
  const { events } = before;
  expect(events.filter((event) => isListed(event))).toEqual([]);
});

const openDraft = (organizer: Actor) => openEvent(core, { rows: 1, perRow: 1, organizer, event: { status: "draft" } });

it("of events that are published while their account is suspended none is on sale, and all are once it is resumed", async () => {
  const organizer = await newOrganizer(core);
  const first = await openEvent(core, { rows: 2, perRow: 10, organizer });
  const { venue_id } = (await findEvent(core.table, first.event_id)) ?? {};
  if (!venue_id) throw new Error("the event is gone");
  const input = {
    venue_id,
    start_time: "2099-01-01T20:00:00Z",
    duration: 60,
    artists: [],
    tags: [],
    description: "",
    programme: "",
  };
  const creating = times(12, (i) =>
    createEvent(either(i), organizer, {
      ...input,
      name: `Event ${i}`,
      seat_type_prices: { Stalls: 100 },
      currency: "USD",
      status: "published",
    }),
  );
  const { broken, refused } = await race<unknown>([...creating, suspendAccount(other, organizer)]);
  expect(broken).toEqual([]);
  expect(Object.keys(refused).filter((code) => code !== "SUSPENDED")).toEqual([]);
  core.clock.advance(120);
  await runScheduledWork(core);
  const { events } = await readTheirs(organizer);
  expect(events.filter(isListed)).toEqual([]);
  expect(events.filter(({ status, after_copy }) => status === "draft" && after_copy !== null)).toEqual([]);
  await resumeAccount(core, organizer);
  const resumed = await readTheirs(organizer);
  expect(resumed.events.filter(({ suspended_at }) => suspended_at !== null)).toEqual([]);
  expect(resumed.events.filter(isListed)).toHaveLength(
    resumed.events.filter(({ status }) => status === "published").length,
  );
});

it("of many that suspend and resume an account at once, in two processes, the last one's word holds for all its events", async () => {
  const organizer = await newOrganizer(core);
  await Promise.all(times(5, () => openEvent(core, { rows: 1, perRow: 1, organizer })));
  const { broken } = await race<unknown>(
    times(8, (i) => (i % 3 === 0 ? resumeAccount(either(i), organizer) : suspendAccount(either(i), organizer))),
  );
  expect(broken).toEqual([]);
  await suspendAccount(core, organizer);
  expect((await readTheirs(organizer)).events.filter(isListed)).toEqual([]);
  await resumeAccount(core, organizer);
  expect((await readTheirs(organizer)).events.filter(isListed)).toHaveLength(5);
});

async function readTheirs(organizer: Actor) {
  const ids = await listOwnEventIds(core.table, ownersFor(organizer, null));
  const events = (await readEvents(core.table, ids)).map(({ event }) => event);
  return { ids, events };
}
