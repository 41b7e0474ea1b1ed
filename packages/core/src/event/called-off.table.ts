import { deadShardOf } from "../table/due-index.ts";
import type { Item } from "../table/transact.ts";

/** What EVENT says of its refunds once it is called off. */
export type CalledOff = {
  /** They are counted: the version before did not count them. */
  cancellation_counted?: true;
  /** Its work is dead: nothing goes on until an operator retries it. */
  is_dead?: true;
};

export const readCalledOff = ({ cancellation_counted, due_shard }: Item): CalledOff => ({
  ...(cancellation_counted === true ? { cancellation_counted } : {}),
  ...(due_shard === deadShardOf("bulk") ? { is_dead: true } : {}),
});
