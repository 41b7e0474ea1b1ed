import { keys, sessionIdOf } from "@evently/core/table/keys";
import { readItem } from "@evently/core/table/read-item";
import { transact } from "@evently/core/table/transact";
import type { TestCore } from "@evently/core/testing/open-core";
import { signIn } from "@evently/core/testing/sign-in";
import type { User } from "@evently/core/user";
import { createUser, startGuest } from "@evently/core/user/create-user";
import { getUser } from "@evently/core/user/get-user";
import { openSession } from "@evently/core/user/session";
import { hashOf } from "@evently/core/user/session-token";
import { newEvent, openSale, type TestApp } from "../http/open-app.ts";
import { openInvoices } from "../http/open-invoices.ts";
import type { ApiSurface, Drawn } from "./draw-request.ts";
import type { JsonSchema } from "./draw-value.ts";

export type FuzzWorld = {
  known: ApiSurface;
  /** Signs everyone in again, since an earlier request may have ended their session. */
  signIn(): Promise<void>;
  /**
   * Puts an event on sale, sells and holds seats of it, and drafts another, since earlier requests may have ended the others;
   * advances the clock.
   */
  openSale(): Promise<void>;
  /** Makes the ids in a response available to later requests. */
  learn(drawn: Drawn, answer: Learned): void;
};

type Learned = { status: number; body: Record<string, unknown> };

const maxKept = 8;

/** The ids in answers that requests may use. */
const learned = ["event_id", "venue_id", "holding_id", "booking_id", "link", "organization_id", "invitation_id"];

/** Users of every role and the ids they may request. `schemas` are those of the document. */
export async function openFuzzWorld(app: TestApp, schemas: Record<string, JsonSchema>): Promise<FuzzWorld> {
  const { pools, add, learn } = keepIds();
  const callers: ApiSurface["callers"] = new Map();
  const people = await openPeople(app.core);

  async function signIn(): Promise<void> {
    callers.set("nobody", {}).set("a stranger", { authorization: "Bearer x" });
    for (const [who, person] of people) {
      const user = await replaceDeleted(app.core, who, person);
      people.set(who, user);
      add("user_id", user.user_id, who);
      // All of theirs may have been ended at once.
      const known = await readItem(app.core.table, keys.user(user.user_id));
      const { token, write } = openSession(user, { known, now: app.core.clock(), device: null });
      await transact(app.core.table, [write]);
      callers.set(who, { authorization: `Bearer ${token}` });
      add("session_id", sessionIdOf(hashOf(token)), who);
      if (who !== "guest") continue;
      const cookie = `evently_session=${token}`;
      callers.set("guest by cookie", { cookie });
      callers.set("guest elsewhere", { cookie, origin: "https://elsewhere.test" });
    }
  }

  async function call(who: string, path: string, body: object): Promise<Record<string, unknown>> {
    const headers = { "content-type": "application/json", ...callers.get(who) };
    const answer = await app.call("POST", path, { headers, body });
    learn({ who }, answer);
    return answer.body;
  }

  await signIn();
  for (const [who, { user_id, memberships = {} }] of people) {
    add("user_id", user_id, who);
    for (const id of Object.keys(memberships)) add("organization_id", id, who);
  }
  return {
    known: { refer: (name) => schemas[name] ?? {}, pools, callers },
    signIn,
    async openSale() {
      app.core.clock.advance(app.core.rules.SEAT_HOLD_MAX);
      const token = callers.get("organizer")?.authorization?.replace("Bearer ", "") ?? "";
      const { user_id = "", memberships = {} } = people.get("organizer") ?? {};
      const organization_id = Object.keys(memberships)[0];
      const sale = await openSale({ ...app, signUp: async () => ({ token, user_id }) }, { organization_id });
      for (const name of ["event_id", "venue_id"] as const) add(name, sale[name], "organizer");
      await sellSeats(call, sale.event_id);
      learn({ who: "organizer" }, await reserveSeat(app, { organizer: token, venue_id: sale.venue_id }));
      await app.core.background.settled();
      await call("organizer", "/events", { ...newEvent(app, sale.venue_id), status: "draft" });
    },
    learn,
  };
}

/** The ids that requests may use. */
function keepIds() {
  const pools: ApiSurface["pools"] = new Map();
  /** It stays whose it was first: others may read it, too. */
  function add(name: string, id: string, who: string): void {
    const pool = pools.get(name) ?? [];
    if (!pool.some((entry) => entry.id === id)) pools.set(name, [...pool, { id, who }].slice(-maxKept));
  }
  function learn({ who }: Pick<Drawn, "who">, { status, body }: Learned): void {
    if (status !== 200 && status !== 201) return;
    for (const name of learned) if (typeof body[name] === "string") add(name, body[name], who);
    if (typeof body.booking_id === "string") add("booking_ids", body.booking_id, who);
    if (typeof body.next_cursor === "string") add("cursor", body.next_cursor, who);
  }
  return { pools, add, learn };
}

type Call = (who: string, path: string, body: object) => Promise<Record<string, unknown>>;

/** Four seats blocked, two sold at the counter, two to the attendee, who holds a third. */
async function sellSeats(call: Call, event_id: string): Promise<void> {
  const path = `/events/${event_id}`;
  await call("organizer", `${path}/blocks`, { seats: ["A-8", "A-9", "B-8", "B-9"], reason: "Press" });
  await call("organizer", `${path}/counter-sales`, { seats: ["A-1", "A-2"], payment: "comp" });
  const { holding_id } = await call("attendee", `${path}/hold`, { seats: ["A-3", "B-1"] });
  await call("attendee", `/${holding_id}/confirm`, { payment: { token: "tok_visa" } });
  await call("attendee", `${path}/hold`, { seats: ["B-2"] });
}

/** A booking that awaits payment, of somebody whose address is known to be theirs. */
async function reserveSeat(app: TestApp, sold: { organizer: string; venue_id: string }): Promise<Learned> {
  const { event_id } = await openInvoices(app, sold);
  const { token } = await signIn(app.core, "reserves@example.org");
  const held = await app.call("POST", `/events/${event_id}/hold`, { token, body: { seats: ["A-1"] } });
  const body = { payment: { method: "invoice" } };
  return app.call("POST", `/${held.body.holding_id}/confirm`, { token, body });
}

const names = ["guest", "other guest", "attendee", "organizer", "other organizer", "admin"];

async function openPeople(core: TestCore): Promise<Map<string, User>> {
  const people = new Map<string, User>();
  for (const who of names) people.set(who, await openPerson(core, who));
  return people;
}

/** Somebody else in the place of who was deleted by an earlier request. */
async function replaceDeleted(core: TestCore, who: string, known: User): Promise<User> {
  const isThere = await getUser(core, known, known).catch(() => null);
  return isThere ? known : openPerson(core, who);
}

async function openPerson(core: TestCore, who: string): Promise<User> {
  if (who.endsWith("guest")) return (await startGuest(core, {})).user;
  const email = `${who.replace(" ", "-")}@example.org`;
  const { user } = await createUser(core, { email, role: who.endsWith("organizer") ? "organizer" : "attendee" });
  return who === "admin" ? { ...user, role: "admin" } : user;
}
