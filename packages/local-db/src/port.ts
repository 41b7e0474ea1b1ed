import { connect, createServer } from "node:net";

/** Whether something listens on this port of this machine. */
export function isPortTaken(port: number, host = "127.0.0.1"): Promise<boolean> {
  return new Promise((done) => {
    const socket = connect({ host, port });
    socket.once("connect", () => {
      socket.destroy();
      done(true);
    });
    socket.once("error", () => done(false));
  });
}

/** Below the range from which systems assign ports: no other process is given one between its choice and its use. */
const firstPort = 12_000;
const portCount = 20_000;
/** How many ports a process can choose before it reaches those of the process started after it. */
const apart = 64;
let chosen = 0;

/**
 * A port of 127.0.0.1 that was just free, a different one each time, and far from those that concurrent processes
 * choose.
 */
export async function findFreePort(): Promise<number> {
  for (let turn = 0; turn < portCount; turn++) {
    const port = firstPort + ((process.pid * apart + chosen++) % portCount);
    if (await canListen(port)) return port;
  }
  throw new Error(`None of the ports from ${firstPort} to ${firstPort + portCount - 1} is free.`);
}

function canListen(port: number): Promise<boolean> {
  return new Promise((done) => {
    const server = createServer();
    server.once("error", () => done(false));
    server.listen(port, "127.0.0.1", () => server.close(() => done(true)));
  });
}
