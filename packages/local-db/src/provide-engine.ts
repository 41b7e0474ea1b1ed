import type { EngineName } from "./find-engine.ts";
import { startEngine } from "./start-engine.ts";

/** Vitest's global set-up: one engine in memory for all table tests, named by EVENTLY_ENGINE, found through DYNAMODB_ENDPOINT. */
export async function setup(): Promise<() => Promise<void>> {
  const engine = await startEngine({ engine: process.env.EVENTLY_ENGINE as EngineName | undefined });
  process.env.DYNAMODB_ENDPOINT = engine.endpoint;
  return () => engine.stop();
}
