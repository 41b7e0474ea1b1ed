import type { Server } from "node:http";
import { createAdaptorServer } from "@hono/node-server";

const keepAliveMs = 75_000;
/** The longest that a slow reader or sender may keep the server open once it accepts nothing more. */
const closeWithinMs = 1_000;

type Listening = {
  /** Accepts nothing more and resolves when the open connections have ended, which they must within a second. */
  close(): Promise<void>;
};

/** Serves requests at an address. Rejects with one sentence where the port is taken; `setting` is where it came from. */
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

/** A connection that is busy now may be idle a moment later, and would then stay open until its keep-alive ends. */
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
