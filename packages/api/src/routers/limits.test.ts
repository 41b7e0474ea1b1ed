import { createCore } from "@evently/core/create-core";
import { fakeTable } from "@evently/core/testing/fake-table";
import { expect, it } from "vitest";
import type { Context } from "../context.ts";
import { createCaller } from "../root.ts";

it.each([4, 20])(
  "answers the %i seats that one hold may have, that no mail is sent and which gateway takes payments, to anyone and without the table",
  async (seats) => {
    const { table, inputs } = fakeTable(() => ({}));
    const rules = { MAX_SEATS_PER_HOLD: seats } as never;
    const core = createCore({ table, rules, gateway: { name: "test" } as never, secret: "0".repeat(32) });
    const context = { core, request_id: "r-1", findActor: async () => null } as unknown as Context;
    expect(await createCaller(context).limits.get()).toEqual({
      seats_per_hold: seats,
      sends_mail: false,
      gateway: "test",
    });
    expect(inputs).toEqual([]);
  },
);
