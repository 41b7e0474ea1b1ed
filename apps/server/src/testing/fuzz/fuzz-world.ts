import { keys, sessionIdOf } from "@evently/core/table/keys";
import { readItem } from "@evently/core/table/read-item";
import { transact } from "@evently/core/table/transact";
import type { TestCore } from "@evently/core/testing/open-core";
import type { User } from "@evently/core/user";
import { createUser, startGuest } from "@evently/core/user/create-user";
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
    for (const [who, user] of people) {
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

async function openPeople(core: TestCore): Promise<Map<string, User>> {
  const guest = async () => (await startGuest(core, {})).user;
  const account = async (name: string, role: "attendee" | "organizer") =>
    (await createUser(core, { email: `${name}@example.org`, role })).user;
  return new Map([
    ["guest", await guest()],
    ["other guest", await guest()],
    ["attendee", await account("attendee", "attendee")],
    ["organizer", await account("organizer", "organizer")],
    ["other organizer", await account("other-organizer", "organizer")],
    ["admin", { ...(await account("admin", "attendee")), role: "admin" }],
  ]);
}
