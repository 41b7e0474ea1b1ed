import type { IncomingMessage, ServerResponse } from "node:http";
import { siteWords } from "~/features/site/site-words";

/** Why a visitor gets no page now. */
const reasons = {
  503: "Very many people are here right now.",
  429: "Too many pages at once.",
} as const;

type Status = keyof typeof reasons;

/** A page by itself, since nothing can be rendered; it asks again without a script. nginx has a copy of it. */
export const writeBusyPage = (status: Status, seconds: number): string => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="refresh" content="${seconds}">
<meta name="color-scheme" content="light dark">
<meta name="robots" content="noindex">
<title>One moment · ${siteWords.name}</title>
</head>
<body style="font: 1.0625rem/1.6 system-ui, sans-serif; display: grid; place-items: center; min-height: 90vh; margin: 0; padding: 1.5rem">
<main style="max-width: 36rem">
<h1 style="font-size: 1.75rem; line-height: 1.2">${reasons[status]}</h1>
<p>Try again in ${seconds} seconds: this page does so by itself. Seats you hold stay held until their time runs out, and you will not be charged twice.</p>
</main>
</body>
</html>
`;

/** For a visitor who would have to wait too long (503), or has had more than their share (429), with Retry-After. */
export function sendBusyPage(
  { method }: IncomingMessage,
  response: ServerResponse,
  status: Status,
  seconds: number,
): void {
  const page = writeBusyPage(status, seconds);
  response.writeHead(status, {
    "content-type": "text/html; charset=utf-8",
    "content-length": Buffer.byteLength(page),
    "retry-after": String(seconds),
    "cache-control": "no-store",
  });
  response.end(method === "HEAD" ? undefined : page);
}
