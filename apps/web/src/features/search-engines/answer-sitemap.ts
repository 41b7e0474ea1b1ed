import "server-only";

/** The sitemap that `write` makes; 404 where it has nothing to list, 503 while the API does not answer. */
export async function answerSitemap(write: () => Promise<string | null>): Promise<Response> {
  const text = await write().catch(() => undefined);
  if (text === undefined) return new Response(null, { status: 503, headers: { "retry-after": "60" } });
  if (text === null) return new Response(null, { status: 404 });
  return new Response(text, {
    headers: { "content-type": "application/xml; charset=utf-8", "cache-control": "public, max-age=60" },
  });
}
