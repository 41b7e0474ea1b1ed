import { type ErrorCode, EventlyError } from "@evently/core/errors";
import { initTRPC } from "@trpc/server";
import { type $ZodType, config } from "zod/v4/core";
import type { Context } from "./context.ts";
import { describeIssue, mostFaults } from "./middleware/describe-issue.ts";
import { findUnreadable } from "./middleware/find-unreadable.ts";
import { keepFirstAnswer, refuseKey } from "./middleware/keep-first-answer.ts";
import { toEventlyError, toTrpcError } from "./middleware/to-evently-error.ts";

/**
 * How a procedure is reached over REST: `{name}` in the path is a field of its input. `pending` is the status of an
 * answer that asks for a next action; `errors` are the codes that this route adds to those every route has.
 */
export type RestRoute = {
  method: "GET" | "POST" | "DELETE";
  path: string;
  /** What it does, as a line of the API's documentation. */
  summary: string;
  status?: 200 | 201 | 202 | 204;
  pending?: 202;
  /** What it answers, where that is told here instead of by an output schema: a list too long to be parsed once more. */
  returns?: $ZodType;
  /** For how many seconds anyone may keep what nobody in particular was answered; never where it is not said. */
  keepSeconds?: number;
  errors: readonly ErrorCode[];
};

export type Meta = { rest?: RestRoute; isSignedIn?: true };

config({ customError: describeIssue });

const t = initTRPC
  .context<Context>()
  .meta<Meta>()
  .create({
    isDev: false,
    errorFormatter({ shape, error, ctx, input }) {
      const failure = toEventlyError(error, ctx?.request_id ?? "", input).toFailure();
      return { ...shape, message: failure.error, data: { ...shape.data, failure } };
    },
  });

/** Turns whatever was thrown into the one failure that the caller is told, and reports what is a fault of ours. */
const tellFailures = t.middleware(async ({ ctx, path, getRawInput, next }) => {
  const result = await next();
  if (result.ok) return result;
  const isInput = result.error.code === "BAD_REQUEST";
  const failure = toEventlyError(result.error, ctx.request_id, isInput ? await getRawInput() : undefined);
  if (failure.status >= 500) {
    ctx.core.reportError("a request failed", { request_id: ctx.request_id, path, error: failure.cause ?? failure });
  }
  throw toTrpcError(failure);
});

const tellCalls = t.middleware(async ({ ctx, path, next }) => {
  const began = performance.now();
  const result = await next();
  const cause = result.ok ? null : result.error.cause;
  const code = result.ok ? "OK" : cause instanceof EventlyError ? cause.code : "INTERNAL";
  ctx.onCall?.({ procedure: path, code, seconds: (performance.now() - began) / 1000 });
  return result;
});

/** A cookie travels by itself: what another site sends with it is not the visitor's will. */
const refuseForeign = t.middleware(({ ctx, type, next }) => {
  if (type === "mutation" && ctx.isForeign) throw new EventlyError("CROSS_ORIGIN_REFUSED", {});
  return next();
});

const refuseUnreadable = t.middleware(async ({ getRawInput, next }) => {
  const faults = findUnreadable(await getRawInput()).slice(0, mostFaults);
  if (faults.length > 0) throw new EventlyError("INVALID_INPUT", { faults });
  return next();
});

const requireActor = t.middleware(async ({ ctx, next }) => {
  const actor = await ctx.findActor();
  if (!actor) throw new EventlyError("SIGN_IN_REQUIRED", {});
  return next({ ctx: { actor } });
});

/** A key belongs to someone: what makes a session is asked for by nobody yet. */
const refuseKeyOfNobody = t.middleware(({ ctx, type, meta, next }) => {
  if (type === "mutation" && !meta?.isSignedIn && ctx.idempotencyKey !== null) {
    refuseKey("not here: this starts a session, which is told once");
  }
  return next();
});

/** A DELETE has the same outcome however often it is sent. */
const runOnce = t.middleware(async ({ ctx, type, meta, path, getRawInput, next }) => {
  const key = type === "mutation" && meta?.rest?.method !== "DELETE" ? ctx.idempotencyKey : null;
  const actor = key === null ? null : await ctx.findActor();
  if (key === null || !actor) return next();
  const asked = { actor, route: path, key, body: await getRawInput(), meta };
  const result = await keepFirstAnswer(ctx, asked, (core) => next({ ctx: { core } }));
  // tRPC has a middleware answer what next() did; where an answer is told again, there was no next().
  return result as Awaited<ReturnType<typeof next>>;
});

export const { router, createCallerFactory } = t;

const procedure = t.procedure.use(tellCalls).use(tellFailures).use(refuseForeign).use(refuseKeyOfNobody);

/** Anyone may call it; `ctx.findActor()` tells who does. */
export const publicProcedure = procedure.use(refuseUnreadable);

/** `ctx.actor` is who calls; nobody is refused with SIGN_IN_REQUIRED. */
export const actorProcedure = procedure.meta({ isSignedIn: true }).use(requireActor).use(refuseUnreadable).use(runOnce);
