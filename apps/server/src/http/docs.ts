import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { describeApi } from "@evently/api/openapi/describe-api";
import { Hono } from "hono";
import { ownPaths } from "./own-paths.ts";

/** Relative URLs, so that the page works under any path prefix of a proxy. */
const page = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Evently API</title>
<link rel="icon" type="image/png" href="docs/favicon-32x32.png">
<link rel="stylesheet" href="docs/swagger-ui.css">
</head>
<body>
<main id="docs"></main>
<noscript>This page needs scripts. The same as JSON: <a href="openapi.json">openapi.json</a></noscript>
<script src="docs/swagger-ui-bundle.js"></script>
<script src="docs/start.js"></script>
</body>
</html>
`;

const start = `SwaggerUIBundle({
  url: "openapi.json",
  dom_id: "#docs",
  validatorUrl: null,
  deepLinking: true,
  displayOperationId: true,
  defaultModelsExpandDepth: 0,
});
`;

const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join("; ");

const mediaTypes = new Map([
  ["swagger-ui.css", "text/css; charset=utf-8"],
  ["swagger-ui-bundle.js", "text/javascript; charset=utf-8"],
  ["favicon-32x32.png", "image/png"],
]);

const require = createRequire(import.meta.url);
const folder = dirname(require.resolve("swagger-ui-dist/package.json"));

/** GET /openapi.json, and GET /docs: a page that shows it and loads nothing from other hosts. */
export function createDocs(version: string): Hono {
  const docs = new Hono();
  const description = JSON.stringify(describeApi({ version, own: ownPaths }));

  docs.get("/openapi.json", (c) => c.body(description, 200, headersFor("application/json")));
  docs.get("/docs", (c) =>
    c.body(page, 200, { ...headersFor("text/html; charset=utf-8"), "content-security-policy": policy }),
  );
  docs.get("/docs/start.js", (c) => c.body(start, 200, headersFor("text/javascript; charset=utf-8")));
  docs.get("/docs/:file", async (c, next) => {
    const file = c.req.param("file");
    const mediaType = mediaTypes.get(file);
    if (!mediaType) return next();
    return c.body(await readFile(join(folder, file)), 200, headersFor(mediaType));
  });
  return docs;
}

function headersFor(mediaType: string): Record<string, string> {
  return { "content-type": mediaType, "cache-control": "public, max-age=300", "x-content-type-options": "nosniff" };
}
