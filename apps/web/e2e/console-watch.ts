import type { BrowserContext, ConsoleMessage } from "@playwright/test";

const failed = /^Failed to load resource: (?:the server responded with a status of (\d{3})|(net::\w+))/;

/** Collects what browsers complain of: errors on the console and errors that no page caught. */
export class ConsoleWatch {
  readonly #complaints: string[] = [];
  readonly #foreseen: string[] = [];
  readonly #tolerated: string[] = [];

  follow(context: BrowserContext): void {
    context.on("console", (message) => {
      if (message.type() === "error") this.#complaints.push(...describe(message));
    });
    context.on("weberror", (thrown) => this.#complaints.push(`uncaught: ${thrown.error().stack ?? thrown.error()}`));
  }

  /** Names the browser's line for a refused request that the story is about, such as "409 /api/trpc/hold.place". */
  foresee(...lines: string[]): void {
    this.#foreseen.push(...lines);
  }

  /** The same for lines of which it is a matter of chance whether they come. */
  tolerate(...lines: string[]): void {
    this.#tolerated.push(...lines);
  }

  /** What nobody foresaw. */
  get surprises(): string[] {
    const known = [...this.#foreseen, ...this.#tolerated];
    return this.#complaints.filter((line) => !known.includes(line));
  }

  /** What was foreseen and did not happen. */
  get missing(): string[] {
    return this.#foreseen.filter((line) => !this.#complaints.includes(line));
  }
}

/** Which questions to the API share a request is a matter of chance: each of them has a line of its own. */
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
