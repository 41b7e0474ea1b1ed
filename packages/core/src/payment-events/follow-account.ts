import { limitConcurrency } from "../concurrency/limit-concurrency.ts";
import type { Core } from "../core.ts";
import { moveCursor, toFollowedAccount } from "../payment/followed-account.table.ts";
import type { Named, Wake } from "../payment/wake.ts";
import { refreshAccountNamed } from "../payment-account/refresh-payment-account.ts";
import type { Key } from "../table/keys.ts";
import { readItem } from "../table/read-item.ts";
import { transact } from "../table/transact.ts";
import { updateItem } from "../table/update-item.ts";
import { putLook, removeLook, toLook } from "./look.table.ts";
import { lookAtPayment } from "./look-at-payment.ts";

/** Payments that are looked at at once: the gateway has a limit, too, and sells by it meanwhile. */
const atOnce = 4;
/** Of one reading, payments that can't be looked at and get a piece of work of their own; more of them are an outage. */
const mostLeft = 20;
const leftForSeconds = 30;

/**
 * The job of an account: reads what happened there since its cursor, looks at each payment that was named, and only then moves the
 * cursor, so whatever ends it on the way it begins again with the same events. It never ends for good: it is due again later.
 */
export async function followEvents(core: Core, key: Key, signal: AbortSignal): Promise<void> {
  // With another gateway there is nothing to read: processes that have this one may run beside this one.
  if (!core.paymentEvents) return;
  while (!signal.aborted) {
    const item = await readItem(core.table, key);
    if (!item) return;
    const followed = toFollowedAccount(item);
    const { wakes, cursor } = await core.paymentEvents.read(followed.account, followed.cursor);
    if (wakes.length === 0) return;
    await heed(core, wakes, signal);
    if (signal.aborted) return;
    const moved = await updateItem(core.table, moveCursor(followed, cursor));
    if (!moved.done) return;
  }
}

/** Looks at each payment once, whatever number of events named it; one that fails keeps no other from it. */
async function heed(core: Core, wakes: readonly Wake[], signal: AbortSignal): Promise<void> {
  const inTurn = limitConcurrency(atOnce);
  const later: Named[] = [];
  const failures: { named: Named; error: unknown }[] = [];
  const lookAt = (named: Named) =>
    inTurn(async () => {
      if (signal.aborted || failures.length > mostLeft) return;
      try {
        if (!(await lookAtPayment(core, named))) later.push(named);
      } catch (error) {
        failures.push({ named, error });
      }
    });
  await Promise.all(mergeWakes(wakes).map(lookAt));
  if (failures.length > mostLeft) throw failures[0]?.error;
  for (const { named, error } of failures)
    core.reportError("a payment is looked at later", { payment_id: named.payment_id, error });
  await Promise.all(accountsIn(wakes).map((account) => inTurn(() => refreshAccountNamed(core, account))));
  const now = core.clock();
  for (const named of [...later, ...failures.map(({ named }) => named)])
    await transact(core.table, [putLook(named, { now, at: now + leftForSeconds })]);
}

/** Sellers' accounts of which something is said themselves, each once. */
const accountsIn = (wakes: readonly Wake[]): string[] => [
  ...new Set(wakes.flatMap(({ about, account }) => (about === "account" && account !== null ? [account] : []))),
];

/** Each payment once, in the order in which they were first named. Pure. */
export function mergeWakes(wakes: readonly Wake[]): Named[] {
  const named = new Map<string, Named>();
  for (const { payment_id, account, about } of wakes) {
    if (payment_id === null) continue;
    const name = `${account} ${payment_id}`;
    if (about === "money" || !named.has(name)) named.set(name, { payment_id, account, about });
  }
  return [...named.values()];
}

/** The job of a payment that could not be looked at. */
export async function finishLook(core: Core, key: Key): Promise<void> {
  const item = await readItem(core.table, key);
  if (!item) return;
  const asked = toLook(item);
  if (await lookAtPayment(core, asked)) await transact(core.table, [removeLook(asked)]);
}
