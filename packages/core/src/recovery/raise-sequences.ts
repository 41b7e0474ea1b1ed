import type { Core } from "../core.ts";
import { update } from "../table/actions.ts";
import { keys } from "../table/keys.ts";
import { readItem } from "../table/read-item.ts";
import { scanItems } from "../table/scan-items.ts";
import { type Kind, kinds } from "../table/sequences.ts";
import { updateItem } from "../table/update-item.ts";
import { hasOurNames } from "./is-ours.ts";

/** Also skips ids that were issued after the backup and are stored nowhere: gaps are harmless. */
const leastGap = 1_000;

const idAttributes = [
  "venue_id",
  "event_id",
  "user_id",
  "owner_id",
  "organization_id",
  "holding_id",
  "booking_id",
  "payment_id",
];
const id = new RegExp(`^(${kinds.join("|")})-(\\d{5,15})$`);

/** Sellers write what they like into the payments of their own accounts: a number that leaves no room for more is none of ours. */
const highestOurs = 999_999_999_999;

/** The highest used number of each kind. */
export type Raised = Record<Kind, number>;

/**
 * After a restore, before any server starts: moves every sequence far above the highest id known to the table or the
 * gateway. The ids that only the gateway knows show how many were issued since the backup; twice as many are skipped.
 * Reads the whole table. Throws UNAVAILABLE.
 */
export async function raiseSequences(core: Core): Promise<Raised> {
  const counted = await readSequences(core);
  const seen = await findHighest(core);
  const since = Math.max(0, ...kinds.map((kind) => seen[kind] - counted[kind]));
  const raised = { ...counted };
  for (const kind of kinds) {
    raised[kind] = Math.max(counted[kind], seen[kind]) + leastGap + 2 * since;
    await updateItem(
      core.table,
      update({
        key: keys.sequence(kind),
        update: "SET n = :n",
        condition: "attribute_not_exists(n) OR n < :n",
        values: { ":n": raised[kind] },
      }),
    );
  }
  return raised;
}

async function readSequences(core: Core): Promise<Raised> {
  const counted = none();
  for (const kind of kinds) counted[kind] = Number((await readItem(core.table, keys.sequence(kind)))?.n ?? 0);
  return counted;
}

async function findHighest(core: Core): Promise<Raised> {
  const highest = none();
  const see = (value: unknown): void => {
    const [, kind, number] = id.exec(String(value)) ?? [];
    if (kind && Number(number) <= highestOurs) highest[kind as Kind] = Math.max(highest[kind as Kind], Number(number));
  };
  for await (const item of scanItems(core.table, ["pk", "sk", ...idAttributes])) Object.values(item).forEach(see);
  for (const record of await core.gateway.list()) {
    const { payment_id, holding_id, event_id } = record;
    if (event_id === null || hasOurNames(record)) [payment_id, holding_id, event_id].forEach(see);
  }
  return highest;
}

const none = (): Raised => Object.fromEntries(kinds.map((kind) => [kind, 0])) as Raised;
