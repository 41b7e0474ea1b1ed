import { type DestinationStream, type Logger, pino } from "pino";

type Settings = { APP_NAME: string; DEBUG: boolean };

/** Writes JSON lines: ids, routes and durations, never personal data. */
export function createLogger({ APP_NAME, DEBUG }: Settings, to?: DestinationStream): Logger {
  const options = { name: APP_NAME, level: DEBUG ? "debug" : "info", serializers: { error: describeError } };
  return to ? pino(options, to) : pino(options);
}

const email = /[^\s"'<>(),;:]+@[^\s"'<>(),;:]+/g;
const key = /(?:session|signin|contact|claim)-[\w-]{16,}/g;
/** A session's token, that of a sign-in link, a door's key, and the link to a booking. */
const token = /\b(?:(?:user-\d+|[\w-]{22}|event-\d+\.[\w-]{16})\.[\w-]{43}|\d+\.[\w-]{22})(?![\w-])/g;
/** The code of a ticket, and what looks like one: cut off, it may be completed. */
const code = /\bE1\.[\w-]+\.[\w.-]+/g;

/**
 * Drops an error's own properties: the items of a cancelled transaction may contain an e-mail. Engines choose their own
 * messages, so e-mails, keys that lead to a person, and what opens something by itself are redacted there.
 */
export function describeError(error: unknown): unknown {
  if (!(error instanceof Error)) return redact(String(error));
  const { name, message, stack, cause } = error;
  const described = { name, message: redact(message), stack: redact(stack ?? "") };
  return cause === undefined ? described : { ...described, cause: describeError(cause) };
}

function redact(text: string): string {
  return text.replace(email, "[e-mail]").replace(code, "[code]").replace(key, "[key]").replace(token, "[token]");
}
