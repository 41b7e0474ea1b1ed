import type { BrowserContext, Route } from "@playwright/test";
import type { Double } from "../../../../packages/stripe/src/testing/open-double";
import { cardFrame, challengeFrame, installStripe } from "./stub-script";

/** Cards of Stripe's test mode, by https://docs.stripe.com/testing. */
const methods: Readonly<Record<string, string>> = {
  "4242424242424242": "pm_card_visa",
  "4000000000009995": "pm_card_visa_chargeDeclinedInsufficientFunds",
  "4000000000003220": "pm_card_threeDSecure2Required",
};

type Served = {
  /** While true nothing of Stripe's answers this browser. */
  isBlocked: boolean;
};

/** Has the browser find Stripe at a double and its script at a stub: none of its requests leaves this machine. */
export async function serveStripe(context: BrowserContext, double: Double): Promise<Served> {
  const served = { isBlocked: false };
  const answer = (fulfill: (route: Route) => Promise<void>) => (route: Route) =>
    served.isBlocked ? route.abort("blockedbyclient") : fulfill(route);
  const page = (body: string, contentType = "text/html") =>
    answer((route) => route.fulfill({ body, contentType: `${contentType}; charset=utf-8` }));
  await context.route("https://js.stripe.com/*/stripe.js", page(`(${installStripe})()`, "text/javascript"));
  await context.route("https://js.stripe.com/stub/card", page(cardFrame));
  await context.route("https://hooks.stripe.com/stub/challenge", page(challengeFrame));
  await context.route(
    "https://api.stripe.com/**",
    answer(async (route) => {
      const json = await answerPage(double, new URL(route.request().url()).pathname, readForm(route));
      await route.fulfill({ json, headers: { "access-control-allow-origin": "*" } });
    }),
  );
  return served;
}

const readForm = (route: Route) => Object.fromEntries(new URLSearchParams(route.request().postData() ?? ""));

async function answerPage(double: Double, path: string, form: Record<string, string>): Promise<object> {
  if (path === "/v1/confirmation_tokens") return makeToken(double, form.number ?? "");
  const [intent = ""] = (form.client_secret ?? "").split("_secret_");
  return double.order<object>({ order: "answer_challenge", intent, approve: form.answer === "approve" });
}

/** Only Stripe's page may make a token of a card, so here the story's own side does it. */
async function makeToken(double: Double, number: string): Promise<object> {
  const payment_method = methods[number.replaceAll(" ", "")];
  if (payment_method === undefined) return { error: { type: "card_error", message: "Your card number is not known." } };
  const { id } = await askDouble<{ id: string }>(double, "POST", "/v1/test_helpers/confirmation_tokens", {
    payment_method,
  });
  return { confirmationToken: { id } };
}

/** Asks the double as the platform itself does. */
export async function askDouble<T>(
  { origin, secretKey }: Double,
  method: "GET" | "POST",
  path: string,
  form: Record<string, string> = {},
): Promise<T> {
  const response = await fetch(origin + path, {
    method,
    headers: { authorization: `Bearer ${secretKey}`, "stripe-version": "2026-10-28.endive" },
    ...(method === "POST" ? { body: new URLSearchParams(form) } : {}),
  });
  if (!response.ok) throw new Error(`${method} ${path} answered ${response.status}: ${await response.text()}`);
  return (await response.json()) as T;
}
