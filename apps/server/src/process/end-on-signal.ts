import type { Logger } from "pino";

const patienceMs = 9_000;

/** Ends this process with 0 when it is told to: after `finish`, or after 9 s, whatever is still under way then. */
export function endOnSignal(logger: Logger, finish: () => Promise<void>): void {
  let ending = false;
  async function end(signal: string): Promise<void> {
    if (ending) return;
    ending = true;
    logger.info({ signal }, "draining");
    const impatience = setTimeout(() => {
      logger.warn("something did not end in time; it is taken up again at the next start");
      process.exit(0);
    }, patienceMs);
    await finish().catch((error) => logger.error({ error }, "the end was not orderly"));
    clearTimeout(impatience);
    logger.info("ended");
    process.exit(0);
  }
  for (const signal of ["SIGTERM", "SIGINT"] as const) process.on(signal, () => void end(signal));
}
