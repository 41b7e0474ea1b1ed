import { spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { expect, test } from "@playwright/test";

const server = fileURLToPath(new URL("../dist/server.js", import.meta.url));

for (const [name, value, sentence] of [
  ["PUBLIC_ORIGIN", "tickets.example", "PUBLIC_ORIGIN must be an origin such as https://tickets.example"],
  ["API_ORIGIN", "http://127.0.0.1:8000/", "API_ORIGIN must be an origin such as https://tickets.example"],
  ["PORT", "http", "PORT must be a port from 1 to 65535"],
] as const)
  test(`with a wrong ${name} the site says so in one sentence, and ends @one-size`, async () => {
    const site = spawn(process.execPath, [server], { env: { ...process.env, [name]: value } });
    let said = "";
    for (const stream of [site.stdout, site.stderr]) stream.on("data", (text) => (said += text));
    const [code] = await once(site, "close");
    expect({ code, said }).toEqual({ code: 1, said: `${sentence}, not "${value}".\n` });
  });
