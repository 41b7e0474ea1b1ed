import * as z from "zod/mini";
import { publicProcedure, router } from "../trpc.ts";

const Limits = z.object({ seats_per_hold: z.int(), sends_mail: z.boolean(), gateway: z.string() });

export const limitsRouter = router({
  /** What a page has to know of this installation before it sends a request. */
  get: publicProcedure
    .meta({ access: "anyone", scope: null })
    .output(Limits)
    .query(({ ctx: { core } }) => ({
      seats_per_hold: core.rules.MAX_SEATS_PER_HOLD,
      sends_mail: core.mailer !== null,
      gateway: core.gateway.name,
    })),
});
