import type { HttpBindings } from "@hono/node-server";

/** As much of a body that nobody reads is read after the answer, so that its connection can be used again. */
const mostDrained = 64 * 1024;
/** How long the answer has to arrive before the connection is cut; cut at once, the client may lose it. */
const lingerMs = 1_000;

export type Fetch = (request: Request, bindings: HttpBindings) => Response | Promise<Response>;

/**
 * Ends the connection after an answer that left a long body unread, since it was refused. Node would read it to its end
 * instead, and the adapter up to 64 MB of it.
 */
export function leaveUnread(fetch: Fetch): Fetch {
  return (request, bindings) => {
    const response = fetch(request, bindings);
    return isLong(bindings.incoming) ? closeUnlessRead(response, bindings) : response;
  };
}

function isLong({ headers }: HttpBindings["incoming"]): boolean {
  return "transfer-encoding" in headers || Number(headers["content-length"] ?? 0) > mostDrained;
}

async function closeUnlessRead(
  response: Response | Promise<Response>,
  { incoming, outgoing }: HttpBindings,
): Promise<Response> {
  const answer = await response;
  if (incoming.complete || outgoing.headersSent) return answer;
  outgoing.setHeader("connection", "close");
  linger(incoming.socket);
  return answer;
}

/** Node calls `destroySoon` once it has written an answer that closes its connection. */
function linger(socket: HttpBindings["incoming"]["socket"]): void {
  socket.destroySoon = () => {
    socket.end();
    // Not before Node has begun to read the rest.
    setImmediate(() => socket.pause());
    const cut = setTimeout(() => socket.destroy(), lingerMs);
    socket.once("close", () => clearTimeout(cut));
  };
}
