import type { Core } from "../core.ts";
import type { IdempotencyLease } from "../idempotency/idempotency.ts";
import { runScheduledWork } from "../scheduled-work/run-scheduled-work.ts";
import { takeOverAfter } from "../table/due-index.ts";
import type { Actor } from "../user/user.ts";
import type { TestClock } from "./open-core.ts";
import { sendWithKey } from "./send-with-key.ts";

/** A command with its Idempotency-Key, which another process can read; `module` is named from this folder. */
export type Command = { module: string; verb: string; actor: Actor; input: object; key: string };

type Verb = (core: Core, actor: Actor, input: object, lease: IdempotencyLease) => Promise<unknown>;

/** Gives the command as the API does; its key makes that harmless however often it was given. */
export async function giveCommand(core: Core, { module, verb, actor, input, key }: Command): Promise<void> {
  const { [verb]: run } = (await import(module)) as Record<string, Verb>;
  if (!run) throw new Error(`${module} has no ${verb}`);
  await sendWithKey(core, { actor, key }, (lease) => run(core, actor, input, lease));
}

/** Gives the command, and does the scheduled work that is due as soon as what requests have begun is taken over. */
export async function commandWork(core: Core & { clock: TestClock }, command: Command): Promise<void> {
  await giveCommand(core, command);
  core.clock.advance(takeOverAfter + 1);
  while ((await runScheduledWork(core)) > 0);
}
