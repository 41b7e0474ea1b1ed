import { auditEvent } from "@evently/core/audit/audit-event";
import { verifyCounts } from "@evently/core/audit/verify-counts";
import { verifyEveryEvent } from "@evently/core/audit/verify-every-event";
import type { Core } from "@evently/core/core";
import type { EventId } from "@evently/core/ids";
import { describeAudit, describeVerified } from "./describe-counts.ts";
import { say } from "./say.ts";

export async function audit(core: Core, event_id: EventId): Promise<number> {
  const found = await auditEvent(core, event_id);
  await core.counterShards.rollUp();
  return say(describeAudit(found), found.faults.length === 0 ? 0 : 1);
}

export async function verify(core: Core, event_id: EventId): Promise<number> {
  const found = await verifyCounts(core, event_id);
  await core.counterShards.rollUp();
  return say(describeVerified(found), found.faults.length === 0 ? 0 : 1);
}

export async function verifyAll(core: Core): Promise<number> {
  let [events, drifted] = [0, 0];
  for await (const found of verifyEveryEvent(core)) {
    events++;
    if (found.faults.length === 0) continue;
    drifted++;
    say(describeVerified(found), 1);
  }
  await core.counterShards.rollUp();
  return say(`${events} events, ${drifted} with faults.\n`, drifted === 0 ? 0 : 1);
}
