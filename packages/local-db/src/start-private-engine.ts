import { randomBytes, randomInt } from "node:crypto";
import { chmod, rm, writeFile } from "node:fs/promises";
import { openWall } from "./open-wall.ts";
import { type EngineOptions, type RunningEngine, startEngine } from "./start-engine.ts";

type PrivateOptions = Pick<EngineOptions, "engine" | "dbPath"> & {
  /** Gets the endpoint, with the key as its user name; for the owner alone. */
  endpointFile: string;
};

/**
 * Starts a local engine that answers only who knows its key. Local engines answer every web page that finds them, so
 * engine and wall listen where nothing finds them, and only the wall's address is written down. Throws as `startEngine`
 * does.
 */
export async function startPrivateEngine({ endpointFile, ...options }: PrivateOptions): Promise<RunningEngine> {
  const engine = await startEngine({ ...options, host: randomHost() });
  const [host, key] = [randomHost(), randomBytes(24).toString("hex")];
  const wall = await openWall(host, { host: engine.host, port: engine.port }, key);
  const endpoint = `http://${key}@${host}:${wall.port}`;
  // A file that was there before keeps its mode when it is written.
  await rm(endpointFile, { force: true });
  await writeFile(endpointFile, endpoint, { mode: 0o600 });
  await chmod(endpointFile, 0o600);
  const ended = engine.ended.then((sentence) => {
    wall.close();
    return sentence;
  });
  return { ...engine, ...{ host, port: wall.port, endpoint, ended } };
}

/** Any address of 127.0.0.0/8 is this machine on Linux; other systems have only the first. */
function randomHost(): string {
  if (process.platform !== "linux") return "127.0.0.1";
  return ["127", randomInt(1, 255), randomInt(1, 255), randomInt(1, 255)].join(".");
}
