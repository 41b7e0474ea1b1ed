import { suspendedFromBuyers } from "@evently/core/booking/get-booking";
import { type Doorkeeper, idOf } from "@evently/core/door/doorkeeper";
import { findKeyHolder } from "@evently/core/door-key/find-key-holder";
import { EventlyError, mostListed } from "@evently/core/errors";
import { findHolder } from "@evently/core/hold/find-holder";
import type { IdempotencyLease } from "@evently/core/idempotency";
import { HoldingId } from "@evently/core/ids";
import { Prewritten } from "@evently/core/text/prewritten";
import type { Actor } from "@evently/core/user";
import { requireOrganizer } from "@evently/core/user/require-role";
import { initTRPC, type TRPCError } from "@trpc/server";
import { config } from "zod/v4/core";
import { type Declared, roleOf, tellsOfBuyers } from "./access.ts";
import type { Context } from "./context.ts";
import type { BodyLimit } from "./middleware/body-limits.ts";
import { describeIssue } from "./middleware/describe-issue.ts";
import { findUnreadable } from "./middleware/find-unreadable.ts";
import { handleIdempotencyKey, refuseKey } from "./middleware/handle-idempotency-key.ts";
import { judge, readField } from "./middleware/judge.ts";
import { requireSignIn } from "./middleware/require-sign-in.ts";
import { toEventlyError, toTrpcError } from "./middleware/to-evently-error.ts";
import type { RestRoute } from "./rest/rest-route.ts";

export type Meta = Declared & {
  rest?: RestRoute;
  /** How large a request's body may be, if not as the usual one. */
  body?: BodyLimit;
  isSignedIn?: true;
  /** Also for an account that is suspended, which can change nothing else. */
  whileSuspended?: true;
  /** Its repetition has the same effect and answer by itself: nothing is stored for it, and no address that it answers. */
  isRepeatable?: true;
  /** Its answer may name people, so it is not stored: a repetition with the same key and body has the same effect, and is answered anew. */
  namesPeople?: true;
  /** A page of another site could have each of its visitors ask for a mail, or try a code, from an address of their own. */
  fromOwnPages?: true;
  /** The response must not be stored for replays, so no Idempotency-Key is accepted. */
  answersSecret?: true;
};

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

/** Converts anything thrown into the error returned to the caller, and reports server faults. */
const mapErrors = t.middleware(async ({ ctx, path, getRawInput, next }) => {
  const result = await next();
  if (result.ok) return result;
  // A body that can't be read, for one that is too large, can't be read again either.
  const isInput = result.error.code === "BAD_REQUEST" && !(result.error.cause instanceof EventlyError);
  const failure = toEventlyError(result.error, ctx.request_id, isInput ? await getRawInput() : undefined);
  if (failure.status >= 500) {
    ctx.core.reportError("a request failed", { request_id: ctx.request_id, path, error: failure.cause ?? failure });
  }
  throw toTrpcError(failure);
});

const logCalls = t.middleware(async ({ ctx, path, next }) => {
  const began = performance.now();
  const result = await next();
  const cause = result.ok ? null : result.error.cause;
  const code = result.ok ? "OK" : cause instanceof EventlyError ? cause.code : "INTERNAL";
  ctx.onCall?.({ procedure: path, code, seconds: (performance.now() - began) / 1000 });
  return result;
});

/** A long list that is written already is neither read nor written again. */
const keepWritten = t.middleware(async ({ ctx, next }) => {
  const result = await next();
  if (!result.ok || !ctx.keepWritten || !(result.data instanceof Prewritten)) return result;
  return { ...result, data: ctx.keepWritten(result.data) };
});

/** Browsers attach cookies to requests from other sites too: such a change is not the visitor's intention. */
const csrfGuard = t.middleware(({ ctx, type, meta, next }) => {
  const isRefused = ctx.isCrossSite || (meta?.fromOwnPages && ctx.isFromOtherSite);
  if (type === "mutation" && isRefused) throw new EventlyError("CROSS_ORIGIN_REFUSED", {});
  return next();
});

const refuseUnreadable = t.middleware(async ({ getRawInput, next }) => {
  const faults = findUnreadable(await getRawInput()).slice(0, mostListed);
  if (faults.length > 0) throw new EventlyError("INVALID_INPUT", { faults });
  return next();
});

/** Who may not call learns nothing of what else was wrong. */
const refuseFirst = t.middleware(async ({ ctx, meta, getRawInput, next }) => {
  const result = await next();
  if (result.ok || !meta || !isInvalid(result.error)) return result;
  const caller = ctx.keeper ?? (await ctx.findActor());
  const input = await getRawInput().catch(() => null);
  if (caller && input !== null) await judge(ctx.core, caller, meta.access, input);
  return result;
});

