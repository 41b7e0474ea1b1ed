import { randomBytes } from "node:crypto";
import { appendFileSync, chmodSync, existsSync, mkdirSync, readFileSync } from "node:fs";
import { isIPv6 } from "node:net";
import { join, resolve } from "node:path";
import { fail, quiet, root } from "./run.mjs";

/**
 * What the API and the site are started with: the environment, then `.env`, then secrets made once under DATA_DIR, then defaults.
 * `embedded` tells that the engine is ours to start; then no AWS credentials of this machine are passed on, and `endpoint`
 * is where it was last started, or null. `api` and `site` are where both can be reached from here.
 */
export function readSettings() {
  if (existsSync(join(root, ".env"))) process.loadEnvFile(join(root, ".env"));
  const dataDir = resolve(root, process.env.DATA_DIR || ".data");
  const faults = [];
  const port = readPort("PORT", 8000, faults);
  const webPort = readPort("WEB_PORT", 3000, faults);
  const enginePort = process.env.DYNAMODB_PORT ? readPort("DYNAMODB_PORT", 0, faults) : null;
  if (faults.length > 0) fail(faults.join("\n"));
  try {
    process.loadEnvFile(secretsFile(dataDir));
  } catch (error) {
    fail(`DATA_DIR ${dataDir} can't be used: ${error.message}`);
  }

  const HOST = process.env.HOST || "127.0.0.1";
  // Who listens everywhere is reached at home.
  const host = ["0.0.0.0", "::"].includes(HOST) ? "127.0.0.1" : HOST;
  const [api, site] = [port, webPort].map((at) => `http://${isIPv6(host) ? `[${host}]` : host}:${at}`);
  const embedded = !process.env.DYNAMODB_ENDPOINT;
  const endpointFile = join(dataDir, "engine.url");
  const fixed = enginePort && `http://127.0.0.1:${enginePort}`;
  const endpoint = process.env.DYNAMODB_ENDPOINT || fixed || readIfThere(endpointFile);
  const env = {
    ...quiet,
    ...process.env,
    ...(embedded && dummyCredentials),
    SEED_DEMO: process.env.SEED_DEMO || "auto",
    // Who tries it out has no operator to ask; a site that the public reaches has.
    ORGANIZERS: process.env.ORGANIZERS || (process.env.PUBLIC_ORIGIN ? "approved" : "open"),
    AWS_REGION: process.env.AWS_REGION || "us-east-1",
    API_ORIGIN: process.env.API_ORIGIN || api,
    HOST,
    DATA_DIR: dataDir,
    DYNAMODB_ENDPOINT: endpoint ?? undefined,
    PORT: String(port),
    WEB_PORT: String(webPort),
  };
  return { dataDir, host, port, webPort, enginePort, endpointFile, api, site, embedded, endpoint, env };
}

const dummyCredentials = {
  AWS_ACCESS_KEY_ID: "local",
  AWS_SECRET_ACCESS_KEY: "local",
  AWS_SESSION_TOKEN: undefined,
  AWS_PROFILE: undefined,
};

/**
 * From now on, what this process and those it starts write is for their user alone, and so is all of DATA_DIR, unless the folder is
 * somebody else's.
 */
export function keepPrivate({ dataDir }) {
  process.umask(0o077);
  try {
    chmodSync(dataDir, 0o700);
  } catch (error) {
    console.warn(`DATA_DIR ${dataDir} can't be closed to other users of this machine: ${error.message}`);
  }
}

function readIfThere(file) {
  return existsSync(file) ? readFileSync(file, "utf8") : null;
}

const secrets = {
  SESSION_SECRET: () => randomBytes(32).toString("hex"),
  LINK_KEYS: () => `k1:${randomBytes(32).toString("base64url")}`,
  TICKET_KEYS: () => `k1:${randomBytes(32).toString("base64url")}`,
};

/** Makes the secrets that nobody gave, once: cursors, links and tickets stay valid over a restart. The version before made fewer. */
function secretsFile(dataDir) {
  const file = join(dataDir, "secrets.env");
  const made = readIfThere(file) ?? "";
  const missing = Object.entries(secrets).filter(([name]) => !new RegExp(`^${name}=`, "m").test(made));
  if (missing.length > 0) {
    mkdirSync(dataDir, { recursive: true, mode: 0o700 });
    appendFileSync(file, missing.map(([name, make]) => `${name}=${make()}\n`).join(""), { mode: 0o600 });
  }
  return file;
}

function readPort(name, byDefault, faults) {
  const port = Number(process.env[name] || byDefault);
  if (!Number.isInteger(port) || port < 1 || port > 65_535)
    faults.push(`${name} must be a port from 1 to 65535, not "${process.env[name]}".`);
  return port;
}
