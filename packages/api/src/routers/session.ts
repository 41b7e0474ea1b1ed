import { listFound } from "@evently/core/booking/list-found";
import { Flag, isSet } from "@evently/core/flag";
import { ConfirmSignIn, DescribedSignIn, RequestSignIn, SignedIn, SignInRequested } from "@evently/core/sign-in";
import { confirmSignIn } from "@evently/core/sign-in/confirm-sign-in";
import { describeToken } from "@evently/core/sign-in/open-sign-in";
import { requestSignIn } from "@evently/core/sign-in/request-sign-in";
import { type Actor, SessionId, SessionView, StartGuest, User } from "@evently/core/user";
import { startGuest } from "@evently/core/user/create-user";
import { getUser } from "@evently/core/user/get-user";
import { endAllSessions, endOwnSession, listSessions } from "@evently/core/user/own-sessions";
import { endSession } from "@evently/core/user/session";
import * as z from "zod/mini";
import { actorProcedure, publicProcedure, router } from "../trpc.ts";
import { listOf } from "./list-of.ts";

const guestOf = (visitor: Actor | null) => (visitor?.role === "guest" ? visitor.user_id : null);

const Started = z.object({ user: User, token: z.string() });

export const sessionRouter = router({
  startGuest: publicProcedure
    .meta({
      access: "anyone",
      scope: null,
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
      ctx.setSession({ ...started.user, token: started.token });
      return started;
    }),

  request: publicProcedure
    .meta({
      access: "anyone",
      scope: null,
      answersSecret: true,
      fromOwnPages: true,
      rest: {
        method: "POST",
        path: "/session",
        summary: "Asks for a mail with a code and a link that sign in",
        status: 202,
        errors: ["NETWORK_LIMIT"],
      },
    })
    .input(RequestSignIn)
    .output(SignInRequested)
    .mutation(async ({ ctx, input }) => {
      const guest_id = guestOf(await ctx.findActor());
      return requestSignIn(ctx.core, input, { network: ctx.network, device: ctx.device, guest_id });
    }),

  confirm: publicProcedure
    .meta({
      access: "anyone",
      scope: null,
      answersSecret: true,
      fromOwnPages: true,
      rest: {
        method: "POST",
        path: "/session/confirm",
        summary: "Signs in with the code or the link of a mail, and verifies its address",
        errors: ["SIGN_IN_REFUSED"],
      },
    })
    .input(ConfirmSignIn)
    .output(SignedIn)
    .mutation(async ({ ctx, input }) => {
      const visitor = await ctx.findActor();
      const guest_id = guestOf(visitor);
      const account = guest_id === null ? visitor : null;
      const { user, token } = await confirmSignIn(ctx.core, input, { device: ctx.device, guest_id, account });
      ctx.setSession({ ...user, token }, (guest_id && ctx.token) ?? undefined);
      // The mail is used up: they are signed in, and what is theirs is found at the next sign-in.
      const found = await listFound(ctx.core, user, guest_id).catch((error) => {
        ctx.core.reportError("bookings of a sign-in were not found", { request_id: ctx.request_id, error });
        return [];
      });
      return { token, user, found };
    }),

  /** Which device asked for a link, for whoever opens it. A mutation, so that the token stands in no address. */
  describe: publicProcedure
    .meta({ access: "anyone", scope: null })
    .input(z.strictObject({ token: z.string().check(z.maxLength(200)) }))
    .output(DescribedSignIn)
    .mutation(({ ctx, input }) => describeToken(ctx.core, input.token)),

  /** The caller; null if not signed in. */
  get: publicProcedure
    .meta({ access: "anyone", scope: null })
    .output(z.nullable(User))
    .query(async ({ ctx }) => {
      const actor = await ctx.findActor();
      return actor && getUser(ctx.core, actor, actor);
    }),

  list: actorProcedure
    .meta({
      access: "session",
      scope: null,
      rest: { method: "GET", path: "/session", summary: "Where the caller is signed in, used last first", errors: [] },
    })
    .output(listOf(SessionView))
    .query(async ({ ctx }) => ({
      items: await listSessions(ctx.core, ctx.actor, ctx.token ?? ""),
      next_cursor: null,
    })),

  end: actorProcedure
    .meta({
      access: "session",
      scope: null,
      whileSuspended: true,
      rest: {
        method: "DELETE",
        path: "/session",
        summary: "Signs out here or everywhere: ends the session or all of them, in every process within two seconds",
        status: 204,
        errors: [],
      },
    })
    .input(z.strictObject({ all: z.optional(Flag) }))
    .mutation(async ({ ctx, input }) => {
      if (isSet(input.all)) await endAllSessions(ctx.core, ctx.actor);
      else if (ctx.token) await endSession(ctx.core, ctx.token);
      ctx.clearSession();
    }),

  endOne: actorProcedure
    .meta({
      access: "session",
      scope: null,
      whileSuspended: true,
      rest: {
        method: "DELETE",
        path: "/session/{session_id}",
        summary: "Ends one of the caller's sessions, in every process within two seconds",
        status: 204,
        errors: [],
      },
    })
    .input(z.strictObject({ session_id: SessionId }))
    .mutation(({ ctx, input }) => endOwnSession(ctx.core, ctx.actor, input.session_id)),
});
