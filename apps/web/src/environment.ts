type Environment = {
  apiOrigin: string;
  /** Under which the site is public: in every link to it, whatever a request claims. */
  publicOrigin: string;
  /** Proxies, besides those on this machine, that are believed when they say who the visitor is. */
  trustProxy: string[];
  /** The API's setting: its rate is that of renders too, and 0 is no limit. */
  rateLimitPerSecond: number;
  host: string;
  port: number;
  isDevelopment: boolean;
};

/** Next's own variable for the configuration of the build, where it can't make it anew. */
export function giveNext(config: unknown): void {
  process.env.__NEXT_PRIVATE_STANDALONE_CONFIG = JSON.stringify(config);
}

/**
 * The only reader of `process.env` in the site; at run time, so that one build serves every deployment. Throws a sentence
 * about the first setting that is wrong.
 */
export function readEnvironment(environment: Record<string, string | undefined> = process.env): Environment {
  const port = Number(environment.PORT || 3000);
  if (!Number.isInteger(port) || port < 1 || port > 65_535)
    throw new Error(`PORT must be a port from 1 to 65535, not "${environment.PORT}".`);
  return {
    apiOrigin: readOrigin("API_ORIGIN", environment.API_ORIGIN || "http://127.0.0.1:8000"),
    publicOrigin: readOrigin("PUBLIC_ORIGIN", environment.PUBLIC_ORIGIN || `http://127.0.0.1:${port}`),
    trustProxy: (environment.TRUST_PROXY ?? "").split(",").flatMap((network) => network.trim() || []),
    rateLimitPerSecond: readWhole("RATE_LIMIT_PER_SECOND", environment.RATE_LIMIT_PER_SECOND || "10"),
    host: environment.HOST || "127.0.0.1",
    port,
    isDevelopment: environment.NODE_ENV === "development",
  };
}

function readOrigin(name: string, text: string): string {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url === null || url.origin !== text || !/^https?:$/.test(url.protocol))
    throw new Error(`${name} must be an origin such as https://tickets.example, not "${text}".`);
  return text;
}

function readWhole(name: string, text: string): number {
  if (!/^\d{1,6}$/.test(text)) throw new Error(`${name} must be a whole number from 0 on, not "${text}".`);
  return Number(text);
}
