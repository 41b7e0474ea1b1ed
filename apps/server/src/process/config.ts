import { readTrust } from "@evently/api/client-address";
import { usualCatalogMb } from "@evently/core/catalog/bound-catalog";
import { Config, type Rules, readSettings, whole } from "@evently/core/config";
import { isThisMachine } from "@evently/core/network/this-machine.rules";
import { Email } from "@evently/core/text/email";
import * as z from "zod";
import { findKeyFault, isLive, paymentSettings, paysSellers } from "./payment-settings.ts";
import { findSiteOrigin } from "./site-origin.ts";

const flags = ["true", "false", "1", "0"] as const;
const isTrue = (value: (typeof flags)[number]): boolean => value === "true" || value === "1";
const flag = (fallback: boolean) =>
  z
    .enum(flags)
    .default(fallback ? "true" : "false")
    .transform(isTrue);
const list = () =>
  z
    .string()
    .default("")
    .transform((text) =>
      text
        .split(",")
        .map((entry) => entry.trim())
        .filter(Boolean),
    );

/** Whether `readTrust`, which the site asks as well, knows what is meant. */
function areNetworks(texts: string[]): boolean {
  try {
    readTrust(texts);
    return true;
  } catch {
    return false;
  }
}

/** Whether it is an Origin as browsers send it: a scheme and a host only. */
function isOrigin(text: string): boolean {
  return URL.canParse(text) && new URL(text).origin === text;
}

