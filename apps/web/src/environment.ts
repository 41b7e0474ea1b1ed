type Environment = {
  apiOrigin: string;
  /** Under which the site is public: in every link to it, whatever a request claims. */
  publicOrigin: string;
  /** Proxies, besides those on this machine, that are believed when they say who the visitor is. */
  trustProxy: string[];
  host: string;
  port: number;
  isDevelopment: boolean;
};

/** The only reader of `process.env` in the site; at run time, so that one build serves every deployment. */
export function readEnvironment(environment: Record<string, string | undefined> = process.env): Environment {
  const port = Number(environment.PORT || 3000);
  return {
    apiOrigin: environment.API_ORIGIN ?? "http://127.0.0.1:8000",
    publicOrigin: readPublicOrigin(environment.PUBLIC_ORIGIN || `http://127.0.0.1:${port}`),
    trustProxy: (environment.TRUST_PROXY ?? "").split(",").flatMap((network) => network.trim() || []),
    host: environment.HOST || "127.0.0.1",
    port,
    isDevelopment: environment.NODE_ENV === "development",
  };
}

function readPublicOrigin(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url === null || url.origin !== text || !/^https?:$/.test(url.protocol))
    throw new Error(`PUBLIC_ORIGIN must be an origin such as https://tickets.example, not "${text}".`);
  return text;
}
