import { isThisMachine } from "@evently/core/network/this-machine.rules";
import * as z from "zod";

/** Who takes the payments, as servers and the operator's commands read it. No message may quote a key. */
export const paymentSettings = {
  STRIPE_SECRET_KEY: z
    .string()
    .regex(/^[rs]k_(test|live)_\w+$/, "a key such as sk_live_…")
    .optional()
    .describe(
      "secret key of the account at Stripe that takes the payments, or of the platform whose sellers take them, such as sk_live_…; without it they go to the test gateway",
    ),
  STRIPE_PUBLISHABLE_KEY: z
    .string()
    .regex(/^pk_(test|live)_\w+$/, "a key such as pk_live_…")
    .optional()
    .describe("the same account's key for buyers' pages, such as pk_live_…; needed with STRIPE_SECRET_KEY"),
  STRIPE_ACCOUNTS: z
    .enum(["sellers", "house"])
    .default("sellers")
    .describe(
      "whose account at Stripe is paid: `sellers`, each organization's own, which it has to set up before it sells by card; `house`, that of the keys, for all",
    ),
  APPLICATION_FEE_PERCENT: z.coerce
    .number()
    .min(0)
    .max(30)
    .multipleOf(0.01)
    .default(0)
    .describe(
      "percent of each payment to a seller's own account that goes to the account of the keys, 0 to 30 with up to two decimals",
    ),
  STRIPE_WEBHOOK_SECRET: z
    .string()
    .transform((text) =>
      text
        .split(",")
        .map((secret) => secret.trim())
        .filter(Boolean),
    )
    .refine(
      (secrets) => secrets.every((secret) => /^whsec_\w+$/.test(secret)),
      "secrets such as whsec_…, separated by commas",
    )
    .optional()
    .describe(
      "secrets, separated by commas, that Stripe signs its webhooks to PUBLIC_ORIGIN/api/webhooks/stripe with, each of which is good; without any, what happens at Stripe is found within a minute",
    ),
  STRIPE_API_BASE: z
    .string()
    .refine(isStripeOrigin, "an https origin, or an http one on this machine")
    .optional()
    .describe("origin of another API than Stripe's own, for tests"),
};

export type PaymentSettings = z.infer<z.ZodObject<typeof paymentSettings>>;

function isStripeOrigin(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { origin, protocol, hostname } = new URL(text);
  return origin === text && (protocol === "https:" || (protocol === "http:" && isThisMachine(hostname)));
}

/** Whether each organization is paid on an account of its own. */
export const paysSellers = ({ STRIPE_SECRET_KEY, STRIPE_ACCOUNTS }: PaymentSettings): boolean =>
  Boolean(STRIPE_SECRET_KEY) && STRIPE_ACCOUNTS === "sellers";

export const isLive = (key: string): boolean => /^[prs]k_live_/.test(key);

/** What is wrong with the keys together; null if nothing is. */
export function findKeyFault({ STRIPE_SECRET_KEY, STRIPE_PUBLISHABLE_KEY }: PaymentSettings): string | null {
  if (!STRIPE_SECRET_KEY && !STRIPE_PUBLISHABLE_KEY) return null;
  if (!STRIPE_SECRET_KEY) return "STRIPE_PUBLISHABLE_KEY is set, and payments by Stripe need STRIPE_SECRET_KEY, too.";
  if (!STRIPE_PUBLISHABLE_KEY) return "STRIPE_SECRET_KEY is set, and buyers' pages need STRIPE_PUBLISHABLE_KEY, too.";
  if (isLive(STRIPE_SECRET_KEY) === isLive(STRIPE_PUBLISHABLE_KEY)) return null;
  return "STRIPE_SECRET_KEY and STRIPE_PUBLISHABLE_KEY must both be of Stripe's test mode, or both live.";
}
