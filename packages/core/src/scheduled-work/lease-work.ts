import { randomUUID } from "node:crypto";
import type { Core } from "../core.ts";
import { isFailure } from "../errors.ts";
import type { Key } from "../table/keys.ts";
import { updateItem } from "../table/update-item.ts";
import { extendLease, type Lease, takeLease } from "./scheduled-work.table.ts";
import { leaseSeconds, renewSeconds } from "./work-kinds.ts";

type Leaser = Pick<Core, "table" | "clock" | "reportError">;

/**
 * Leases a piece of work whose due time was `read`; null if another process was first. A lease whose answer was lost is
 * recognized as ours by its token, so the work need not wait for its end. Throws UNAVAILABLE.
 */
export async function leaseWork(core: Leaser, key: Key, read: string): Promise<Lease | null> {
  const token = randomUUID();
  const lease = async (): Promise<Lease | null> => {
    const outcome = await updateItem(core.table, takeLease(key, { read, token, until: core.clock() + leaseSeconds }));
    const isOurs = outcome.done || outcome.item?.due_lease === token;
    return isOurs ? { key, token, attempts: Number(outcome.item?.due_attempts) } : null;
  };
  return lease().catch((error) => {
    if (isFailure(error, "UNAVAILABLE")) return lease();
    throw error;
  });
}

type Terms = { sliceSeconds: number; limitSeconds: number };

/**
 * Runs `work` and renews its lease meanwhile. Aborts `stop` when the lease is lost, and when the time slice is over; after
 * `limitSeconds` rejects, and renews no longer. A process that hangs renews nothing, so another one takes over.
 */
export async function whileLeased(
  core: Leaser,
  lease: Lease,
  { sliceSeconds, limitSeconds }: Terms,
  stop: AbortController,
  work: () => Promise<unknown>,
): Promise<void> {
  const renewing = setInterval(() => void renewLease(core, lease, stop), renewSeconds * 1000);
  const slice = setTimeout(() => stop.abort(), sliceSeconds * 1000);
  let limit: NodeJS.Timeout | undefined;
  const hung = new Promise<never>((_, reject) => {
    limit = setTimeout(() => reject(new WorkHung(limitSeconds)), limitSeconds * 1000);
  });
  try {
    await Promise.race([work(), hung]);
  } finally {
    clearInterval(renewing);
    clearTimeout(slice);
    clearTimeout(limit);
  }
}

async function renewLease(core: Leaser, lease: Lease, stop: AbortController): Promise<void> {
  try {
    const renewed = await updateItem(core.table, extendLease(lease, core.clock() + leaseSeconds));
    if (!renewed.done) stop.abort();
  } catch (error) {
    core.reportError("a lease was not renewed in time", { ...lease.key, error });
  }
}

class WorkHung extends Error {
  override readonly name = "WorkHung";

  constructor(seconds: number) {
    super(`the work did not end within ${seconds} s`);
  }
}
