import { createHash, timingSafeEqual } from "node:crypto";
import { connect, createServer, type Server, type Socket } from "node:net";

type Address = { host: string; port: number };

const longestHead = 16 * 1024;
const forbidden = "HTTP/1.1 403 Forbidden\r\nconnection: close\r\ncontent-length: 0\r\n\r\n";

/**
 * Listens at a free port of `host` and connects to the engine whoever has the key as the access key id of its first
 * request, and is no web page: no Origin, and no other Host. The rest of a connection is passed on as it comes, since
 * browsers keep theirs to themselves.
 */
export function openWall(host: string, engine: Address, key: string): Promise<{ port: number; close(): void }> {
  const open = new Set<Socket>();
  const server = createServer({ noDelay: true }, (socket) => {
    open.add(socket.once("close", () => open.delete(socket)).on("error", () => socket.destroy()));
    let head = "";
    socket.on("data", function read(chunk) {
      head += chunk.toString("latin1");
      const end = head.indexOf("\r\n\r\n");
      if (end === -1 && head.length <= longestHead) return;
      socket.off("data", read).pause();
      if (end === -1 || !isAllowed(head.slice(0, end), `${host}:${portOf(server)}`, key))
        return void socket.end(forbidden);
      pass(socket, Buffer.from(head, "latin1"), engine);
    });
  });
  const close = () => {
    server.close();
    for (const socket of open) socket.destroy();
  };
  return new Promise((done, reject) => {
    server.once("error", reject).listen(0, host, () => done({ port: portOf(server), close }));
  });
}

const portOf = (server: Server): number => (server.address() as Address | null)?.port ?? 0;

function isAllowed(head: string, host: string, key: string): boolean {
  const valuesOf = (name: string) =>
    [...head.matchAll(/^([\w-]+):[ \t]*(.*?)[ \t]*$/gm)].filter(([, found = ""]) => found.toLowerCase() === name);
  const given = /\bCredential=([^/,\s]*)\//.exec(valuesOf("authorization")[0]?.[2] ?? "")?.[1] ?? "";
  const hosts = valuesOf("host").map(([, , value]) => value);
  return isSame(given, key) && hosts.length === 1 && hosts[0] === host && valuesOf("origin").length === 0;
}

const digest = (text: string): Buffer => createHash("sha256").update(text).digest();
const isSame = (given: string, key: string): boolean => timingSafeEqual(digest(given), digest(key));

function pass(socket: Socket, first: Buffer, { host, port }: Address): void {
  const engine = connect({ host, port, noDelay: true });
  engine.write(first);
  engine.on("error", () => socket.destroy()).on("close", () => socket.destroy());
  socket.on("close", () => engine.destroy());
  socket.pipe(engine).pipe(socket);
}
