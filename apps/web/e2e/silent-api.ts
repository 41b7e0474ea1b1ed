import { type AddressInfo, connect, createServer, type Socket } from "node:net";
import { readStack } from "./stack";
import { startSite } from "./start-stack";

export type SilentApi = {
  /** A site whose API can be stopped. */
  site: string;
  /** From now on the API's process takes connections and requests, and answers none, as one does that was stopped. */
  silence(): void;
  /** It wakes up and finds all that was sent meanwhile, also by those who have left. */
  wake(): void;
  stop(): Promise<void>;
};

/** A site of the stories' API, with a proxy between both that holds back every byte while the API is silent. */
export async function startSilentApi(): Promise<SilentApi> {
  const { hostname, port } = new URL(readStack().apis.usual);
  const waiting: (() => void)[] = [];
  let isSilent = false;
  const pass = (step: () => void) => (isSilent ? void waiting.push(step) : step());
  const sockets = new Set<Socket>();

  const server = createServer({ allowHalfOpen: true }, (client) => {
    const api = connect({ host: hostname, port: Number(port), allowHalfOpen: true });
    for (const [from, to] of [
      [client, api],
      [api, client],
    ] as const) {
      sockets.add(from);
      from.on("data", (bytes) => pass(() => to.write(bytes)));
      from.on("end", () => pass(() => to.end()));
      from.on("error", () => pass(() => to.end()));
      from.on("close", () => sockets.delete(from));
    }
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const site = await startSite(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  return {
    site: site.url,
    silence() {
      isSilent = true;
    },
    wake() {
      isSilent = false;
      for (const step of waiting.splice(0)) step();
    },
    async stop() {
      await site.stop();
      for (const socket of sockets) socket.destroy();
      await new Promise<void>((done) => server.close(() => done()));
    },
  };
}
