import type { Core } from "@evently/core/core";
import { type DeadWork, listDeadWork, retryDeadWork } from "@evently/core/scheduled-work/dead-work";
import { describeDeadWork } from "./describe-dead-work.ts";
import { say } from "./say.ts";

export async function listDead(core: Core): Promise<number> {
  const works: DeadWork[] = [];
  for await (const work of listDeadWork(core)) works.push(work);
  return say(describeDeadWork(works), works.length === 0 ? 0 : 1);
}

export async function retryDead(core: Core, pk: string | undefined): Promise<number> {
  const revived = await retryDeadWork(core, pk);
  if (pk !== undefined && revived.length === 0) return say(`No dead work has the key ${pk}.\n`, 1);
  return say(revived.map(({ key }) => `${key.pk} is due again.\n`).join("") || "No work is dead.\n", 0);
}
