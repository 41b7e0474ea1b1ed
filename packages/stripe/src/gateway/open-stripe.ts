import Stripe from "stripe";

export type OpenStripe = {
  secretKey: string;
  /** Origin of the API, Stripe's own where it is null; http is for a double on this machine. */
  apiBase?: string | null | undefined;
  /** Seconds after which a request without an answer is given up. */
  timeoutSeconds: number;
  /** What carries the requests instead of connections of Node's. */
  httpClient?: Stripe.HttpClient | undefined;
};

/** Answers and events have the shapes of this version, whatever an account's own is. */
const apiVersion = "2026-10-28.endive";

/**
 * Stripe's client. It repeats nothing by itself, save once where the connection was closed, under the same key: what is
 * to be repeated is the scheduled work's to decide. Throws if `apiBase` is no origin, or http to another machine.
 */
export function openStripe({ secretKey, apiBase, timeoutSeconds, httpClient }: OpenStripe): Stripe {
  return new Stripe(secretKey, {
    apiVersion,
    maxNetworkRetries: 0,
    timeout: timeoutSeconds * 1000,
    telemetry: false,
    appInfo: { name: "Evently" },
    ...(apiBase ? readApiBase(apiBase) : {}),
    ...(httpClient ? { httpClient } : {}),
  });
}

const loopback = new Set(["127.0.0.1", "[::1]", "localhost"]);

function readApiBase(apiBase: string): Pick<Stripe.StripeConfig, "host" | "port" | "protocol"> {
  const { protocol, hostname, port, origin } = new URL(apiBase);
  const isOrigin = apiBase === origin || apiBase === `${origin}/`;
  const isAllowed = protocol === "https:" || (protocol === "http:" && loopback.has(hostname));
  if (!isOrigin || !isAllowed) throw new Error("not an https origin, nor an http one on this machine");
  const isSecure = protocol === "https:";
  return {
    host: hostname.replace(/^\[|\]$/g, ""),
    port: port || (isSecure ? 443 : 80),
    protocol: isSecure ? "https" : "http",
  };
}
