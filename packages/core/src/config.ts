import * as z from "zod";

/** Both bounds are inclusive. */
export const whole = (least: number, most: number, fallback: number) =>
  z.coerce.number().int().min(least).max(most).default(fallback);
const seconds = (fallback: number) => whole(1, 86_400, fallback);

/** 32 random digits, the poorest text that is long enough, have about 100. */
const leastBits = 80;

/** Whether a text has the variety of a random one, by how often it has each character, and repeats no shorter one. */
function looksRandom(text: string): boolean {
  const counts = new Map<string, number>();
  for (const sign of text) counts.set(sign, (counts.get(sign) ?? 0) + 1);
  const bits = [...counts.values()].reduce((sum, count) => sum - count * Math.log2(count / text.length), 0);
  return bits >= leastBits && !/^(.+)\1+$/s.test(text);
}

const namedKey = /^([\w-]{1,16}):([\w-]{43})$/;

/** Keys in their order; null unless each is well-formed, of a name of its own and random. */
function readNamedKeys(text: string): { name: string; key: string }[] | null {
  const entries = text.split(",").map((entry) => entry.trim());
  const keys = entries.flatMap((entry) => {
    const [, name, key] = namedKey.exec(entry) ?? [];
    return name !== undefined && key !== undefined && looksRandom(key) ? [{ name, key }] : [];
  });
  const names = new Set(keys.map(({ name }) => name));
  return names.size === entries.length ? keys : null;
}

const namedKeys = z
  .string()
  .refine(
    (text) => readNamedKeys(text) !== null,
    "names and random keys, such as k1:…; make one with `openssl rand -base64 32 | tr '+/' '-_' | tr -d =`",
  )
  .transform((text) => readNamedKeys(text) ?? []);

/** Settings needed by every program that sells. Each `describe` text is used in the message for an invalid value. */
export const Config = z.object({
  DATA_DIR: z.string().default(".data").describe("folder of the embedded database and the test gateway's ledger"),
  DYNAMODB_ENDPOINT: z
    .union([z.literal("aws"), z.url()])
    .describe("URL of a DynamoDB-compatible engine, or `aws` for the real one"),
  DYNAMODB_TRANSPORT: z
    .enum(["sdk", "lean"])
    .optional()
    .describe(
      "client that carries requests to the table, `sdk` or `lean`; by default `lean` for a URL and `sdk` for `aws`",
    ),
  DYNAMODB_TABLE_NAME: z
    .string()
    .regex(/^[\w.-]{3,255}$/)
    .default("evently-table")
    .describe("name of the one table"),
  AWS_REGION: z.string().default("us-east-1").describe("region of the table"),
  SEAT_HOLD_TTL: seconds(180).describe("seconds a hold lasts"),
  SEAT_HOLD_EXTENSION: seconds(120).describe("seconds that the one extension adds"),
  SEAT_HOLD_MAX: seconds(600).describe("seconds from its placing after which a hold is no longer extended"),
  PAYMENT_WINDOW: seconds(60).describe("seconds for which a hold is kept at least while a payment runs"),
  CHALLENGE_WINDOW: seconds(300).describe("seconds for which a hold is kept while the bank asks its customer"),
  GATEWAY_TIMEOUT: seconds(20).describe("seconds after which a payment without an answer is looked up and ended"),
  INVOICE_WINDOW: whole(60, 31_536_000, 1_209_600).describe(
    "seconds within which seats reserved on invoice have to be paid for",
  ),
  MAX_SEATS_PER_HOLD: whole(1, 50, 10).describe("seats in one hold, 1 to 50"),
  HOLD_SEATS_PER_NETWORK: whole(1, 100_000, 20).describe(
    "seats of an event that a network may hold unpaid, in any hall",
  ),
  HOLD_PERCENT_PER_NETWORK: whole(0, 100, 4).describe(
    "percent of a hall that a network may hold unpaid, if that is more",
  ),
  GUESTS_PER_NETWORK: whole(1, 100_000, 30).describe("new people of a network in ten minutes"),
  MAILS_PER_ADDRESS: whole(0, 100_000, 20).describe(
    "mails about a seller's bookings in an hour, and three times as many in a day, to an address that nobody has verified; 0 for no limit",
  ),
  MAILS_PER_SELLER: whole(0, 1_000_000, 200).describe(
    "mails in an hour, and three times as many in a day, to addresses that a seller named at the counter or invited and nobody has verified; 0 for no limit",
  ),
  ORGANIZERS: z
    .enum(["approved", "open"])
    .default("approved")
    .describe(
      "who may publish events: `approved`, organizations that the operator has approved; `open`, as `npm start` sets it, everybody",
    ),
  SESSION_SECRET: z
    .string()
    .min(32, { abort: true })
    .refine(looksRandom, "it can be guessed; make one with `openssl rand -hex 32`")
    .describe("32 or more random characters that sign cursors, and from which codes of sign-in mails follow"),
  LINK_KEYS: namedKeys
    .transform((keys) => keys.map(({ key }) => key))
    .describe(
      "keys that bookings' links are made with, each a name, a colon and 32 random bytes in base64url, separated by commas: the first makes new links, the others still open theirs",
    ),
  TICKET_KEYS: namedKeys.describe(
    "keys that tickets are signed with, each a name, a colon and 32 random bytes in base64url, separated by commas: the first signs, all are accepted at the door",
  ),
});
export type Config = z.infer<typeof Config>;

