import { execFile } from "node:child_process";
import { once } from "node:events";
import { chmodSync, mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";

const [settings, ports] = ["settings.mjs", "ports.mjs"].map((name) => fileURLToPath(new URL(name, import.meta.url)));
const program = `
  const { readSettings } = await import(${JSON.stringify(settings)});
  const { checkPortsFree } = await import(${JSON.stringify(ports)});
  const settings = readSettings();
  await checkPortsFree(settings);
  console.log(JSON.stringify(settings));
`;

let dataDir;
let taken;
beforeAll(async () => {
  dataDir = mkdtempSync(join(tmpdir(), "evently-settings-"));
  taken = createServer().listen(0, "127.0.0.1");
  await once(taken, "listening");
});
afterAll(() => {
  taken.close();
  rmSync(dataDir, { recursive: true });
});

/** What npm start makes of an environment before it starts anything: its settings, or what it complains of. */
function start(environment) {
  const env = { PATH: process.env.PATH, DATA_DIR: dataDir, DYNAMODB_ENDPOINT: "http://127.0.0.1:1", ...environment };
  return new Promise((done) => {
    execFile(process.execPath, ["--input-type=module", "-e", program], { env }, (error, said, complained) =>
      done({ code: error?.code ?? 0, complained, settings: said ? JSON.parse(said) : null }),
    );
  });
}

/** Two ports that nothing listens at. */
const free = { PORT: "1", WEB_PORT: "2" };

test("all wrong ports are named together", async () => {
  const { code, complained } = await start({ PORT: "http", WEB_PORT: "70000", DYNAMODB_PORT: "-1" });
  expect(code).toBe(1);
  expect(complained.trimEnd().split("\n")).toEqual([
    'PORT must be a port from 1 to 65535, not "http".',
    'WEB_PORT must be a port from 1 to 65535, not "70000".',
    'DYNAMODB_PORT must be a port from 1 to 65535, not "-1".',
  ]);
});

test("a port that is taken is named with what to do, and so is one that is wanted twice", async () => {
  const { port } = taken.address();
  const { code, complained } = await start({ PORT: String(port), WEB_PORT: String(port) });
  expect(code).toBe(1);
  expect(complained.trimEnd().split("\n")).toEqual([
    `Port ${port} is already taken: end the process that listens there, or set PORT to another port.`,
    `PORT and WEB_PORT are both ${port}: set one of them to another port.`,
  ]);
});

test("a DATA_DIR that can't be written is told in one sentence", async () => {
  const DATA_DIR = join(settings, "data");
  const { code, complained } = await start({ DATA_DIR });
  expect(code).toBe(1);
  expect(complained).toMatch(/^DATA_DIR .* can't be used: .*\n$/);
});

test("API and site are looked for where they listen, at home where that is everywhere", async () => {
  const reach = async (HOST) => {
    const { api, site, env } = (await start({ ...free, HOST })).settings;
    return [api, site, env.API_ORIGIN, env.HOST];
  };
  const home = ["http://127.0.0.1:1", "http://127.0.0.1:2", "http://127.0.0.1:1"];
  expect(await reach("")).toEqual([...home, "127.0.0.1"]);
  expect(await reach("0.0.0.0")).toEqual([...home, "0.0.0.0"]);
  expect(await reach("::1")).toEqual(["http://[::1]:1", "http://[::1]:2", "http://[::1]:1", "::1"]);
});

test("all that is written to DATA_DIR is for its user alone, by programs that are started too", async () => {
  chmodSync(dataDir, 0o755);
  const write = `
    const { keepPrivate, readSettings } = await import(${JSON.stringify(settings)});
    const { execFileSync } = await import("node:child_process");
    const settings = readSettings();
    keepPrivate(settings);
    const file = JSON.stringify(settings.dataDir + "/written");
    execFileSync(process.execPath, ["-e", "fs.mkdirSync(" + file + "); fs.writeFileSync(" + file + " + '/file', '')"]);
  `;
  await new Promise((done, reject) => {
    const env = { PATH: process.env.PATH, DATA_DIR: dataDir };
    execFile(process.execPath, ["--input-type=module", "-e", write], { env }, (error) =>
      error ? reject(error) : done(),
    );
  });
  const modeOf = (path) => (statSync(join(dataDir, path)).mode & 0o777).toString(8);
  expect(["", "secrets.env", "written", "written/file"].map(modeOf)).toEqual(["700", "600", "700", "600"]);
});

test("a DATA_DIR that can't be closed, as somebody else's can't, is said to be open and used", async () => {
  const missing = join(dataDir, "missing");
  const close = `
    const { keepPrivate } = await import(${JSON.stringify(settings)});
    keepPrivate({ dataDir: ${JSON.stringify(missing)} });
  `;
  const { error, complained } = await new Promise((done) => {
    execFile(process.execPath, ["--input-type=module", "-e", close], (error, _said, complained) =>
      done({ error, complained }),
    );
  });
  expect(error).toBeNull();
  expect(complained).toMatch(/^DATA_DIR .*missing can't be closed to other users of this machine: .*\n$/);
});

test("an engine of ours has no port unless one is set", async () => {
  const embedded = { ...free, DYNAMODB_ENDPOINT: "" };
  expect((await start(embedded)).settings).toMatchObject({ embedded: true, enginePort: null, endpoint: null });
  const { settings: fixed } = await start({ ...embedded, DYNAMODB_PORT: "3" });
  expect(fixed).toMatchObject({ enginePort: 3, endpoint: "http://127.0.0.1:3" });
});

test("the secrets are made once", async () => {
  const [first, second] = [await start(free), await start(free)];
  expect(first.settings.env.SESSION_SECRET).toMatch(/^[0-9a-f]{64}$/);
  for (const name of ["LINK_KEYS", "TICKET_KEYS"]) expect(first.settings.env[name]).toMatch(/^k1:[\w-]{43}$/);
  for (const name of ["SESSION_SECRET", "LINK_KEYS", "TICKET_KEYS"])
    expect(second.settings.env[name]).toBe(first.settings.env[name]);
});

test("a secret that the version before did not know is added to those it made", async () => {
  writeFileSync(join(dataDir, "secrets.env"), "SESSION_SECRET=0123\n");
  const { settings: added } = await start(free);
  expect(added.env.SESSION_SECRET).toBe("0123");
  expect(added.env.LINK_KEYS).toMatch(/^k1:/);
  expect(added.env.TICKET_KEYS).toMatch(/^k1:/);
});

test("everybody may sell where there is no public origin, unless that is said", async () => {
  const openTo = async (more) => (await start({ ...free, ...more })).settings.env.ORGANIZERS;
  const [alone, public_, said] = [{}, { PUBLIC_ORIGIN: "https://tickets.example" }, { ORGANIZERS: "approved" }];
  expect([await openTo(alone), await openTo(public_), await openTo(said)]).toEqual(["open", "approved", "approved"]);
});

test("the server decides whether the demo suits where it runs, unless that is said", async () => {
  const seededBy = async (SEED_DEMO) => (await start({ ...free, SEED_DEMO })).settings.env.SEED_DEMO;
  expect([await seededBy(""), await seededBy("false")]).toEqual(["auto", "false"]);
});