function isInvalid({ code, cause }: TRPCError): boolean {
  return cause instanceof EventlyError ? cause.code === "INVALID_INPUT" : code === "BAD_REQUEST";
}

/** A suspended account is refused before its input is read, also the names of those who bought from it; a session that doesn't know yet, by the transaction itself. */
const requireActor = t.middleware(async ({ ctx, type, meta, next }) => {
  return next({ ctx: { actor: await requireMayCall(ctx, { type, meta }) } });
});

async function requireMayCall(ctx: Context, { type, meta }: { type: string; meta: Meta | undefined }): Promise<Actor> {
  const actor = await requireSignIn(ctx);
  if (actor.suspended && type === "mutation" && !meta?.whileSuspended) throw new EventlyError("SUSPENDED", {});
  if (actor.suspended && meta && tellsOfBuyers(meta)) throw suspendedFromBuyers();
  return actor;
}

const refuseKeyForSecret = t.middleware(({ ctx, meta, next }) => {
  if (meta?.answersSecret && ctx.idempotencyKey !== null) {
    refuseKey("not here: the answer carries a token, which is given out once");
  }
  return next();
});

/** DELETE is omitted: it is idempotent already. */
const idempotency = t.middleware(async ({ ctx, type, meta, path, getRawInput, next }) => {
  const isStored = type === "mutation" && meta?.rest?.method !== "DELETE" && !meta?.isRepeatable;
  const key = isStored ? ctx.idempotencyKey : null;
  const caller = key === null ? null : (ctx.keeper ?? (await ctx.findActor()));
  const withLease = (lease: IdempotencyLease | null) => next({ ctx: { lease } });
  if (key === null || !caller) return withLease(null);
  const { rest, namesPeople } = meta ?? {};
  const request = { actor: { user_id: idOf(caller) }, route: path, key, body: await getRawInput(), rest, namesPeople };
  const result = await handleIdempotencyKey(ctx, request, withLease);
  // tRPC types a middleware as returning the result of next(), which is not called for a replayed response.
  return result as Awaited<ReturnType<typeof withLease>>;
});

export const { router, createCallerFactory } = t;

const procedure = t.procedure.use(keepWritten).use(logCalls).use(mapErrors).use(csrfGuard).use(refuseKeyForSecret);

/** Nothing can be made of a procedure before it says who may call it. */
const declared = <T extends { meta: unknown }>(builder: T): Pick<T, "meta"> => builder;

/** Each procedure adds what it declares itself. */
const signedIn = { isSignedIn: true } as Meta;

/** Open to everyone; `ctx.findActor()` returns the caller. */
export const publicProcedure = declared(procedure.use(refuseUnreadable));

const signedInProcedure = procedure.meta(signedIn).use(requireActor).use(refuseFirst);

/** `ctx.actor` is the caller; anonymous calls fail with SIGN_IN_REQUIRED, before their body is read. */
export const actorProcedure = declared(signedInProcedure.use(refuseUnreadable).use(idempotency));

/** Whoever has a key of the door, else as `requireActor`. */
const requireDoorkeeper = t.middleware(async ({ ctx, type, meta, next }) => {
  const holder = ctx.token === null ? null : await findKeyHolder(ctx.core, ctx.token);
  const keeper: Doorkeeper = holder
    ? { ...holder, request_id: ctx.request_id }
    : await requireMayCall(ctx, { type, meta });
  return next({ ctx: { keeper } });
});

/** For an event's door. */
export const doorProcedure = declared(
  procedure.meta(signedIn).use(requireDoorkeeper).use(refuseFirst).use(refuseUnreadable).use(idempotency),
);

/** For one hold: its holder is the caller, or the guest that they were before they signed in. */
const requireHolder = t.middleware(async ({ ctx, getRawInput, next }) => {
  const [caller, guest] = [await ctx.findActor(), await ctx.findGuest()];
  const { data: holding_id } = guest ? HoldingId.safeParse(readField(await getRawInput(), "holding_id")) : {};
  const holder = guest && holding_id ? await findHolder(ctx.core, { actor: caller, guest }, holding_id) : caller;
  return next({ ctx: { findActor: async () => holder } });
});

/** As `actorProcedure`, for a hold named by its id. */
export const holderProcedure = declared(
  procedure.meta(signedIn).use(requireHolder).use(requireActor).use(refuseFirst).use(refuseUnreadable).use(idempotency),
);

/** For whoever has a session; the procedure finds out itself whose it is. */
export const sessionProcedure = declared(procedure.meta(signedIn).use(refuseUnreadable));

/** For those who do its role's task anywhere: others are refused with FORBIDDEN, before their body is read. */
export const organizerProcedure = declared(
  signedInProcedure
    .use(({ ctx, meta, next }) => {
      requireOrganizer(ctx.actor, meta ? roleOf(meta.access) : "owner");
      return next();
    })
    .use(refuseUnreadable)
    .use(idempotency),
);
