import type { AppRouter } from "@evently/api/root";
import { createTRPCClient } from "@trpc/client";
import { linkFromPage } from "~/trpc/link-from-page";
import { silenceAfter } from "~/trpc/silence-after";

const keepMs = 60_000;
const limitMs = 2_000;

/**
 * Whether the API takes payments by Stripe, asked at most once a minute: only then may a page reach Stripe. While the API
 * does not answer it is what it was, at first no: then there is nothing to be paid either.
 */
export function createGatewayReader(apiOrigin: string, now = () => performance.now()): () => Promise<boolean> {
  const anonymous = async () => ({});
  const client = createTRPCClient<AppRouter>({
    links: [linkFromPage(apiOrigin, anonymous, () => silenceAfter(limitMs).signal)],
  });
  let known = { isStripe: false, until: Number.NEGATIVE_INFINITY };
  let asking: Promise<void> | null = null;

  async function ask(): Promise<void> {
    const answer = await client.limits.get.query().catch(() => null);
    if (answer !== null) known = { isStripe: answer.gateway === "stripe", until: now() + keepMs };
    asking = null;
  }

  return async () => {
    if (now() >= known.until) {
      asking ??= ask();
      await asking;
    }
    return known.isStripe;
  };
}
