import { type Logger, pino } from "pino";

/** Writes one JSON line for each thing that happened: ids, paths and durations, never what a person told us. */
export function createLogger({ APP_NAME, DEBUG }: { APP_NAME: string; DEBUG: boolean }): Logger {
  return pino({
    name: APP_NAME,
    level: DEBUG ? "debug" : "info",
    serializers: { error: describeError },
  });
}

/** An error without what hangs on it: the items of a refused transaction may hold someone's e-mail. */
export function describeError(error: unknown): unknown {
  if (!(error instanceof Error)) return String(error);
  const { name, message, stack, cause } = error;
  return { name, message, stack, ...(cause === undefined ? {} : { cause: describeError(cause) }) };
}
