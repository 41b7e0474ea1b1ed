import type { Server } from "node:http";
import type { Trust } from "@evently/api/client-address";
import { type ConnectionLimits, createLimitedServer } from "@evently/api/connections/limited-server";
import { getRequestListener, type HttpBindings } from "@hono/node-server";
import { type Fetch, leaveUnread } from "./leave-unread.ts";

/** The longest that a slow client may keep the server open once it accepts no more connections. */
const closeWithinMs = 1_000;

type Listening = {
  /** Stops accepting connections and resolves once the open ones have ended, at most a second later. */
  close(): Promise<void>;
};

type Options = {
  /** Proxies, which come for many. */
  trust: Trust;
  /** Where the port came from. */
  setting?: string;
  limits?: ConnectionLimits;
};

/** Serves requests at an address. Rejects with a one-sentence error if the port is taken. */
export function listen(
  fetch: Fetch,
  { HOST, PORT }: { HOST: string; PORT: number },
  { trust, setting = "PORT", limits }: Options,
): Promise<Listening> {
  const server = createLimitedServer(trust, limits);
  const fetchAndLeave = leaveUnread(fetch);
  const answer = getRequestListener((asked, bindings) => fetchAndLeave(asked, bindings as HttpBindings));
  server.on("request", (request, response) => void answer(request, response));
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
