import { AdoptBookings, BookingView, FoundBooking, OwnBookingView } from "@evently/core/booking";
import { adoptBookings } from "@evently/core/booking/adopt-bookings";
import { listBookings } from "@evently/core/booking/list-bookings";
import { describeFound } from "@evently/core/booking/list-found";
import { EventlyError } from "@evently/core/errors";
import { exportUser } from "@evently/core/export/export-user";
import { UserExport } from "@evently/core/export/user-export";
import { OrganizationId, UserId } from "@evently/core/ids";
import { JournalEntry } from "@evently/core/journal";
import { listAccountJournal } from "@evently/core/journal/list-account-journal";
import { organizationsOf } from "@evently/core/organization/may";
import { deleteUser } from "@evently/core/privacy/delete-user";
import { ChangeEmail } from "@evently/core/sign-in";
import { changeEmail } from "@evently/core/sign-in/change-email";
import { Email } from "@evently/core/text/email";
import { CreateUser, User } from "@evently/core/user";
import { createUser } from "@evently/core/user/create-user";
import { getUser, setGuestEmail } from "@evently/core/user/get-user";
import { findSession } from "@evently/core/user/session";
import * as z from "zod/mini";
import { actorProcedure, publicProcedure, router } from "../trpc.ts";
import { answerFile } from "./answer-file.ts";
import { listOf } from "./list-of.ts";
import { page } from "./page.ts";

export const userRouter = router({
  create: publicProcedure
    .meta({
      access: "anyone",
      scope: null,
      answersSecret: true,
      rest: {
        method: "POST",
        path: "/user",
        summary: "Signs up an attendee or an organizer; a guest who signs up keeps their holds and bookings",
        status: 201,
        errors: ["SIGN_IN_REQUIRED", "PROOF_REQUIRED"],
      },
    })
    .input(CreateUser)
    .output(z.object({ ...User.shape, token: z.string(), organization_id: z.optional(OrganizationId) }))
    .mutation(async ({ ctx, input }) => {
      const actor = await ctx.findActor();
      const visitor = actor && ctx.token !== null ? { actor, token: ctx.token } : null;
      const { user, token } = await createUser(ctx.core, input, visitor, ctx);
      ctx.setSession({ ...user, token });
      const [organization_id] = organizationsOf(user, "owner");
      return { ...user, token, ...(organization_id ? { organization_id } : {}) };
    }),

  get: actorProcedure
    .meta({
      access: "self or admin",
      scope: null,
      rest: {
        method: "GET",
        path: "/user/{user_id}",
        summary: "An account, for its owner",
        errors: ["USER_NOT_FOUND"],
      },
    })
    .input(z.strictObject({ user_id: UserId }))
    .output(User)
    .query(({ ctx, input }) => getUser(ctx.core, ctx.actor, input)),

  journal: actorProcedure
    .meta({
      access: "self or admin",
      scope: null,
      rest: {
        method: "GET",
        path: "/user/{user_id}/journal",
        summary: "What the operator did to an account, when and why, newest first, for its owner",
        errors: ["USER_NOT_FOUND", "INVALID_CURSOR"],
      },
    })
    .input(z.strictObject({ user_id: UserId, ...page }))
    .output(listOf(JournalEntry))
    .query(({ ctx, input }) => listAccountJournal(ctx.core, ctx.actor, input)),

  bookings: actorProcedure
    .meta({
      access: "self or admin",
      scope: null,
      rest: {
        method: "GET",
        path: "/user/{user_id}/bookings",
        summary: "An account's bookings, newest first",
        errors: ["USER_NOT_FOUND", "INVALID_CURSOR"],
      },
    })
    .input(z.strictObject({ user_id: UserId, ...page }))
    .output(listOf(OwnBookingView))
    .query(({ ctx, input }) => listBookings(ctx.core, ctx.actor, input)),

  /** What a sign-in has found, by event and date. */
  found: actorProcedure
    .meta({ access: "session", scope: null })
    .output(z.object({ items: z.array(FoundBooking) }))
    .query(async ({ ctx }) => {
      const user = await getUser(ctx.core, ctx.actor, ctx.actor);
      const session = ctx.token === null ? null : await findSession(ctx.core, ctx.token);
      return { items: await describeFound(ctx.core, user, session?.guest_id ?? null) };
    }),

  adopt: actorProcedure
    .meta({
      access: "self",
      scope: null,
      rest: {
        method: "POST",
        path: "/user/{user_id}/bookings/adopt",
        summary: "Makes bookings that a sign-in has found the account's own",
        errors: ["USER_NOT_FOUND", "BOOKING_NOT_FOUND"],
      },
    })
    .input(AdoptBookings)
    .output(z.object({ items: z.array(BookingView) }))
    .mutation(async ({ ctx, input }) => {
      const session = ctx.token === null ? null : await findSession(ctx.core, ctx.token);
      return { items: await adoptBookings(ctx.core, ctx.actor, input, session?.guest_id ?? null) };
    }),

  changeEmail: actorProcedure
    .meta({
      access: "self",
      scope: null,
      answersSecret: true,
      rest: {
        method: "POST",
        path: "/user/{user_id}/email",
        summary: "Gives an account another e-mail address, to which a mail has gone",
        errors: ["USER_NOT_FOUND", "FORBIDDEN", "SIGN_IN_REFUSED", "EMAIL_TAKEN"],
      },
    })
    .input(ChangeEmail)
    .output(z.object({ token: z.string(), user: User }))
    .mutation(async ({ ctx, input }) => {
      const { user_id, ...proof } = input;
      if (user_id !== ctx.actor.user_id) throw new EventlyError("USER_NOT_FOUND", {});
      const visitor = { actor: ctx.actor, token: ctx.token ?? "" };
      const { user, token } = await changeEmail(ctx.core, visitor, proof, ctx.device);
      ctx.setSession({ ...user, token });
      return { token, user };
    }),

  export: actorProcedure
    .meta({
      access: "self or admin",
      scope: null,
      rest: {
        ...{ method: "GET", path: "/user/{user_id}/export", returns: UserExport, mediaType: "application/json" },
        summary: "Everything that is stored of a person, as one JSON file",
        errors: ["USER_NOT_FOUND", "EXPORT_LIMIT"],
      },
    })
    .input(z.strictObject({ user_id: UserId }))
    .query(async ({ ctx, input }) => answerFile(ctx, await exportUser(ctx.core, ctx.actor, input))),

  delete: actorProcedure
    .meta({
      access: "self or admin",
      scope: null,
      rest: {
        method: "DELETE",
        path: "/user/{user_id}",
        summary: "Deletes an account and who it was; its bookings stay, with nobody as their buyer",
        status: 204,
        errors: ["USER_NOT_FOUND", "LAST_OWNER", "PAYMENT_IN_PROGRESS"],
      },
    })
    .input(z.strictObject({ user_id: UserId }))
    .mutation(async ({ ctx, input }) => {
      await deleteUser(ctx.core, ctx.actor, input);
      if (ctx.actor.user_id === input.user_id) ctx.clearSession();
    }),

  /** Sets the e-mail for a guest's tickets. */
  setEmail: actorProcedure
    .meta({ access: "guest", scope: null, isRepeatable: true })
    .input(z.strictObject({ email: Email }))
    .output(User)
    .mutation(({ ctx, input }) => setGuestEmail(ctx.core, ctx.actor, input)),
});
