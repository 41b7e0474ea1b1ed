import { execFile } from "node:child_process";
import { mkdirSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, resolve } from "node:path";
import { fetchDynamodbLocal } from "./fetch-dynamodb-local.ts";

export type EngineName = "dynoxide" | "dynamodb-local";

/** Where an engine listens. */
export type Address = { host: string; port: number };

/**
 * How to run an engine: `run` returns the program, its arguments and working directory for an address and a data directory
 * (in memory without one).
 */
export type Engine = {
  name: EngineName;
  run(at: Address, dataFolder: string | undefined): { command: string; args: string[]; cwd?: string };
};

/**
 * Finds the wanted engine, or by default the first that this machine can run: dynoxide, then DynamoDB Local. Downloads
 * DynamoDB Local on first use. Throws a one-sentence error if something is missing.
 */
export async function findEngine(wanted?: EngineName): Promise<Engine> {
  if (wanted !== "dynamodb-local") {
    const binary = findDynoxide();
    if (binary) return dynoxide(binary);
  }
  if (wanted !== "dynoxide" && (await hasJava17())) return dynamodbLocal(await fetchDynamodbLocal());
  throw new Error(missing(wanted));
}

/** The engines that this machine can run. */
export async function listEngines(): Promise<EngineName[]> {
  const dynoxide: EngineName[] = findDynoxide() ? ["dynoxide"] : [];
  return (await hasJava17()) ? [...dynoxide, "dynamodb-local"] : dynoxide;
}

/** Whether `java` on the PATH is version 17 or newer, which DynamoDB Local needs. */
export function hasJava17(): Promise<boolean> {
  return new Promise((done) => {
    execFile("java", ["-version"], (error, _stdout, stderr) => {
      done(!error && Number(/version "(\d+)/.exec(stderr)?.[1]) >= 17);
    });
  });
}

function findDynoxide(): string | null {
  const name = `@dynoxide/${process.platform}-${process.arch}`;
  try {
    const manifest = createRequire(import.meta.url).resolve(`${name}/package.json`);
    return join(dirname(manifest), process.platform === "win32" ? "dynoxide.exe" : "dynoxide");
  } catch {
    return null;
  }
}

function dynoxide(binary: string): Engine {
  return {
    name: "dynoxide",
    run({ host, port }, dataFolder) {
      const storage = dataFolder ? ["--db-path", join(created(dataFolder), "dynoxide.db")] : [];
      return { command: binary, args: ["serve", "--host", host, "--port", String(port), ...storage] };
    },
  };
}

/** It would allow pages of every origin otherwise; no page can have this one. */
const nobody = "https://nobody.invalid";

function dynamodbLocal(folder: string): Engine {
  return {
    name: "dynamodb-local",
    run({ port }, dataFolder) {
      // Without the optimizing compiler it starts in half the time.
      const machine = ["-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"];
      const library = `-Djava.library.path=${join(folder, "DynamoDBLocal_lib")}`;
      const storage = dataFolder ? ["-dbPath", created(dataFolder)] : ["-inMemory"];
      const jar = join(folder, "DynamoDBLocal.jar");
      const options = ["-port", String(port), "-sharedDb", "-disableTelemetry", "-cors", nobody, ...storage];
      // It leaves a file in its working directory.
      return { command: "java", args: [...machine, library, "-jar", jar, ...options], cwd: folder };
    },
  };
}

function created(folder: string): string {
  const path = resolve(folder);
  mkdirSync(path, { recursive: true });
  return path;
}

function missing(wanted: EngineName | undefined): string {
  const platform = `${process.platform}-${process.arch}`;
  if (wanted === "dynoxide") return `The engine dynoxide has no installed binary for ${platform}.`;
  if (wanted === "dynamodb-local") return "The engine DynamoDB Local needs Java 17 or newer on the PATH.";
  return `No database engine runs here: dynoxide has no installed binary for ${platform}, and DynamoDB Local needs Java 17 or newer on the PATH.`;
}
