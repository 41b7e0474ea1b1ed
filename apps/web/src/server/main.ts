import { setTimeout } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { readTrust } from "@evently/api/client-address";
import { createLimitedServer } from "@evently/api/connections/limited-server";
import next from "next";
import { readEnvironment } from "~/environment";
import { createSite } from "./create-site";
import { findUpgradeServer } from "./http/upgrade-server";
import { keepBuiltConfig } from "./keep-built-config";

// The program of the site, as it runs by `npm start`, `npm run dev` and in its image.
const { host, port, isDevelopment, trust } = readOrExit();
const server = createLimitedServer(trust);
const dir = fileURLToPath(new URL("..", import.meta.url));
keepBuiltConfig(dir);
const app = next({
  dir,
  dev: isDevelopment,
  hostname: host,
  port,
  httpServer: findUpgradeServer(server, isDevelopment),
});
await app.prepare();
const handle = app.getRequestHandler();
server.on(
  "request",
  createSite((request, response) => handle(request, response)),
);
server.on("error", (error: NodeJS.ErrnoException) => {
  const reason = error.code === "EADDRINUSE" ? "is taken: end what listens there, or set another." : error.message;
  process.stderr.write(`Port ${port} of ${host} ${reason}\n`);
  process.exit(1);
});
server.listen(port, host, () => process.stdout.write(`The site listens at ${host}, port ${port}.\n`));

/** Whoever made a mistake reads one sentence about it, and no stack. */
function readOrExit() {
  try {
    const environment = readEnvironment();
    return { ...environment, trust: readTrust(environment.trustProxy) };
  } catch (error) {
    process.stderr.write(`${(error as Error).message}\n`);
    process.exit(1);
  }
}

for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => void end());

/** Whoever has asked is answered, for a second; then connections are cut off, also those that are no longer HTTP. */
async function end(): Promise<void> {
  const closing = new Promise<void>((done) => server.close(() => done()));
  server.closeIdleConnections();
  await Promise.race([closing, setTimeout(1_000)]);
  server.closeAllConnections();
  await app.close();
  process.exit(0);
}
