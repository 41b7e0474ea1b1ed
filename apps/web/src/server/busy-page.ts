import type { IncomingMessage, ServerResponse } from "node:http";
import { siteWords } from "~/features/site/site-words";

const retryAfterSeconds = 5;

/** A page by itself, since nothing can be rendered; it asks again without a script. */
const page = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="refresh" content="${retryAfterSeconds}">
<meta name="color-scheme" content="light dark">
<meta name="robots" content="noindex">
<title>One moment · ${siteWords.name}</title>
</head>
<body style="font: 1.0625rem/1.6 system-ui, sans-serif; display: grid; place-items: center; min-height: 90vh; margin: 0; padding: 1.5rem">
<main style="max-width: 36rem">
<h1 style="font-size: 1.75rem; line-height: 1.2">Very many people are here right now.</h1>
<p>This page loads again by itself in ${retryAfterSeconds} seconds. Seats you hold stay held until their time runs out, and you will not be charged twice.</p>
</main>
</body>
</html>
`;

/** 503 with Retry-After, for a visitor who would have to wait too long. */
export function sendBusyPage({ method }: IncomingMessage, response: ServerResponse): void {
  response.writeHead(503, {
    "content-type": "text/html; charset=utf-8",
    "content-length": Buffer.byteLength(page),
    "retry-after": String(retryAfterSeconds),
    "cache-control": "no-store",
  });
  response.end(method === "HEAD" ? undefined : page);
}
