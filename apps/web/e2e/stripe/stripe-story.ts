import { randomUUID } from "node:crypto";
import { findFreePort } from "../../../../packages/local-db/dist/port.js";
import { type Double, openDouble } from "../../../../packages/stripe/src/testing/open-double";
import { Organizer } from "../organizer";
import { readStack } from "../stack";
import { startApi, startSite } from "../start-stack";
import { test as base } from "../story";
import { serveStripe } from "./serve-stripe";

export { expect } from "../story";

/** A site whose payments Stripe takes: over a table of its own, since no process asks one gateway for the payments of another. */
type StripeSite = {
  url: string;
  double: Double;
  settings: Record<string, string>;
  organizer: Organizer;
  /** Whether Stripe sends webhooks from now on; at first it sends none, so that a story may wait for an answer. */
  hear: (mode: "send" | "hold") => Promise<unknown>;
};

type Story = {
  /** Stripe for the browser of the story, which can be blocked. */
  stripe: Awaited<ReturnType<typeof serveStripe>>;
};

type Worker = {
  /** Whose account is paid, by STRIPE_ACCOUNTS. */
  accounts: "house" | "sellers";
  stripeSite: StripeSite;
};

export const test = base.extend<Story, Worker>({
  accounts: ["house", { option: true, scope: "worker" }],
  stripeSite: [
    async ({ accounts }, use) => {
      const double = await openDouble();
      const port = await findFreePort();
      const settings = { ...settingsOf(double), STRIPE_ACCOUNTS: accounts, WEB_PORT: String(port) };
      const api = await startApi(settings);
      const site = await startSite(api.url, port);
      const organizer = await new Organizer(undefined, api.url).settle();
      const hear = (mode: "send" | "hold") => {
        const url = `${api.url}/webhooks/stripe`;
        return double.order({ order: "set_webhooks", url, secrets: [webhookSecret], mode });
      };
      await use({ url: site.url, double, settings, organizer, hear });
      await site.stop();
      await api.stop();
      await double.close();
    },
    { scope: "worker" },
  ],
  baseURL: async ({ stripeSite }, use) => use(stripeSite.url),
  concert: async ({ stripeSite }, use, { title }) =>
    use(await stripeSite.organizer.announce(`${title.slice(0, 60)} ${randomUUID().slice(0, 8)}`, 30)),
  stripe: async ({ context, stripeSite }, use) => use(await serveStripe(context, stripeSite.double)),
});

const webhookSecret = "whsec_double";

/** Payments end early, so that a story may wait for one that nobody answers. */
function settingsOf(double: Double): Record<string, string> {
  return {
    ...readStack().settings,
    DYNAMODB_TABLE_NAME: `stripe-${randomUUID()}`,
    STRIPE_SECRET_KEY: double.secretKey,
    STRIPE_PUBLISHABLE_KEY: double.publishableKey,
    STRIPE_API_BASE: double.origin,
    STRIPE_WEBHOOK_SECRET: webhookSecret,
    ...{ SEAT_HOLD_TTL: "90", PAYMENT_WINDOW: "30" },
  };
}
