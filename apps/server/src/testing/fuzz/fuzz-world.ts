import { keys, sessionIdOf } from "@evently/core/table/keys";
import { readItem } from "@evently/core/table/read-item";
import { transact } from "@evently/core/table/transact";
import type { TestCore } from "@evently/core/testing/open-core";
import type { User } from "@evently/core/user";
import { createUser, startGuest } from "@evently/core/user/create-user";
import { getUser } from "@evently/core/user/get-user";
import { openSession } from "@evently/core/user/session";
import { hashOf } from "@evently/core/user/session-token";
import { newEvent, openSale, type TestApp } from "../http/open-app.ts";
import type { ApiSurface, Drawn } from "./draw-request.ts";
import type { JsonSchema } from "./draw-value.ts";

export type FuzzWorld = {
  known: ApiSurface;
  /** Signs everyone in again, since an earlier request may have ended their session. */
  signIn(): Promise<void>;
  /** Puts an event on sale and drafts another, since an earlier request may have ended the others, and advances the clock. */
  openSale(): Promise<void>;
  /** Makes the ids in a response available to later requests. */
  learn(drawn: Drawn, answer: { status: number; body: Record<string, unknown> }): void;
};

const maxKept = 8;

/** Users of every role and the ids they may request. `schemas` are those of the document. */
export async function openFuzzWorld(app: TestApp, schemas: Record<string, JsonSchema>): Promise<FuzzWorld> {
  const pools: ApiSurface["pools"] = new Map();
  const callers: ApiSurface["callers"] = new Map();
  const people = await openPeople(app.core);

  function add(name: string, id: string, who: string): void {
    const others = (pools.get(name) ?? []).filter((entry) => entry.id !== id);
    pools.set(name, [...others, { id, who }].slice(-maxKept));
  }

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

  await signIn();
  for (const [who, { user_id }] of people) add("user_id", user_id, who);
  return {
    known: { refer: (name) => schemas[name] ?? {}, pools, callers },
    signIn,
    async openSale() {
      app.core.clock.advance(app.core.rules.SEAT_HOLD_MAX);
      const token = callers.get("organizer")?.authorization?.replace("Bearer ", "") ?? "";
      const user_id = people.get("organizer")?.user_id ?? "";
      const sale = await openSale({ ...app, signUp: async () => ({ token, user_id }) });
      for (const name of ["event_id", "venue_id"] as const) add(name, sale[name], "organizer");
      const body = { ...newEvent(app, sale.venue_id), status: "draft" };
      const draft = await app.call("POST", "/events", { token, body });
      if (draft.status === 201) add("event_id", String(draft.body.event_id), "organizer");
    },
    learn({ who }, { status, body }) {
      if (status !== 200 && status !== 201) return;
      for (const name of ["event_id", "venue_id", "holding_id", "booking_id", "link"]) {
        if (typeof body[name] === "string") add(name, body[name], who);
      }
      if (typeof body.booking_id === "string") add("booking_ids", body.booking_id, who);
      if (typeof body.next_cursor === "string") add("cursor", body.next_cursor, who);
    },
  };
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
