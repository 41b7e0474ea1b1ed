import { beforeAll, expect, it } from "vitest";
import type { Item } from "../table/transact.ts";
import { interpose } from "../testing/interpose.ts";
import { joinOrganization } from "../testing/join-organization.ts";
import { newGuest, newOrganizer, openEvent } from "../testing/open-event.ts";
import { openPerson } from "../testing/open-person.ts";
import { openTwoCores } from "../testing/open-two-cores.ts";
import { ownOrganization } from "../testing/own-organization.ts";
import { findNaming, scanTable } from "../testing/scan-table.ts";
import { createTestMailer } from "../testing/test-mailer.ts";
import { hashEmail } from "../user/contact.table.ts";
import { exportUser } from "./export-user.ts";
import { UserExport } from "./user-export.ts";

const mailer = createTestMailer();
/** The journals that were read. */
const journals: string[] = [];
const [core, watched] = await openTwoCores(
  { mailer },
  {
    wrap: (table) =>
      interpose(table, (command, send) => {
        const read = JSON.stringify(command.input).match(/journal-[a-z]+-\d+/g) ?? [];
        journals.push(...read);
        return send();
      }),
  },
);

let person: Awaited<ReturnType<typeof openPerson>>;
let items: Item[];
let text: string;

beforeAll(async () => {
  await openPerson(core, "somebody-else");
  person = await openPerson(core, "4711");
  await core.catalog.load();
  items = await scanTable(core.table);
  text = await (await exportUser(core, person.account, person.account)).read();
});

/** What of an item the export must have; null for what has nothing to be told but the person's number. */
function toldOf({ pk, sk, ...item }: Item): (string | null)[] {
  const key = String(pk);
  if (key === person.atCounterUser) return [person.holder.name];
  if (key.startsWith("user-")) return [String(sk)];
  if (key.startsWith("email-")) return [key.slice("email-".length)];
  if (key.startsWith("contact-user-")) return [null];
  if (key.startsWith("contact-")) return [String(sk)];
  if (key.startsWith("event-")) return [String(item.booking_id)];
  if (key.startsWith("mail-event-")) return [String(item.booking_id)];
  if (key.startsWith("mail-sign-in-")) return [String(item.written_at)];
  if (key.startsWith("journal-")) return [String(item.request_id)];
  if (key.startsWith("holding-")) return [key];
  if (key.startsWith("organization-")) return [key];
  if (key.startsWith("checkin-")) return [String(item.booking_id)];
  if (key.startsWith("door-")) return Object.values({ ...(item.keys as Item), ...(item.ended as Item) }).map(nameIn);
  if (key.startsWith("quota-"))
    return [item.slot_1, item.slot_2].map((slot) => ((slot as Item | undefined)?.holding_id as string) ?? null);
  if (key.startsWith("organization-")) return toldOfHouse(String(sk), item);
  if (key.startsWith("invited-")) return [String(sk).split("#")[1] ?? ""];
  // What counts, and that a mail is on its way, names nobody.
  if (key.startsWith("usage-") || key.startsWith("mail-organization-")) return [null];
  // A request that the operator made: sealed, and good for ten minutes.
  if (key.startsWith("signin-")) return [null];
  throw new Error(`nobody said what the export has of ${key} ${sk}`);
}

const nameIn = (key: unknown): string => (key as { name: string }).name;

function toldOfHouse(sk: string, item: Item): (string | null)[] {
  if (sk === "ORGANIZATION")
    return [item.legal_name, item.address, item.contact_email].flatMap((fact) => (fact ? String(fact) : []));
  return [String(item.since ?? item.invitation_id)];
}

it("has everything of a person that a scan of the table finds", () => {
  const { account, email, namesake, namesakes, atCounter } = person;
  // Somebody else who gave the same address: they are named, and what they have is theirs.
  const isOwn = ({ user_id, booking_id }: Item) =>
    user_id !== namesake && ![namesakes, atCounter].includes(booking_id as never);
  const named = findNaming(items, [account.user_id, email, hashEmail(email)]).filter(isOwn);
  expect(named.length).toBeGreaterThan(25);
  // What was held, and neither booked nor open, is found by nobody; it has seats and amounts alone.
  const released = named.filter(({ state, pk }) => String(pk).startsWith("holding-") && state === "released");
  expect(released).toHaveLength(1);
  const told = named.filter((item) => !released.includes(item)).flatMap(toldOf);
  for (const fact of told) if (fact !== null) expect(text).toContain(fact);
});

it("has no token, nothing of anybody else, and the form that the API describes", () => {
  const exported = UserExport.parse(JSON.parse(text));
  expect(exported.bookings.map(({ payment }) => payment?.state)).toEqual(["captured", "captured", "refunded"]);
  expect(exported.account).toMatchObject({ name: "Zoe 4711", email: person.email });
  expect(exported.holds.map(({ lines }) => lines.map(({ seat }) => seat))).toEqual([["A-7"]]);
  expect(exported.bookings.map(({ check_ins }) => check_ins.map(({ reason }) => reason))).toEqual([
    ["Zoe 4711 lost their phone"],
    ...[[], []],
  ]);
  expect(exported.scans).toMatchObject([
    { seat_pos: "A-1", device: "Zoe 4711’s phone", reason: "Zoe 4711 knows them" },
  ]);
  expect(exported.door_keys.map(({ name }) => name)).toEqual(["Zoe 4711’s key 1", "Zoe 4711’s key 2"]);
  expect(exported.account.was_in).toEqual([]);
  expect(text).not.toContain(person.token);
  expect(text).not.toContain("somebody-else");
});

it("is for the person and for admins", async () => {
  const { user_id } = person.account;
  for (const stranger of [await newGuest(core), await newOrganizer(core)])
    await expect(exportUser(core, stranger, { user_id })).rejects.toMatchObject({ code: "USER_NOT_FOUND" });
  const admin = { ...(await newOrganizer(core)), role: "admin" } as const;
  const file = await exportUser(core, admin, { user_id });
  expect(file.name).toBe(`Evently, ${user_id}.json`);
  expect(UserExport.parse(JSON.parse(await file.read())).account.user_id).toBe(user_id);
});

it("reads no journal of events that somebody only sees, and those of what they manage", async () => {
  const { event_id, organizer } = await openEvent(core, { rows: 1, perRow: 1 });
  for (const [role, isRead] of [
    ["viewer", false],
    ["door", false],
    ["manager", true],
  ] as const) {
    const { actor } = await joinOrganization(core, organizer, ownOrganization(organizer), role);
    journals.splice(0);
    await (await exportUser(watched, actor, actor)).read();
    expect(journals.includes(`journal-${event_id}`), role).toBe(isRead);
  }
});

it("has the events, venues and acts of who sells", async () => {
  const { event_id, organizer } = await openEvent(core, { rows: 1, perRow: 1 });
  const { user_id } = organizer;
  const exported = UserExport.parse(JSON.parse(await (await exportUser(core, organizer, { user_id })).read()));
  expect(exported).toMatchObject({ events: [event_id], venues: [expect.stringMatching(/^venue-/)] });
  expect(exported.journal.map(({ action }) => action)).toContain("event.created");
});
