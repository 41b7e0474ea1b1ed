import * as z from "zod/mini";
import { publicProcedure, router } from "../trpc.ts";

const Limits = z.object({ seats_per_hold: z.int() });

export const limitsRouter = router({
  /** The limits that a page has to know before it sends a request. */
  get: publicProcedure
    .meta({ access: "anyone", scope: null })
    .output(Limits)
    .query(({ ctx }) => ({ seats_per_hold: ctx.core.rules.MAX_SEATS_PER_HOLD })),
});
