import type { Server } from "node:http";
import { createAdaptorServer, type HttpBindings } from "@hono/node-server";
import { type Fetch, leaveUnread } from "./leave-unread.ts";

const keepAliveMs = 75_000;
/** For a whole request: 4 MB at 150 kB a second. */
const requestMs = 30_000;
const headersMs = 10_000;
/** Several times what proxies and viewers keep open; more are closed at once, before they cost memory. */
const maxConnections = 10_000;
/** The longest that a slow client may keep the server open once it accepts no more connections. */
const closeWithinMs = 1_000;

type Listening = {
  /** Stops accepting connections and resolves once the open ones have ended, at most a second later. */
  close(): Promise<void>;
};

/**
 * Serves requests at an address. Rejects with a one-sentence error if the port is taken; `setting` names where the port
 * came from.
 */
export function listen(
  fetch: Fetch,
  { HOST, PORT }: { HOST: string; PORT: number },
  setting = "PORT",
): Promise<Listening> {
  const answer = leaveUnread(fetch);
  const server = createAdaptorServer({ fetch: (asked, bindings) => answer(asked, bindings as HttpBindings) }) as Server;
  // Longer than any proxy keeps an idle connection, so that none is closed just as it is reused.
  server.keepAliveTimeout = keepAliveMs;
  Object.assign(server, { requestTimeout: requestMs, headersTimeout: headersMs, maxConnections });
  return new Promise((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) => {
      if (error.code === "EADDRINUSE")
        return reject(new Error(`Port ${PORT} is taken: end what listens there, or set ${setting}.`));
      const host = setting.replace("PORT", "HOST");
      reject(new Error(`Can't listen at ${host} ${HOST}, ${setting} ${PORT}: ${error.message}`));
    });
    server.listen(PORT, HOST, () => resolve({ close: () => close(server) }));
  });
}

/** A busy connection may become idle a moment later and would then stay open until its keep-alive ends. */
function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    const closing = setInterval(() => server.closeIdleConnections(), 50);
    const timeout = setTimeout(() => server.closeAllConnections(), closeWithinMs);
    server.close(() => {
      clearInterval(closing);
      clearTimeout(timeout);
      resolve();
    });
  });
}
