import type { Core } from "../core.ts";
import type { HoldingId, UserId } from "../ids.ts";
import { deadShardOf, shardsOf } from "../table/due-index.ts";
import { keys } from "../table/keys.ts";
import { queryPages } from "../table/query-items.ts";
import { readItems } from "../table/read-item.ts";

const readAtOnce = 100;

/**
 * Whether a payment of somebody is under way, for minutes as a rule; one that failed too often until the operator sees to it. The index may miss one that began a moment ago: it then finds nobody to book for, and its
 * money goes back. Throws UNAVAILABLE.
 */
export async function isPaying({ table }: Pick<Core, "table">, user_id: UserId): Promise<boolean> {
  for (const partition of [...shardsOf("money"), deadShardOf("money")]) {
    for await (const due of queryPages(table, { index: "due", partition, limit: readAtOnce })) {
      const holdings = due.flatMap(({ pk }) =>
        String(pk).startsWith("holding-") ? [keys.holding(pk as HoldingId)] : [],
      );
      if (holdings.length === 0) continue;
      const paying = await readItems(table, holdings, { attributes: ["user_id", "state"] });
      if (paying.some((holding) => holding.user_id === user_id && holding.state === "paying")) return true;
    }
  }
  return false;
}