export type Rules = Pick<
  Config,
  | "SEAT_HOLD_TTL"
  | "SEAT_HOLD_EXTENSION"
  | "SEAT_HOLD_MAX"
  | "PAYMENT_WINDOW"
  | "CHALLENGE_WINDOW"
  | "GATEWAY_TIMEOUT"
  | "INVOICE_WINDOW"
  | "MAX_SEATS_PER_HOLD"
  | "HOLD_SEATS_PER_NETWORK"
  | "HOLD_PERCENT_PER_NETWORK"
  | "GUESTS_PER_NETWORK"
  | "MAILS_PER_ADDRESS"
  | "MAILS_PER_SELLER"
  | "ORGANIZERS"
>;

/** Settings that contradict each other unless the first is less than the second, or at most as much. */
const pairs: readonly [keyof Rules, "less than" | "at most", keyof Rules, string][] = [
  ["SEAT_HOLD_TTL", "at most", "SEAT_HOLD_MAX", "the longest that a hold may last"],
  ["GATEWAY_TIMEOUT", "less than", "PAYMENT_WINDOW", "or the seats are free again before a payment is decided"],
  ["PAYMENT_WINDOW", "at most", "SEAT_HOLD_MAX", "which ends every hold, paid or not"],
  ["CHALLENGE_WINDOW", "at most", "SEAT_HOLD_MAX", "which ends every hold, paid or not"],
];

/** One sentence for each pair of settings that contradict each other. */
function listContradictions(rules: Rules): string[] {
  return pairs
    .filter(([name, how, bound]) => rules[name] > rules[bound] || (how === "less than" && rules[name] === rules[bound]))
    .map(([name, how, bound, why]) => `${name} (${rules[name]}) must be ${how} ${bound} (${rules[bound]}), ${why}.`);
}

type Environment = Record<string, string | undefined>;

/** Settings for programs that run no server, such as the operator's commands. Throws as `readSettings` does. */
export function readConfig(environment: Environment): { config: Config; notices: string[] } {
  return readSettings(Config, environment);
}

/**
 * Parses the settings; throws a single Error that lists every fault with the purpose of its setting, or each pair that
 * contradicts itself.
 */
export function readSettings<S extends z.ZodObject<typeof Config.shape>>(
  schema: S,
  environment: Environment,
): { config: z.infer<S>; notices: string[] } {
  const notices: string[] = [];
  // An empty value counts as unset: `HOST=` must not mean every address, nor switch off a limit.
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ""));
  if (!given.DYNAMODB_TABLE_NAME && given.EVENTS_TABLE_NAME) {
    given.DYNAMODB_TABLE_NAME = given.EVENTS_TABLE_NAME;
    notices.push("EVENTS_TABLE_NAME is accepted for DYNAMODB_TABLE_NAME; please rename it.");
  }
  const parsed = schema.safeParse(given);
  const faults = parsed.success
    ? listContradictions(parsed.data).map((sentence) => `  ${sentence}`)
    : parsed.error.issues.map((issue) => describeFault(schema, issue));
  if (!parsed.success || faults.length > 0) throw new Error(`These settings are wrong:\n${faults.join("\n")}`);
  return { config: parsed.data, notices };
}

function describeFault(schema: z.ZodObject, issue: z.core.$ZodIssue): string {
  const name = String(issue.path[0]);
  const purpose = (schema.shape[name] as z.ZodType | undefined)?.description ?? "";
  return `  ${name} (${purpose}): ${issue.message}`;
}
