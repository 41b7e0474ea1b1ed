import { expect, it } from "vitest";
import { createFaults } from "../testing/faults.ts";
import { openCore } from "../testing/open-core.ts";
import { newGuest } from "../testing/open-event.ts";
import { newKey } from "../testing/send-with-key.ts";
import { acquireLease } from "./acquire-lease.ts";
import { leaseSeconds } from "./idempotency.table.ts";
import { transactIdempotent } from "./transact-idempotent.ts";

it("a takeover that is sent twice resumes from what the dead request decided", async () => {
  const faults = createFaults();
  const core = await openCore({ wrap: faults.wrap });
  const request = { actor: await newGuest(core), key: newKey(), route: "verb", body: {} };
  const begun = { output: { decided: "once" } };
  const dead = await acquireLease(core, request);
  if (!("lease" in dead)) throw new Error("the key was used before");
  await transactIdempotent(core.table, [], { lease: dead.lease, response: begun, isInterim: true });
  core.clock.advance(leaseSeconds + 1);
  // The first request finds the expired lease; the second, the takeover, is applied, gets no response and is resent.
  faults.plan((i) => (i === 1 ? "resent" : null));
  const resumed = await acquireLease(core, request);
  faults.end();
  expect(resumed).toMatchObject({ lease: { begun } });
  await core.close();
});
