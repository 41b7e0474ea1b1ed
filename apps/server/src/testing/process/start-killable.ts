import { join } from "node:path";
import { drawBelow } from "@evently/core/testing/random";
import { findFreePort, isPortTaken } from "@evently/local-db/port";
import { startEngine } from "@evently/local-db/start-engine";
import { expect } from "vitest";
import { type StartServer, startServer } from "./server-process.ts";

export const killableTable = "evently-table";

/** An engine with files and two API processes; a kill ends the process and starts another on the same port. */
export async function startKillable(directory: string, random: () => number, other: StartServer["other"] = {}) {
  const dbPath = join(directory, "engine");
  let engine = await startEngine({ engine: "dynoxide", dbPath });
  const { endpoint } = engine;
  const start = async (port: number) => startServer({ port, endpoint, table: killableTable, directory, other });
  const servers = [await start(await findFreePort()), await start(await findFreePort())];
  const killed = new Set<number>();
  return {
    endpoint,
    servers,
    killed,
    async killEngine(): Promise<void> {
      engine.kill();
      await engine.ended;
      expect(await isPortTaken(engine.port)).toBe(false);
      killed.add(engine.pid);
      engine = await startEngine({ engine: "dynoxide", port: engine.port, dbPath });
      expect(killed.has(engine.pid)).toBe(false);
    },
    async killServer(): Promise<void> {
      const i = drawBelow(random, servers.length);
      const server = servers[i];
      if (!server) throw new Error("no server to kill");
      await server.kill();
      const port = Number(new URL(server.origin).port);
      expect(await isPortTaken(port)).toBe(false);
      killed.add(server.pid);
      const next = await start(port);
      expect(killed.has(next.pid)).toBe(false);
      servers[i] = next;
    },
    async stop(): Promise<void> {
      await Promise.all(servers.map((server) => server.kill()));
      await engine.stop();
    },
  };
}
