import { countChange } from "../admission/admission.rules.ts";
import { removeArrivals } from "../admission/admission.table.ts";
import type { CheckIn } from "../admission/admission.ts";
import type { Core } from "../core.ts";
import { transact } from "../table/transact.ts";

/** Counts that this change may have brought down to none: after it, since what they came to is not known before. */
export function dropEmptyArrivals({ table, background }: Core, before: CheckIn | null, after: CheckIn): void {
  const left = countChange(before, after).arrivals.filter(({ by }) => by < 0);
  const drops = left.map((arrivals) => removeArrivals(after.event_id, arrivals));
  for (const drop of drops) background.run(transact(table, [drop]).then(() => undefined));
}
