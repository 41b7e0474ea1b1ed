import { QueryCommand } from "@aws-sdk/lib-dynamodb";
import { afterAll, beforeAll, expect, it } from "vitest";
import { keys, sessionsFrom } from "../table/keys.ts";
import { queryPage } from "../table/query-items.ts";
import { transactAll } from "../table/transact-all.ts";
import { interpose } from "../testing/interpose.ts";
import { openCore, type TestCore } from "../testing/open-core.ts";
import { times } from "../testing/race.ts";
import { signIn } from "../testing/sign-in.ts";
import { toInstant } from "../time.ts";
import { endAllSessions, listSessions } from "./own-sessions.ts";
import { putSession } from "./session.table.ts";
import { resolveActor } from "./session.ts";
import type { User } from "./user.ts";

let core: TestCore;
let areReadsDown = false;

beforeAll(async () => {
  core = await openCore({
    wrap: (table) =>
      interpose(table, async (command, send) => {
        if (areReadsDown && command instanceof QueryCommand) throw new Error("nothing can be read");
        return send();
      }),
  });
});
afterAll(() => core.close());

const hashesOf = async ({ user_id }: User) =>
  (await queryPage(core.table, { partition: user_id, from: sessionsFrom, consistent: true })).items
    .map(({ sk }) => String(sk))
    .filter((sk) => sk.startsWith(sessionsFrom));

it("are at most a hundred: a sign-in removes those used longest ago, and dead ones", async () => {
  const { user } = await signIn(core, "many@example.org");
  const [user_id, now] = [user.user_id, core.clock()];
  const nameOf = (n: number) => String(n).padStart(43, "0");
  const session = (n: number) => ({
    ...{ created_at: toInstant(now), renewed_at: now, last_used_at: now - n, session_version: n < 110 ? 1 : 0 },
    device: null,
  });
  const writes = times(120, (n) => putSession({ user_id, hash: nameOf(n) }, session(n), now + 1));
  await endAllSessions(core, user);
  await transactAll(core.table, writes);
  core.clock.advance(1);
  const { token } = await signIn(core, "many@example.org");
  await core.background.settled();
  const listed = await listSessions(core, user, token);
  expect(listed).toHaveLength(100);
  expect(listed[0]).toMatchObject({ current: true });
  const left = await hashesOf(user);
  expect(left).toHaveLength(100);
  expect(left).toContain(keys.session(user_id, nameOf(0)).sk);
  for (const n of [99, 109, 119]) expect(left).not.toContain(keys.session(user_id, nameOf(n)).sk);
});

it("are ended at once even where they can't be read, and removed later", async () => {
  const { user, token } = await signIn(core, "away@example.org");
  await core.background.settled();
  areReadsDown = true;
  await endAllSessions(core, user);
  await core.background.settled();
  areReadsDown = false;
  expect(await resolveActor(core, token)).toBeNull();
  await signIn(core, "away@example.org");
  await core.background.settled();
  expect(await hashesOf(user)).toHaveLength(1);
});
