import { expect, it } from "vitest";
import { readAccounting } from "../testing/open-accounting.ts";
import { openTableBefore } from "../testing/open-table-before.ts";
import { letTimePass } from "../testing/settle-everything.ts";

it("what the version before sold and gave back is accounted for as its analytics and its gateway have it", async () => {
  const { core, before } = await openTableBefore();
  try {
    await letTimePass(core, 1_000);
    const { organizer } = before.users;
    const { concert, paused, free, draft } = before.events;
    const { accounting, lines } = await readAccounting(core, { organizer, event_id: concert });
    expect(accounting.total.refunds).toBeGreaterThan(0);
    expect(new Set(lines.map(({ kind }) => kind))).toEqual(new Set(["sale", "refund"]));
    for (const event_id of [paused, free, draft]) await readAccounting(core, { organizer, event_id });
  } finally {
    await core.close();
  }
});
