import { isIP } from "node:net";
import * as z from "zod";

const whole = (least: number, most: number, fallback: number) =>
  z.coerce.number().int().min(least).max(most).default(fallback);
const seconds = (fallback: number) => whole(1, 86_400, fallback);
const flag = (fallback: boolean) =>
  z
    .enum(["true", "false", "1", "0"])
    .default(fallback ? "true" : "false")
    .transform((value) => value === "true" || value === "1");
const list = () =>
  z
    .string()
    .default("")
    .transform((text) =>
      text
        .split(",")
        .map((one) => one.trim())
        .filter(Boolean),
    );

/** Whether it is an address such as 10.0.0.7 or a network such as 10.0.0.0/8, of either family. */
function isNetwork(text: string): boolean {
  const [address = "", length, ...rest] = text.split("/");
  const bits = { 0: -1, 4: 32, 6: 128 }[isIP(address)] ?? -1;
  if (length === undefined) return bits > 0;
  return rest.length === 0 && /^\d{1,3}$/.test(length) && Number(length) <= bits;
}

/** Whether it is what a browser sends as Origin: a scheme and a host, and nothing behind them. */
function isOrigin(text: string): boolean {
  return URL.canParse(text) && new URL(text).origin === text;
}

/** Every setting of the API process, with what it is for. `describe` is what a wrong value is answered with. */
export const Config = z.object({
  APP_NAME: z.string().min(1).default("Evently").describe("name shown in /health and logs"),
  DEBUG: flag(false).describe("true for verbose logs"),
  HOST: z.string().default("127.0.0.1").describe("address the API listens on"),
  PORT: whole(1, 65_535, 8000).describe("port of the API"),
  DATA_DIR: z.string().default(".data").describe("folder of the embedded engine and the test gateway's ledger"),
  DYNAMODB_ENDPOINT: z
    .union([z.literal("aws"), z.url()])
    .describe("URL of a DynamoDB-compatible engine, or `aws` for the real one"),
  DYNAMODB_TABLE_NAME: z
    .string()
    .regex(/^[\w.-]{3,255}$/)
    .default("evently-table")
    .describe("name of the one table"),
  AWS_REGION: z.string().default("us-east-1").describe("region of the table"),
  SEAT_HOLD_TTL: seconds(180).describe("seconds a hold lasts"),
  SEAT_HOLD_EXTENSION: seconds(120).describe("seconds that the one extension adds"),
  SEAT_HOLD_MAX: seconds(600).describe("seconds after which no hold is prolonged any more"),
  PAYMENT_WINDOW: seconds(60).describe("seconds a hold is kept at least while a payment runs"),
  CHALLENGE_WINDOW: seconds(300).describe("seconds a hold is kept while the bank asks its customer"),
  GATEWAY_TIMEOUT: seconds(20).describe("seconds after which a payment without an answer is looked up and ended"),
  MAX_SEATS_PER_HOLD: whole(1, 50, 10).describe("seats in one hold, 1 to 50"),
  CORS_ORIGINS: list()
    .refine((origins) => origins.every(isOrigin), "origins such as https://shop.example, separated by commas, never *")
    .describe("origins, separated by commas, that may call the API from a browser"),
  RATE_LIMIT_PER_SECOND: whole(0, 100_000, 10).describe(
    "requests a second that one client address may make, twice as many more at once; 0 for no limit",
  ),
  TRUST_PROXY: list()
    .refine((networks) => networks.every(isNetwork), "addresses or networks such as 10.0.0.0/8, separated by commas")
    .describe("proxies, beside those on this machine, that are believed when they say who asked them"),
  METRICS_PORT: whole(0, 65_535, 0).describe("port of HOST where /metrics answers, for Prometheus alone; 0 for none"),
  OTEL_EXPORTER_OTLP_ENDPOINT: z
    .url({ protocol: /^https?$/ })
    .optional()
    .describe("URL of an OpenTelemetry collector that takes traces over OTLP/HTTP; none where it is unset"),
  SESSION_SECRET: z.string().min(32).describe("32 or more random characters that sign cursors"),
  SEED_DEMO: flag(false).describe("true fills an empty table with the demo catalogue"),
});
export type Config = z.infer<typeof Config>;

/** What the verbs of the domain need of the settings. */
export type Rules = Pick<
  Config,
  | "SEAT_HOLD_TTL"
  | "SEAT_HOLD_EXTENSION"
  | "SEAT_HOLD_MAX"
  | "PAYMENT_WINDOW"
  | "CHALLENGE_WINDOW"
  | "GATEWAY_TIMEOUT"
  | "MAX_SEATS_PER_HOLD"
>;

/** Reads the settings once; throws one Error that names every fault together with what the setting is for. */
export function readConfig(environment: Record<string, string | undefined>): { config: Config; notices: string[] } {
  const notices: string[] = [];
  // An empty value is none: `HOST=` is not every address, and no number is switched off by it.
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ""));
  if (!given.DYNAMODB_TABLE_NAME && given.EVENTS_TABLE_NAME) {
    given.DYNAMODB_TABLE_NAME = given.EVENTS_TABLE_NAME;
    notices.push("EVENTS_TABLE_NAME is accepted for DYNAMODB_TABLE_NAME; please rename it.");
  }
  const parsed = Config.safeParse(given);
  if (!parsed.success)
    throw new Error(`These settings are wrong:\n${parsed.error.issues.map(describeFault).join("\n")}`);
  const config = parsed.data;
  return { config: config.DYNAMODB_ENDPOINT === "aws" ? { ...config, SEED_DEMO: false } : config, notices };
}

function describeFault(issue: z.core.$ZodIssue): string {
  const name = String(issue.path[0]);
  const purpose = Config.shape[name as keyof typeof Config.shape]?.description ?? "";
  return `  ${name} (${purpose}): ${issue.message}`;
}
