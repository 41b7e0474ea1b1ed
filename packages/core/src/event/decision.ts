import { check, remove } from "../table/actions.ts";
import type { Key } from "../table/keys.ts";
import { readItem } from "../table/read-item.ts";
import type { Table } from "../table/table.ts";
import type { Action } from "../table/transact.ts";

/** A job's item, and the name of the decision that it carries out: a later decision has another one. */
export type Decided = { job: Key; decision: string };

const condition = "decision = :decision";

/** Fails its transaction once the job is done, or decided anew: a slow process must not overwrite what came later. */
export const checkDecision = ({ job, decision }: Decided): Action =>
  check({ check: job, condition, values: { ":decision": decision } });

/** Done as decided -> gone. */
export const removeDecision = ({ job, decision }: Decided): Action =>
  remove({ remove: job, condition, values: { ":decision": decision } });

export const isDecided = async (table: Table, { job, decision }: Decided): Promise<boolean> =>
  (await readItem(table, job))?.decision === decision;
