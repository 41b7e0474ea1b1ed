import { limitBody } from "@evently/api/middleware/limit-body";
import { answerFailure } from "@evently/api/rest/answer-rest";
import { EventlyError } from "@evently/core/errors";
import type { Wake } from "@evently/core/payment/wake";
import type { Context, Handler } from "hono";
import type { Env } from "./identify-request.ts";
import { createRateLimit } from "./rate-limit.ts";

/** Reads a webhook whose signature is good; null if it is not. */
export type ReadWebhook = (received: { rawBody: Uint8Array; signature: string }) => Wake | null;

/** In bytes; nginx has the same limit at this path. */
export const largestWebhook = 256 * 1024;
/** Bodies of a process in memory at once, forged ones too. */
const mostAtOnce = 32;
/** Of the limit of a stranger: a gateway sends a whole sale's from a few addresses. */
const share = 10;
const secondsAtOnce = 6;

type Serve = {
  note: (wake: Wake) => void;
  /** Null where no gateway sends any. */
  read: ReadWebhook | null;
  /** 0 for no limit. */
  perSecond: number;
};

/**
 * Hears webhooks of Stripe: one with a good signature is noted, and that is all, so a flood of them costs memory for what they name and
 * nothing else. Refused ones are told apart by nothing, and never touch the table. Their limit is their own: nobody's requests from the
 * same address wait for them. What is refused is found by the reading of its account.
 */
export function serveWebhooks({ note, read, perSecond }: Serve): Handler<Env> {
  const rate = perSecond === 0 ? null : limitOf(perSecond);
  let underWay = 0;
  return async (c) => {
    const client = c.get("client");
    const wait = rate && client !== null ? rate.take(client, 1) : 0;
    if (wait > 0 || underWay >= mostAtOnce) return refuse(c, "RATE_LIMITED", Math.ceil(wait / 1000) || 1);
    underWay++;
    try {
      const wake = await readWebhook(c, read);
      if (!wake) return refuse(c, "WEBHOOK_REFUSED");
      note(wake);
      return c.json({ received: true });
    } finally {
      underWay--;
    }
  };
}

const limitOf = (perSecond: number) =>
  createRateLimit({ perSecond: share * perSecond, atOnce: share * perSecond * secondsAtOnce });

/** Over the body as it came. Throws BODY_TOO_LARGE. */
async function readWebhook({ req }: Context<Env>, read: ReadWebhook | null): Promise<Wake | null> {
  const signature = req.header("stripe-signature");
  if (!read || !signature) return null;
  const rawBody = new Uint8Array(await limitBody(req.raw, largestWebhook).arrayBuffer());
  return read({ rawBody, signature });
}

async function refuse(
  c: Context<Env>,
  code: "RATE_LIMITED" | "WEBHOOK_REFUSED",
  retryAfter?: number,
): Promise<Response> {
  const response = await answerFailure(new EventlyError(code, {}), c.get("request_id"));
  if (retryAfter) response.headers.set("retry-after", String(retryAfter));
  return response;
}
