import { execFile, spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { chmod, copyFile, mkdtemp, open, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { endWithParent } from "@evently/local-db/end-with-parent";
import { findFreePort, isPortTaken } from "@evently/local-db/port";

const [template, tooMany, noLimit] = ["nginx.conf.template", "too-many-requests.html", "no-limit.envsh"].map((name) =>
  fileURLToPath(new URL(`../../../../nginx/${name}`, import.meta.url)),
) as [string, string, string];
const timeoutMs = 20_000;

/** `inner` is the port of the inner server. */
export type Nginx = { port: number; inner: number; stop(): Promise<void> };

const folders = [
  "/usr/sbin",
  "/usr/bin",
  "/usr/local/sbin",
  "/usr/local/bin",
  "/usr/local/nginx/sbin",
  "/opt/homebrew/bin",
];

/** The nginx of this machine, which distributions install outside an ordinary user's PATH; null if there is none. */
export function findNginx(): string | null {
  return folders.map((folder) => join(folder, "nginx")).find((file) => existsSync(file)) ?? null;
}

/** `rate` is RATE_LIMIT_PER_SECOND; a patient nginx lets a crowd wait for one fetch until it is there. */
export type NginxOptions = { rate?: number; patient?: boolean };

/**
 * nginx with the repository's configuration in front of servers on these ports of 127.0.0.1. Throws nginx's message if
 * it doesn't start.
 */
export async function startNginx(
  api: number[],
  site: number[],
  { rate = 10, patient = false }: NginxOptions = {},
): Promise<Nginx> {
  const nginx = findNginx();
  if (!nginx) throw new Error("There is no nginx on this machine");
  const directory = await mkdtemp(join(tmpdir(), "evently-nginx-"));
  // Its workers run as another user than root and keep the cache in there.
  await chmod(directory, 0o755);
  const port = await findFreePort();
  const servers = (ports: number[]) => ports.map((at) => `server 127.0.0.1:${at};`).join(" ");
  const inner = await findFreePort();
  const listening = { LISTEN: `127.0.0.1:${port}`, INNER: `127.0.0.1:${inner}` };
  // A copy, since its workers may not read where the repository is.
  const TOO_MANY_REQUESTS = join(directory, "too-many-requests.html");
  await copyFile(tooMany, TOO_MANY_REQUESTS);
  await chmod(TOO_MANY_REQUESTS, 0o644);
  const values = {
    ...{ ...listening, API_SERVERS: servers(api), SITE_SERVERS: servers(site), TOO_MANY_REQUESTS },
    RATE_LIMIT_PER_SECOND: await readRate(rate),
  };
  const configuration = join(directory, "nginx.conf");
  const text = fill(await readFile(template, "utf8"), values);
  await writeFile(configuration, patient ? waitForever(text) : text);

  // A file, because /dev/stdout can't be opened if it is the socket that Node creates for a pipe.
  const log = await open(join(directory, "log"), "a");
  const child = spawn(nginx, ["-p", `${directory}/`, "-c", configuration], { stdio: ["ignore", log.fd, log.fd] });
  // SIGKILL would end only the master and leave its workers running.
  endWithParent(child, "SIGTERM");
  await log.close();
  let ended = false;
  const end = new Promise<void>((done) => child.once("exit", () => done())).then(() => {
    ended = true;
  });
  for (const deadline = Date.now() + timeoutMs; !(await isPortTaken(port)); ) {
    if (ended || Date.now() > deadline)
      throw new Error(`nginx did not start: ${await readFile(join(directory, "log"), "utf8")}`);
    await Promise.race([end, new Promise((resume) => setTimeout(resume, 20))]);
  }
  return {
    port,
    inner,
    async stop() {
      child.kill("SIGTERM");
      await end;
      await rm(directory, { recursive: true, force: true });
    },
  };
}

/** Instead of for a second, which a slow machine may take to fetch something once. */
function waitForever(configuration: string): string {
  const lock = /proxy_cache_lock_timeout 1s;/g;
  if (!lock.test(configuration)) throw new Error("nginx's configuration has no lock of its cache");
  return configuration.replace(lock, "proxy_cache_lock_timeout 15m; proxy_cache_lock_age 15m;");
}

/** As nginx's image reads it. */
async function readRate(rate: number): Promise<string> {
  const print = 'RATE_LIMIT_PER_SECOND="$1"; . "$0"; printf %s "$RATE_LIMIT_PER_SECOND"';
  return (await promisify(execFile)("sh", ["-e", "-c", print, noLimit, String(rate)])).stdout;
}

function fill(text: string, values: Record<string, string>): string {
  return text.replace(/\$\{([A-Z_]+)\}/g, (_, name: string) => {
    const value = values[name];
    if (value === undefined) throw new Error(`nginx's configuration asks for ${name}`);
    return value;
  });
}
