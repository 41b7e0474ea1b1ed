import type { Server } from "node:http";
import { createAdaptorServer } from "@hono/node-server";

const keepAliveMs = 75_000;
/** So long may an answer take to its reader once nothing is accepted any more, and a request that was begun to be sent. */
const closeWithinMs = 1_000;

type Listening = {
  /** Accepts nothing more and resolves when the open connections have ended, which they must within a second. */
  close(): Promise<void>;
};

/** Serves requests at an address. Rejects with one sentence where the port is taken, which `setting` chose. */
export function listen(
  fetch: (request: Request) => Response | Promise<Response>,
  { HOST, PORT }: { HOST: string; PORT: number },
  setting = "PORT",
): Promise<Listening> {
  const server = createAdaptorServer({ fetch }) as Server;
  // Longer than any proxy before it keeps a connection, so that none is closed at the moment it is used again.
  server.keepAliveTimeout = keepAliveMs;
  return new Promise((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) => {
      if (error.code === "EADDRINUSE")
        return reject(new Error(`Port ${PORT} is taken: end what listens there, or set ${setting}.`));
      reject(new Error(`Can't listen at HOST ${HOST}, ${setting} ${PORT}: ${error.message}`));
    });
    server.listen(PORT, HOST, () => resolve({ close: () => close(server) }));
  });
}

/** A connection whose answer is on its way at first is idle a moment later, and would stay open for as long as it may. */
function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    const closing = setInterval(() => server.closeIdleConnections(), 50);
    const impatience = setTimeout(() => server.closeAllConnections(), closeWithinMs);
    server.close(() => {
      clearInterval(closing);
      clearTimeout(impatience);
      resolve();
    });
  });
}
