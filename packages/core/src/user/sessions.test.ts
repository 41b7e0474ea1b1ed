import { BatchGetCommand } from "@aws-sdk/lib-dynamodb";
import { beforeEach, describe, expect, it } from "vitest";
import { UserId } from "../ids.ts";
import { keys } from "../table/keys.ts";
import type { Table } from "../table/table.ts";
import { transact } from "../table/transact.ts";
import { interpose } from "../testing/interpose.ts";
import { createMemoryTable } from "../testing/memory-table.ts";
import { putSession } from "./session.table.ts";
import type { SessionToken } from "./session-token.ts";
import { createSessions, describeSession, freshSeconds } from "./sessions.ts";
import { endSessions, putUser } from "./user.table.ts";

const user = { user_id: UserId.parse("user-00001"), role: "attendee" } as const;
let now = 1_800_000_000;
const times = { renewed_at: now, last_used_at: now };
const session = describeSession(user, times, null);
const [known, unknown] = ["known", "new"].map((hash) => ({ hash, user_id: user.user_id })) as [
  SessionToken,
  SessionToken,
];
const stored = { created_at: "2027-01-15T08:00:00.000Z", ...times, session_version: 0, device: null };
const put = (token: SessionToken) => putSession({ ...user, hash: token.hash }, stored, session.ends_at);
let reads = 0;
let table: Table;

beforeEach(async () => {
  now = 1_800_000_000;
  reads = 0;
  table = interpose(createMemoryTable(), (command, send) => {
    if (command instanceof BatchGetCommand) reads++;
    return send();
  });
  const account = { ...user, email: null, phone: null, name: null, created_at: stored.created_at };
  await transact(table, [putUser(account), put(known)]);
});

const open = (on = table) => createSessions(on, () => now);
const end = () => transact(table, [{ remove: keys.session(user.user_id, "known") }]);

describe("sessions", () => {
  it("reads a session and its account once per two seconds for concurrent callers", async () => {
    const sessions = open();
    expect(await Promise.all([sessions.find(known), sessions.find(known)])).toMatchObject([session, session]);
    now += freshSeconds - 0.1;
    expect(await sessions.find(known)).toMatchObject(session);
    expect(reads).toBe(1);
    now += 0.1;
    await sessions.find(known);
    expect(reads).toBe(2);
  });

  it("looks an unknown token up every time", async () => {
    const sessions = open();
    expect([await sessions.find(unknown), await sessions.find(unknown)]).toEqual([null, null]);
    expect(reads).toBe(2);
    await transact(table, [put(unknown)]);
    expect(await sessions.find(unknown)).toMatchObject(session);
  });

  it("does not read a session that was just written", async () => {
    const sessions = open();
    sessions.remember("known", session);
    expect(await sessions.find(known)).toMatchObject(session);
    expect(reads).toBe(0);
  });

  it("remembers the sessions that were used last, up to a size", async () => {
    const sessions = createSessions(table, () => now, 1_000);
    for (const hash of ["known", "second", "third"]) sessions.remember(hash, session);
    await sessions.find({ ...known, hash: "third" });
    expect(reads).toBe(0);
    await sessions.find(known);
    expect(reads).toBe(1);
  });

  it("forgets a session that ended here at once, and one that ended elsewhere within two seconds", async () => {
    const [here, elsewhere] = [open(), open()];
    await Promise.all([here.find(known), elsewhere.find(known)]);
    await end();
    here.forget("known");
    expect(await here.find(known)).toBeNull();
    expect(await elsewhere.find(known)).toMatchObject(session);
    now += freshSeconds;
    expect(await elsewhere.find(known)).toBeNull();
  });

  it("drops a read that began before the session ended", async () => {
    let answer: () => void = () => undefined;
    const answered = new Promise<void>((resume) => {
      answer = resume;
    });
    const late = interpose(table, async (_, send) => {
      const read = await send();
      if (reads === 1) await answered;
      return read;
    });
    const sessions = open(late);
    const before = sessions.find(known);
    await end();
    sessions.forget("known");
    answer();
    expect(await before).toMatchObject(session);
    expect(await sessions.find(known)).toBeNull();
  });

  it("ignores values read in the future", async () => {
    const sessions = open();
    await sessions.find(known);
    now -= 3_600;
    await sessions.find(known);
    expect(reads).toBe(2);
  });

  it("has none of a user whose sessions were all ended, here at once and elsewhere within two seconds", async () => {
    const [here, elsewhere] = [open(), open()];
    await Promise.all([here.find(known), elsewhere.find(known)]);
    await transact(table, [endSessions(user.user_id)]);
    here.forgetAll(user.user_id);
    expect(await here.find(known)).toBeNull();
    expect(await elsewhere.find(known)).toMatchObject(session);
    now += freshSeconds;
    expect(await elsewhere.find(known)).toBeNull();
  });

  it("notes that one was renewed without taking what it knows for fresh", async () => {
    const sessions = open();
    await sessions.find(known);
    now += 1;
    sessions.note("known", { renewed_at: now, last_used_at: now });
    expect(sessions.recall("known")).toMatchObject({ ends_at: session.ends_at + 1 });
    now += 1;
    await sessions.find(known);
    expect(reads).toBe(2);
  });
});
