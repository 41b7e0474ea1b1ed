import type { OutgoingHttpHeaders } from "node:http";
import { promisify } from "node:util";
import { gzip } from "node:zlib";
import { LRUCache } from "lru-cache";
import { hashSource, makeNonce, writeNoncePolicy, writeSharedPolicy } from "./content-policy";
import { dropLinkNonce, dropNonce, findScripts } from "./find-scripts";
import type { PageLanguage } from "./page-language";
import type { RenderedPage } from "./render-page";

const compress = promisify(gzip);

/** A page as everyone gets it. */
export type SharedPage = {
  status: number;
  headers: OutgoingHttpHeaders;
  html: Buffer;
  gzip: Buffer;
  /** On the clock of `performance`, in milliseconds. */
  renderedAt: number;
};

/** What is no page for everyone: a failure, or an answer that sets a cookie, which goes to nobody. Who waited gets the rest of it, and nobody else. */
export class UnsharedError extends Error {
  override readonly name = "UnsharedError";
  readonly page: SharedPage;
  constructor(page: SharedPage) {
    super(`The page answered ${page.status}`);
    this.page = page;
  }
}

export type PageCache = {
  /** Rejects with UnsharedError, or with what the render failed with. */
  get(path: string, language: PageLanguage): Promise<SharedPage>;
};

type Options = {
  /** Renders the page under this policy, for visitors of this language, and for nobody in particular. */
  render: (path: string, headers: Record<string, string>) => Promise<RenderedPage>;
  maxBytes?: number;
};

export const freshMs = 5_000;
/** While a new one is made, an old one is shown that is at most so much older. */
export const staleMs = 10_000;

/** Public pages, each rendered at most once in five seconds, and once at a time. */
export function createPageCache({ render, maxBytes = 64 * 1024 * 1024 }: Options): PageCache {
  const cache = new LRUCache<string, SharedPage, { path: string; language: PageLanguage }>({
    maxSize: maxBytes,
    sizeCalculation: ({ html, gzip, headers }, key) =>
      html.length + gzip.length + JSON.stringify(headers).length + key.length,
    ttl: freshMs,
    noDeleteOnFetchRejection: true,
    // Who waits for a page gets it, even where others have pushed it out meanwhile.
    ignoreFetchAbort: true,
    fetchMethod: async (_key, _old, { context }) => {
      const nonce = makeNonce();
      const policy = writeNoncePolicy(nonce, "ordinary", false);
      const rendered = await render(context.path, {
        "accept-language": context.language,
        "content-security-policy": policy,
      });
      const page = await makePage(rendered, nonce);
      if (!isShareable(rendered)) throw new UnsharedError(page);
      return page;
    },
  });
  return {
    async get(path, language) {
      const key = `${language} ${path}`;
      const isKept = cache.peek(key, { allowStale: true }) !== undefined;
      const canBeStale = isKept && cache.getRemainingTTL(key) > -staleMs;
      const options = { allowStale: canBeStale, allowStaleOnFetchRejection: canBeStale, context: { path, language } };
      const page = await cache.fetch(key, options);
      if (!page) throw new Error(`${path} was not rendered`);
      return page;
    },
  };
}

const isShareable = ({ status, headers }: RenderedPage): boolean =>
  (status === 200 || status === 404) &&
  headers["set-cookie"] === undefined &&
  String(headers["content-type"]).startsWith("text/html");

const keptHeaders = ["content-type", "location", "retry-after", "link", "vary"] as const;

async function makePage(rendered: RenderedPage, nonce: string): Promise<SharedPage> {
  const scripts = findScripts(rendered.html, nonce).map(hashSource);
  const html = Buffer.from(dropNonce(rendered.html, nonce));
  const kept = keptHeaders.flatMap((name) => {
    const value = rendered.headers[name];
    return value === undefined ? [] : [[name, name === "link" ? dropLinkNonce(String(value), nonce) : value] as const];
  });
  return {
    status: rendered.status,
    headers: { ...Object.fromEntries(kept), "content-security-policy": writeSharedPolicy(scripts) },
    html,
    gzip: await compress(html),
    renderedAt: performance.now(),
  };
}
