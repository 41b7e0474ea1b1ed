import { StartGuest, User } from "@evently/core/user";
import { startGuest } from "@evently/core/user/create-user";
import { getUser } from "@evently/core/user/get-user";
import { endSession } from "@evently/core/user/session";
import * as z from "zod/mini";
import { actorProcedure, publicProcedure, router } from "../trpc.ts";

const Started = z.object({ user: User, token: z.string() });

export const sessionRouter = router({
  startGuest: publicProcedure
    .meta({
      answersSecret: true,
      rest: {
        method: "POST",
        path: "/session/guest",
        summary: "Starts a guest session, which may hold and book at once",
        status: 201,
        errors: ["PROOF_REQUIRED"],
      },
    })
    .input(StartGuest)
    .output(Started)
    .mutation(async ({ ctx, input }) => {
      const started = await startGuest(ctx.core, input, ctx);
      ctx.setSession({ token: started.token, role: started.user.role });
      return started;
    }),

  /** The caller; null if not signed in. */
  get: publicProcedure.output(z.nullable(User)).query(async ({ ctx }) => {
    const actor = await ctx.findActor();
    return actor && getUser(ctx.core, actor, actor);
  }),

  end: actorProcedure
    .meta({
      whileSuspended: true,
      rest: {
        method: "DELETE",
        path: "/session",
        summary: "Signs out: ends the session, in every process within two seconds",
        status: 204,
        errors: [],
      },
    })
    .mutation(async ({ ctx }) => {
      if (ctx.token) await endSession(ctx.core, ctx.token);
      ctx.clearSession();
    }),
});
