import type { Core } from "@evently/core/core";
import { migrateContacts } from "@evently/core/recovery/migrate-contacts";
import { migrateLayouts } from "@evently/core/recovery/migrate-layouts";
import { migrateOrganizations } from "@evently/core/recovery/migrate-organizations";
import { migrateReminders } from "@evently/core/recovery/migrate-reminders";
import { raiseSequences } from "@evently/core/recovery/raise-sequences";
import { settleLedger } from "@evently/core/recovery/settle-ledger";
import { describeRecovered } from "./describe-recovered.ts";
import { say } from "./say.ts";

export async function migrate(core: Core): Promise<number> {
  const { events } = await migrateLayouts(core);
  const contacts = await migrateContacts(core);
  const { organizations, venues, events: given, left } = await migrateOrganizations(core);
  const reminded = await migrateReminders(core);
  return say(
    `${events.length} events print the section of each seat now. ${events.join(" ")}\n` +
      `${contacts} guests can be found by their address now.\n` +
      `${reminded.length} events will remind their buyers now. ${reminded.join(" ")}\n` +
      `${organizations} organizations have ${venues} venues and ${given} events now.\n` +
      (left.length > 0 ? `Being changed at this moment, so migrate once more: ${left.join(" ")}\n` : ""),
    left.length > 0 ? 1 : 0,
  );
}

export async function recover(core: Core): Promise<number> {
  const raised = await raiseSequences(core);
  const settled = await settleLedger(core);
  await core.counterShards.rollUp();
  return say(describeRecovered(raised, settled), settled.failed.length > 0 ? 1 : 0);
}
