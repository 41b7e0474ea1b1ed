import type { EventId } from "../ids.ts";
import { update } from "../table/actions.ts";
import { keys, networksOf } from "../table/keys.ts";
import type { Query } from "../table/query-items.ts";
import type { Item, UpdateAction } from "../table/transact.ts";
import { type Span, Spans } from "./spans.ts";

/** What a process recorded of a network: seats that are held and not paid, and seats that were paid lately. */
export type Account = { unpaid: Spans; paid: Spans };
export type Accounts = Map<string, Account>;

/** Ends are rounded to this many seconds, so that an item stays small. */
const steps: Record<keyof Account, number> = { unpaid: 10, paid: 60 };

type Packed = { [network: string]: { unpaid: number[][]; paid: number[][] } };

/** The accounts to share, small and in a fixed order. */
export function packAccounts(accounts: readonly (readonly [string, Account])[]): Packed {
  return Object.fromEntries(
    accounts.map(([network, { unpaid, paid }]) => [
      network,
      { unpaid: pack(unpaid, steps.unpaid), paid: pack(paid, steps.paid) },
    ]),
  );
}

function pack(spans: Spans, step: number): number[][] {
  const round = (moment: number): number => Math.ceil(moment / step) * step;
  const rounded = new Spans();
  for (const { seats, from, until } of spans.list()) rounded.add({ seats, from: round(from), until: round(until) });
  return rounded.list().map(({ seats, from, until }) => [seats, from, until]);
}

/** When nothing that is shared counts any more; `now` if nothing does. */
const lastEnd = (networks: Packed, now: number): number =>
  Object.values(networks)
    .flatMap(({ unpaid, paid }) => [...unpaid, ...paid])
    .reduce((last, [, , until = 0]) => Math.max(last, until), Math.ceil(now));

/** One item for each process and event, which only that process writes; kept as long as it counts. */
export function shareAccounts(
  event_id: EventId,
  process: string,
  { networks, now }: { networks: Packed; now: number },
): UpdateAction {
  return update({
    key: keys.networks(event_id, process),
    update: "SET networks = :networks, purge_at = :purge",
    values: { ":networks": networks, ":purge": lastEnd(networks, now) },
  });
}

export const sharedAccounts = (event_id: EventId): Query => ({ partition: networksOf(event_id), consistent: true });

export function readAccounts(item: Item): Accounts {
  const networks = Object.entries(item.networks as Packed);
  return new Map(
    networks.map(([network, { unpaid, paid }]) => [network, { unpaid: unpack(unpaid), paid: unpack(paid) }]),
  );
}

function unpack(packed: number[][]): Spans {
  const spans = new Spans();
  for (const [seats = 0, from = 0, until = 0] of packed) spans.add({ seats, from, until } satisfies Span);
  return spans;
}
