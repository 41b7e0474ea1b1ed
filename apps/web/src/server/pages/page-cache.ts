import type { OutgoingHttpHeaders } from "node:http";
import { promisify } from "node:util";
import { gzip } from "node:zlib";
import { LRUCache } from "lru-cache";
import { hashSource, makeNonce, writeNoncePolicy, writeSharedPolicy } from "../http/content-policy";
import { dropLinkNonce, dropNonce, findScripts } from "./find-scripts";
import type { PageLanguage } from "./page-language";
import type { RenderedPage } from "./render-page";

const compress = promisify(gzip);

/** A page, or a picture of one, as everyone gets it. */
export type SharedPage = {
  status: number;
  headers: OutgoingHttpHeaders;
  body: Buffer;
  /** Null for what is compressed by itself. */
  gzip: Buffer | null;
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
  /** Rejects with UnsharedError, or with what the render failed with. `visitor` is who asks. */
  get(path: string, language: PageLanguage, visitor: string): Promise<SharedPage>;
};

type Options = {
  /**
   * Renders the page under this policy, for visitors of this language, and for nobody in particular: `visitor` only waits.
   * `name` is the page's in this language.
   */
  render: (path: string, headers: Record<string, string>, visitor: string, name: string) => Promise<RenderedPage>;
  /** Another visitor waits for the page of this name, which may be rendered already. */
  join: (visitor: string, name: string) => void;
  maxBytes: number;
};

type Context = { path: string; language: PageLanguage; visitor: string };

export const freshMs = 5_000;
/** While a new one is made, an old one is shown that is at most so much older. */
export const staleMs = 10_000;

/** Public pages, each rendered at most once in five seconds, and once at a time. */
export function createPageCache({ render, join, maxBytes }: Options): PageCache {
  const cache = new LRUCache<string, SharedPage, Context>({
    maxSize: maxBytes,
    sizeCalculation: ({ body, gzip, headers }, key) =>
      body.length + (gzip?.length ?? 0) + JSON.stringify(headers).length + key.length,
    ttl: freshMs,
    noDeleteOnFetchRejection: true,
    // Who waits for a page gets it, even where others have pushed it out meanwhile.
    ignoreFetchAbort: true,
    fetchMethod: async (key, _old, { context }) => {
      const nonce = makeNonce();
      const policy = writeNoncePolicy(nonce, "ordinary", false);
      const headers = { "accept-language": context.language, "content-security-policy": policy };
      const rendered = await render(context.path, headers, context.visitor, key);
      const page = await makePage(rendered, nonce);
      if (!isShareable(rendered)) throw new UnsharedError(page);
      return page;
    },
  });
  return {
    async get(path, language, visitor) {
      const key = `${language} ${path}`;
      const isKept = cache.peek(key, { allowStale: true }) !== undefined;
      const canBeStale = isKept && cache.getRemainingTTL(key) > -staleMs;
      const options = {
        allowStale: canBeStale,
        allowStaleOnFetchRejection: canBeStale,
        context: { path, language, visitor },
      };
      if (!canBeStale) join(visitor, key);
      const page = await cache.fetch(key, options);
      if (!page) throw new Error(`${path} was not rendered`);
      return page;
    },
  };
}

const isShareable = ({ status, headers }: RenderedPage): boolean =>
  headers["set-cookie"] === undefined &&
  (is("text/html", headers) ? status === 200 || status === 404 : status === 200 && is("image/png", headers));

/** Next may name the type in a list of one. */
const is = (type: string, headers: OutgoingHttpHeaders): boolean => String(headers["content-type"]).startsWith(type);

const keptHeaders = ["content-type", "location", "retry-after", "link", "vary"] as const;

async function makePage({ status, headers, body }: RenderedPage, nonce: string): Promise<SharedPage> {
  const html = is("text/html", headers) ? body.toString("utf8") : null;
  const scripts = html === null ? [] : findScripts(html, nonce).map(hashSource);
  const sent = html === null ? body : Buffer.from(dropNonce(html, nonce));
  const kept = keptHeaders.flatMap((name) => {
    const value = headers[name];
    return value === undefined ? [] : [[name, name === "link" ? dropLinkNonce(String(value), nonce) : value] as const];
  });
  return {
    status,
    headers: { ...Object.fromEntries(kept), "content-security-policy": writeSharedPolicy(scripts) },
    body: sent,
    gzip: html === null ? null : await compress(sent),
    renderedAt: performance.now(),
  };
}
