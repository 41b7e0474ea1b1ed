import { answerChallenge } from "@evently/core/hold/answer-challenge";
import { HoldingId } from "@evently/core/ids";
import * as z from "zod/mini";
import { holderProcedure, router } from "../trpc.ts";

/** The bank's challenge, as the built-in test gateway simulates it. */
export const challengeRouter = router({
  answer: holderProcedure
    .meta({ access: "holder", scope: null })
    .input(z.strictObject({ holding_id: HoldingId, approve: z.boolean() }))
    .mutation(({ ctx, input }) => answerChallenge(ctx.core, ctx.actor, input)),
});
