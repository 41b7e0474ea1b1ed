import type { Core } from "../core.ts";
import { EventlyError } from "../errors.ts";
import type { WorkKind } from "../table/due-index.ts";
import type { Key } from "../table/keys.ts";
import { updateItem } from "../table/update-item.ts";
import { leaseWork, whileLeased } from "./lease-work.ts";
import { buryWork, type Lease, postponeWork, returnWork } from "./scheduled-work.table.ts";
import { findTask } from "./tasks.ts";
import { pauseSeconds, workKinds } from "./work-kinds.ts";

/** The core that works, and the one that renews its lease: that must not wait for the turn that work has. */
type Cores = { core: Core; renewing: Core };

/** A piece of work as the index lists it, with the due time that was read. */
export type DueWork = { key: Key; due_at: string };

/**
 * Leases one piece of work and finishes it, or a part of it. Returns whether this process had the lease; never rejects:
 * a failure is reported, and the piece becomes due again, later after each failure, until it is dead.
 */
export async function workOn(cores: Cores, kind: WorkKind, { key, due_at }: DueWork, stop: AbortController) {
  const { core } = cores;
  try {
    const lease = await leaseWork(core, key, due_at);
    if (!lease) return false;
    await runLeased(cores, kind, lease, stop);
  } catch (error) {
    core.reportError("unfinished work is left for later", { ...key, error });
  }
  return true;
}

async function runLeased(
  { core, renewing }: Cores,
  kind: WorkKind,
  lease: Lease,
  stop: AbortController,
): Promise<void> {
  const { key, attempts } = lease;
  // Its last attempts ended without a word, so it may be what ends the processes that try it.
  if (attempts > workKinds[kind].attempts) return bury(core, kind, lease, new ProcessDied());
  const task = findTask(key);
  try {
    if (!task) throw new UnknownWork();
    await whileLeased(renewing, lease, workKinds[kind], stop, () => task.finish(core, key, stop.signal));
  } catch (error) {
    stop.abort();
    if (attempts >= workKinds[kind].attempts || task?.isFinal?.(error)) return bury(core, kind, lease, error);
    core.reportError("unfinished work is left for later", { ...key, attempts, error });
    const again = core.clock() + workKinds[kind].backOff(attempts, Math.random());
    await updateItem(core.table, postponeWork(lease, again, nameError(error)));
    return;
  }
  // Refused where the final state removed the marks, as it should.
  const again = core.clock() + (stop.signal.aborted ? 0 : (task?.again ?? pauseSeconds));
  await updateItem(core.table, returnWork(lease, again));
}

async function bury(core: Core, kind: WorkKind, lease: Lease, error: unknown): Promise<void> {
  core.reportError("work is dead until an operator retries it", {
    kind,
    ...lease.key,
    attempts: lease.attempts,
    error,
  });
  await updateItem(core.table, buryWork(kind, lease, core.clock(), nameError(error)));
}

class UnknownWork extends Error {
  override readonly name = "UnknownWork";
  override readonly message = "no task is for this key";
}

class ProcessDied extends Error {
  override readonly name = "ProcessDied";
  override readonly message = "the attempts ended without an answer";
}

/** The class of an error, which is safe to show: messages may name people. */
function nameError(error: unknown): string {
  if (error instanceof EventlyError) return error.code;
  return error instanceof Error ? error.name.slice(0, 60) : "unknown";
}
