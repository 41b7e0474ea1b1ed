import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { fail, quiet, root } from "./run.mjs";

/**
 * What the API and the site are started with: the environment, then `.env`, then secrets made once under DATA_DIR, then defaults.
 * `embedded` tells that the engine is ours to start; then no AWS credentials of this machine are passed on.
 */
export function readSettings() {
  if (existsSync(join(root, ".env"))) process.loadEnvFile(join(root, ".env"));
  const dataDir = resolve(root, process.env.DATA_DIR ?? ".data");
  process.loadEnvFile(secretsFile(dataDir));

  const port = readPort("PORT", 8000);
  const webPort = readPort("WEB_PORT", 3000);
  const enginePort = readPort("DYNAMODB_PORT", 8001);
  const embedded = !process.env.DYNAMODB_ENDPOINT;
  const endpoint = process.env.DYNAMODB_ENDPOINT || `http://127.0.0.1:${enginePort}`;
  const env = {
    ...quiet,
    SEED_DEMO: "true",
    HOST: "127.0.0.1",
    AWS_REGION: "us-east-1",
    API_ORIGIN: `http://127.0.0.1:${port}`,
    ...process.env,
    ...(embedded && dummyCredentials),
    DATA_DIR: dataDir,
    DYNAMODB_ENDPOINT: endpoint,
    PORT: String(port),
    WEB_PORT: String(webPort),
  };
  return { dataDir, port, webPort, enginePort, embedded, endpoint, env };
}

const dummyCredentials = {
  AWS_ACCESS_KEY_ID: "local",
  AWS_SECRET_ACCESS_KEY: "local",
  AWS_SESSION_TOKEN: undefined,
  AWS_PROFILE: undefined,
};

/** Makes the secrets that nobody gave, once: sessions and cursors stay valid over a restart. */
function secretsFile(dataDir) {
  const file = join(dataDir, "secrets.env");
  if (!existsSync(file)) {
    mkdirSync(dataDir, { recursive: true });
    writeFileSync(file, `SESSION_SECRET=${randomBytes(32).toString("hex")}\n`, { mode: 0o600 });
  }
  return file;
}

function readPort(name, byDefault) {
  const port = Number(process.env[name] || byDefault);
  if (!Number.isInteger(port) || port < 1 || port > 65_535) {
    fail(`${name} must be a port from 1 to 65535, not "${process.env[name]}".`);
  }
  return port;
}
