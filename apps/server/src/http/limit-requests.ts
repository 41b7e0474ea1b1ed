import { readTokens } from "@evently/api/middleware/read-token";
import { answerFailure } from "@evently/api/rest/answer-rest";
import { costOfRequest } from "@evently/api/rest/list-calls";
import { EventlyError } from "@evently/core/errors";
import { TRPCError } from "@trpc/server";
import type { MiddlewareHandler } from "hono";
import type { Env } from "./identify-request.ts";
import { createRateLimit, type RateLimit } from "./rate-limit.ts";
import { serveTrpc } from "./serve-trpc.ts";

type Options = {
  /** 0 for no limit. */
  perSecond: number;
  /** The user of a session, or the id of a door key, that this process knows; null for every other token. */
  recallHolder: (token: string) => string | null;
  /** The same, with a look at the table. */
  findHolder: (token: string) => Promise<string | null>;
};

/**
 * Of `perSecond`: a person's own share; that of all strangers in a network; the most of a network; and its looks for a session. Scans
 * that are merged count by themselves, so that a door's devices, which all come back at once with hundreds, are not refused.
 */
const rates = {
  person: { share: 1, seconds: 3 },
  scans: { share: 2, seconds: 75 },
  strangers: { share: 1, seconds: 15 },
  network: { share: 10, seconds: 6 },
  looks: { share: 10, seconds: 3 },
} as const;

/** So many scans take of their network's limit what a request takes. */
const scansARequest = 10;

export type RequestLimits = {
  limitRequests: MiddlewareHandler<Env>;
  /** Takes what a list of scans costs whoever has the door: returns 0 if they have enough, otherwise the milliseconds to wait. */
  takeScans(client: string | null, keeper_id: string, scans: number): number;
};

const noLimits: RequestLimits = { limitRequests: (_, next) => next(), takeScans: () => 0 };

/**
 * Rejects whoever sends too many requests with RATE_LIMITED and Retry-After. A user and a door key count by themselves, whoever has neither
 * with all others of their address, and all of an address together up to a wall. A request counts by what it
 * costs, a batch as all its calls; the files of the documentation page don't count.
 */
export function createRequestLimits({ perSecond, recallHolder, findHolder }: Options): RequestLimits {
  if (perSecond === 0) return noLimits;
  const limitBy = ({ share, seconds }: { share: number; seconds: number }): RateLimit =>
    createRateLimit({ perSecond: share * perSecond, atOnce: share * perSecond * seconds });
  const [person, strangers] = [limitBy(rates.person), limitBy(rates.strangers)];
  const [network, looks, merged] = [limitBy(rates.network), limitBy(rates.looks), limitBy(rates.scans)];

  /** One's own share first: what is refused there takes nothing from the neighbors. */
  async function takeOf(client: string, headers: Headers, cost: number): Promise<number> {
    const { token } = readTokens(headers);
    const known = token === null ? null : recallHolder(token);
    let wait = known === null ? strangers.take(client, cost) : person.take(known, cost);
    // A session or a key that this process has not met belongs to no stranger, though strangers have left it nothing.
    if (wait > 0 && known === null && token !== null && looks.take(client, 1) === 0) {
      const holder = await findHolder(token);
      if (holder !== null) wait = person.take(holder, cost);
    }
    return wait === 0 ? network.take(client, cost) : wait;
  }

  return {
    async limitRequests(c, next) {
      const client = c.get("client");
      const cost = costOf(c.req.method, c.req.path);
      const wait = client === null ? 0 : await takeOf(client, c.req.raw.headers, cost);
      if (wait === 0) return next();
      const response = await refuse(c.req.raw, c.get("request_id"));
      response.headers.set("retry-after", String(Math.ceil(wait / 1000)));
      return response;
    },
    takeScans(client, keeper_id, scans) {
      const wait = merged.take(keeper_id, scans);
      return wait > 0 || client === null ? wait : network.take(client, Math.ceil(scans / scansARequest));
    },
  };
}

function costOf(method: string, path: string): number {
  return path.startsWith("/docs/") ? 0 : costOfRequest(method, path);
}

/** The error in the format of the protocol used, tRPC or REST. */
async function refuse(request: Request, request_id: string): Promise<Response> {
  const cause = new EventlyError("RATE_LIMITED", {});
  if (!new URL(request.url).pathname.startsWith("/trpc/")) return answerFailure(cause, request_id);
  return serveTrpc(request, () => {
    throw new TRPCError({ code: "TOO_MANY_REQUESTS", message: cause.message, cause });
  });
}