/** Who mails are from: an address, alone or after a name. */
const sender = /^(?:[^<>@"\r\n]+ <([^<>\s]+)>|([^<>\s]+))$/;
const isSender = (text: string): boolean => {
  const [, named, alone] = sender.exec(text) ?? [];
  return Email.safeParse(named ?? alone).success;
};

/** All settings of the API process: those of its HTTP server and those of core. `describe` is used as in core. */
export const ServerConfig = z.object({
  APP_NAME: z.string().min(1).default("Evently").describe("name shown in /health and logs"),
  DEBUG: flag(false).describe("true for verbose logs"),
  HOST: z.string().default("127.0.0.1").describe("address the API listens on"),
  PORT: whole(1, 65_535, 8000).describe("port of the API"),
  PUBLIC_ORIGIN: z
    .string()
    .refine((origin) => isOrigin(origin) && /^https?:/.test(origin), "an origin such as https://tickets.example")
    .optional()
    .describe(
      "where the public reaches the site, such as https://tickets.example: in every link, and the only site whose pages may act for their visitor; without it as each request says",
    ),
  WEB_PORT: whole(1, 65_535, 3000).describe(
    "port of the site under `npm start`, and in the links of mails where there is no PUBLIC_ORIGIN",
  ),
  SMTP_URL: z
    .url({ protocol: /^smtps?$/, error: "a URL such as smtps://user:password@smtp.example" })
    .optional()
    .describe(
      "server that mails are handed over to, such as smtps://user:password@smtp.example; without it they stay in a mailbox on this machine, or, where others are served, none is written",
    ),
  MAIL_FROM: z
    .string()
    .refine(isSender, "an address such as tickets@example.org or Evently <tickets@example.org>")
    .optional()
    .describe("who mails are from, such as Evently <tickets@example.org>; needed with SMTP_URL"),
  MAIL_TIMEOUT: whole(1, 25, 20).describe("seconds after which a mail that was not accepted is tried again later"),
  TEST_PAYMENTS: flag(false).describe(
    "true lets the test gateway or Stripe's test mode, which charge nobody, run with `aws` or a public https origin",
  ),
  ...paymentSettings,
  CORS_ORIGINS: list()
    .refine((origins) => origins.every(isOrigin), "origins such as https://shop.example, separated by commas, never *")
    .describe("origins, separated by commas, that may call the API from a browser"),
  RATE_LIMIT_PER_SECOND: whole(0, 100_000, 10).describe(
    "requests a second allowed to each session, and to all strangers of an address, see below; 0 for no limit, nor any of networks and addresses",
  ),
  TRUST_PROXY: list()
    .refine(areNetworks, "addresses or networks such as 10.0.0.0/8, separated by commas")
    .describe("proxies, besides those on this machine, whose X-Forwarded-For is believed"),
  METRICS_PORT: whole(0, 65_535, 0).describe(
    "port that serves /metrics to Prometheus, and /db-test, to whoever reaches it; 0 for none",
  ),
  METRICS_HOST: z
    .string()
    .default("127.0.0.1")
    .describe("address that METRICS_PORT listens on, for the operator alone"),
  OTEL_EXPORTER_OTLP_ENDPOINT: z
    .url({ protocol: /^https?$/ })
    .optional()
    .describe("URL of an OpenTelemetry collector that takes traces over OTLP/HTTP; without it there are no traces"),
  CATALOG_BUDGET_MB: whole(16, 65_536, usualCatalogMb).describe(
    "megabytes for the events that can be searched, at most half of the heap's limit; accounts share it: of more events the soonest of each account fit",
  ),
  SEED_DEMO: z
    .enum([...flags, "auto"])
    .default("false")
    .transform((value) => (value === "auto" ? value : isTrue(value)))
    .describe(
      "true fills an empty table with the demo catalog; `auto`, which `npm start` and the compose file set, does so where TEST_PAYMENTS is not needed; neither does where sellers need accounts at Stripe",
    ),
  ...Config.shape,
});
export type ServerConfig = Omit<z.infer<typeof ServerConfig>, "SEED_DEMO"> & { SEED_DEMO: boolean };

type ServerSettings = { config: ServerConfig; notices: string[] };

/** The rules that core holds to. Where requests have no limit, mails have none either. */
export const rulesOf = (config: ServerConfig): Rules =>
  config.RATE_LIMIT_PER_SECOND === 0 ? { ...config, MAILS_PER_ADDRESS: 0, MAILS_PER_SELLER: 0 } : config;

/**
 * Parses the settings. The demo is never written to the real DynamoDB, nor where its sellers would need accounts of their own, and where
 * customers are expected only on request. Throws as core's `readSettings` does, and where customers would be sold to for nothing, or
 * mails and Stripe's pages would lead nowhere.
 */
export function readServerConfig(environment: Record<string, string | undefined>): ServerSettings {
  const { config, notices } = readSettings(ServerConfig, environment);
  const keyFault = findKeyFault(config);
  if (keyFault !== null) throw new Error(keyFault);
  const reason = findCustomers(config);
  const free = describeFreePayments(config);
  if (reason !== null && free !== null && !config.TEST_PAYMENTS)
    throw new Error(`${reason}, but payments go to ${free}: set TEST_PAYMENTS=true to give tickets away.`);
  if (paysSellers(config) && findSiteOrigin(config) === null)
    throw new Error(
      "STRIPE_ACCOUNTS is sellers, and Stripe's pages lead their owners back to PUBLIC_ORIGIN, which is not set; STRIPE_ACCOUNTS=house needs none.",
    );
  const lacking = (["PUBLIC_ORIGIN", "MAIL_FROM"] as const).filter((name) => config.SMTP_URL && !config[name]);
  if (lacking.length > 0) throw new Error(`SMTP_URL is set, and mails need ${lacking.join(" and ")}, too.`);
  const isWanted = config.SEED_DEMO === "auto" ? reason === null : config.SEED_DEMO;
  const canSeed = config.DYNAMODB_ENDPOINT !== "aws" && !paysSellers(config);
  return { config: { ...config, SEED_DEMO: isWanted && canSeed }, notices };
}

/** Where payments go that move no money; null where they move some. */
export function describeFreePayments({
  STRIPE_SECRET_KEY: key,
}: Pick<ServerConfig, "STRIPE_SECRET_KEY">): string | null {
  if (!key) return "the test gateway";
  return isLive(key) ? null : "Stripe's test mode";
}

/** What shows that real customers are expected; null where nothing does. */
function findCustomers(config: z.infer<typeof ServerConfig>): string | null {
  const { DYNAMODB_ENDPOINT, PUBLIC_ORIGIN = "" } = config;
  if (describeFreePayments(config) === null) return "STRIPE_SECRET_KEY is live";
  if (DYNAMODB_ENDPOINT === "aws") return "DYNAMODB_ENDPOINT is aws";
  if (PUBLIC_ORIGIN.startsWith("https:") && !isThisMachine(new URL(PUBLIC_ORIGIN).hostname))
    return `PUBLIC_ORIGIN is ${PUBLIC_ORIGIN}`;
  return null;
}
