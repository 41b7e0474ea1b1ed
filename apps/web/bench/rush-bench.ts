import { readFileSync } from "node:fs";
import { Agent, request } from "node:http";
import { setTimeout as pause } from "node:timers/promises";
import { gunzipSync } from "node:zlib";
import { quantile, round } from "../../server/bench/quantile";
import { handIn, say, skip } from "../../server/bench/report";
import { canRunNginx } from "../../server/dist/testing/nginx/open-nginx.js";
import { startNginx } from "../../server/dist/testing/nginx/start-nginx.js";
import { crowdColumns, visitTogether } from "./crowd";
import { openDemo } from "./open-demo";

const visitors = 1000;
const secondsOfLoad = 5;
const atOnce = 16;

type Answer = { status: number; ms: number; retryAfter: string | undefined; body: Buffer };
type Question = { port: number; path: string; agent?: Agent; from?: string; headers?: Record<string, string> };

if (process.platform === "linux") await measure();
else skip("The memory and processor time of a process are read as Linux shows them.");

async function measure(): Promise<void> {
  const demo = await openDemo(["david-geffen-hall", "merkin-hall"], 40, { RATE_LIMIT_PER_SECOND: "10" });
  const portOf = (url: string) => Number(new URL(url).port);
  const port = portOf(demo.site);
  try {
    const rushes = [await rush("npm start", demo.sitePid, port, nameAddress)];
    const renders = await load(demo.sitePid, (number) => ({
      port,
      path: `/?price_max=${1_000_000 + number}`,
      ...nameAddress(number),
    }));
    const loads = [
      ["rendered, each for another price", ...renders],
      ["kept by the site", ...(await load(demo.sitePid, () => ({ port, path: "/" })))],
    ];
    say("a crowd behind one address");
    const crowds = [await visitTogether("npm start", { port, ...nameAddress(1) })];
    if (canRunNginx()) {
      const nginx = await startNginx([portOf(demo.api)], [port]);
      rushes.push(await rush("behind nginx", demo.sitePid, nginx.port, comeFrom));
      loads.push(["kept by nginx", ...(await load(demo.sitePid, () => ({ port: nginx.port, path: "/" })))]);
      crowds.push(await visitTogether("behind nginx", { port: nginx.port, ...comeFrom(1) }));
      await nginx.stop();
    }
    report(rushes, loads, crowds);
  } finally {
    await demo.stop();
  }
}

/** Distinct visitors: by the header of a trusted proxy, or by the connections that nginx sees. */
function nameAddress(n: number): Partial<Question> {
  return { headers: { "x-forwarded-for": `198.18.${n >> 8}.${n & 255}` } };
}
function comeFrom(n: number): Partial<Question> {
  return { from: `127.9.${n >> 8}.${n & 255}` };
}

/** Everybody opens the list at once, some seconds after its page was last asked for. */
async function rush(
  where: string,
  pid: number,
  port: number,
  who: (n: number) => Partial<Question>,
): Promise<string[]> {
  say(`a rush, ${where}`);
  await pause(16_000);
  const resting = readMemory(pid);
  let peak = resting;
  const watching = setInterval(() => {
    peak = Math.max(peak, readMemory(pid));
  }, 20);
  const answers = await Promise.all(Array.from({ length: visitors }, (_, n) => ask({ port, path: "/", ...who(n) })));
  clearInterval(watching);
  const pages = answers.filter(({ status }) => status === 200);
  const told = answers.filter(({ status, retryAfter }) => status !== 200 && retryAfter !== undefined);
  const times = answers.map(({ ms }) => ms);
  return [
    where,
    String(pages.length),
    String(told.length),
    String(visitors - pages.length - told.length),
    String(new Set(pages.map(({ body }) => gunzipSync(body).toString())).size),
    round(Math.min(...times)),
    round(quantile(times, 0.5)),
    round(Math.max(...times)),
    round(resting),
    round(peak),
    (peak / resting).toFixed(2),
  ];
}

/** Pages a second, and a second of the site's own processor time. */
async function load(pid: number, next: (number: number) => Question): Promise<string[]> {
  say("pages, one after the other");
  const agent = new Agent({ keepAlive: true, maxSockets: atOnce });
  const [began, used] = [performance.now(), readProcessorTime(pid)];
  let answered = 0;
  let asked = 0;
  let bytes = 0;
  const visit = async () => {
    while (performance.now() - began < secondsOfLoad * 1000) {
      const { status, body } = await ask({ ...next(asked++), agent });
      if (status !== 200) continue;
      answered++;
      bytes += body.length;
    }
  };
  await Promise.all(Array.from({ length: atOnce }, visit));
  agent.destroy();
  const seconds = (performance.now() - began) / 1000;
  const processorSeconds = readProcessorTime(pid) - used;
  return [answered / seconds, answered / processorSeconds, bytes / answered / 1000].map(round);
}

function ask({ port, path, agent, from, headers }: Question): Promise<Answer> {
  const began = performance.now();
  return new Promise((done) => {
    const end = (status: number, retryAfter?: string, parts: Buffer[] = []) =>
      done({ status, retryAfter, body: Buffer.concat(parts), ms: performance.now() - began });
    const localAddress = from === undefined ? {} : { localAddress: from };
    const all = { "accept-encoding": "gzip", accept: "text/html", ...headers };
    const options = { host: "127.0.0.1", port, path, headers: all, agent: agent ?? false, ...localAddress };
    const outgoing = request(options, (response) => {
      const parts: Buffer[] = [];
      response.on("data", (part: Buffer) => parts.push(part));
      response.once("error", () => end(0));
      response.once("end", () => end(response.statusCode ?? 0, response.headers["retry-after"], parts));
    });
    outgoing.once("error", () => end(0));
    outgoing.end();
  });
}

/** Resident memory in MB. */
function readMemory(pid: number): number {
  return Number(/^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1]) / 1024;
}

/** In seconds; Linux counts in hundredths. */
function readProcessorTime(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ")[1]?.split(" ") ?? [];
  return (Number(fields[11]) + Number(fields[12])) / 100;
}

function report(rushes: string[][], loads: string[][], crowds: string[][]): void {
  handIn({
    notes: [
      `${visitors} visitors ask for / at the same instant, each from an address of its own, with a connection of its own; the page was last asked for 16 s before. Renders are the different pages that they got. They share the processors of this machine with the site, the API and the engine.`,
      `Pages a second by ${atOnce} connections that stay open, for ${secondsOfLoad} s; by core is a second of the site's own processor time. Each rendered page is asked for from another address.`,
      "A crowd comes from one address within a second, and each of it buys two seats at once, at the default limits of site, API and nginx. Whoever gets any answer but the wanted one is disturbed.",
    ],
    tables: [
      {
        title: "A rush",
        columns: [
          "where",
          "pages",
          "told when to come",
          "neither",
          "renders",
          "first ms",
          "median ms",
          "last ms",
          "resting MB",
          "peak MB",
          "peak / resting",
        ],
        rows: rushes,
      },
      { title: "A crowd behind one address", columns: crowdColumns, rows: crowds },
      { title: "Pages", columns: ["page of the list", "a second", "a second and core", "kB"], rows: loads },
    ],
  });
}
