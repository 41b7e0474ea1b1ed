import type { BrowserContext, ConsoleMessage } from "@playwright/test";

const failed = /^Failed to load resource: (?:the server responded with a status of (\d{3})|(net::\w+))/;

/** Collects errors on the browsers' consoles and uncaught errors. */
export class ConsoleMonitor {
  readonly #errors: string[] = [];
  readonly #expected: string[] = [];
  readonly #allowed: string[] = [];

  follow(context: BrowserContext): void {
    context.on("console", (message) => {
      if (message.type() === "error") this.#errors.push(...describe(message));
    });
    context.on("weberror", (thrown) => this.#errors.push(`uncaught: ${thrown.error().stack ?? thrown.error()}`));
  }

  /** Expects the browser's line for a failed request, such as "409 /api/trpc/hold.place". */
  expect(...lines: string[]): void {
    this.#expected.push(...lines);
  }

  /** Allows lines that depend on timing. */
  allow(...lines: string[]): void {
    this.#allowed.push(...lines);
  }

  /** Errors that were neither expected nor allowed. */
  get unexpected(): string[] {
    const lines = [...this.#expected, ...this.#allowed];
    return this.#errors.filter((line) => !lines.includes(line));
  }

  /** Expected errors that did not occur. */
  get missing(): string[] {
    return this.#expected.filter((line) => !this.#errors.includes(line));
  }
}

/** Queries share requests depending on timing, so each query gets its own line. */
function describe(message: ConsoleMessage): string[] {
  const [, status, failure] = failed.exec(message.text()) ?? [];
  const { url } = message.location();
  const [, rendering] = /Minified (React error #\d+);/.exec(message.text()) ?? [];
  if (rendering) return [rendering];
  if (!status && !failure) return [`${message.text()} (${url})`];
  const { pathname } = new URL(url);
  const folder = pathname.slice(0, pathname.lastIndexOf("/") + 1);
  return pathname
    .slice(folder.length)
    .split(",")
    .map((name) => `${status ?? failure} ${folder}${name}`);
}
