import type { Logger } from "pino";

const finishWithinMs = 9_000;

/** Exits with code 0 on SIGTERM or SIGINT: after `finish`, or after 9 s at the latest. */
export function endOnSignal(logger: Logger, finish: () => Promise<void>): void {
  let ending = false;
  async function end(signal: string): Promise<void> {
    if (ending) return;
    ending = true;
    logger.info({ signal }, "draining");
    const timeout = setTimeout(() => {
      logger.warn("something did not end in time; it is resumed at the next start");
      process.exit(0);
    }, finishWithinMs);
    await finish().catch((error) => logger.error({ error }, "the end was not orderly"));
    clearTimeout(timeout);
    logger.info("ended");
    process.exit(0);
  }
  for (const signal of ["SIGTERM", "SIGINT"] as const) process.on(signal, () => void end(signal));
}
