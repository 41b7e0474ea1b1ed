import { type DestinationStream, type Logger, pino } from "pino";

type Settings = { APP_NAME: string; DEBUG: boolean };

/** Writes one JSON line for each thing that happened: ids, routes and durations, never what a person told us. */
export function createLogger({ APP_NAME, DEBUG }: Settings, to?: DestinationStream): Logger {
  const options = { name: APP_NAME, level: DEBUG ? "debug" : "info", serializers: { error: describeError } };
  return to ? pino(options, to) : pino(options);
}

const email = /[^\s"'<>(),;:]+@[^\s"'<>(),;:]+/g;
const session = /(?:session|claim)-[\w-]{16,}/g;

/**
 * An error without what hangs on it: the items of a refused transaction may hold someone's e-mail. What engines write into
 * their messages is not ours to choose, so e-mails and the keys of sessions are taken out of those.
 */
export function describeError(error: unknown): unknown {
  if (!(error instanceof Error)) return conceal(String(error));
  const { name, message, stack, cause } = error;
  const told = { name, message: conceal(message), stack: conceal(stack ?? "") };
  return cause === undefined ? told : { ...told, cause: describeError(cause) };
}

function conceal(text: string): string {
  return text.replace(email, "[e-mail]").replace(session, "[key]");
}
