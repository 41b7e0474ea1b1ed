import { mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium, expect, test } from "@playwright/test";
import { startEngine } from "../../../packages/local-db/dist/start-engine.js";
import { startPrivateEngine } from "../../../packages/local-db/dist/start-private-engine.js";
import { browserArgs } from "./browser-args";
import { findChromium } from "./find-chromium";

type Address = { host: string; port: number };

/** Without the checks that only some browsers make, which would hide what the engine itself answers. */
const unchecked = "--disable-features=LocalNetworkAccessChecks,PrivateNetworkAccessChecks,HttpsUpgrades";

/** What pages get from an engine whose address they are told: one of another origin, and one whose name then leads there. */
async function attack({ host, port }: Address): Promise<{ crossOrigin: string; rebound: string }> {
  const rules = `--host-resolver-rules=MAP evil.example ${host}`;
  const args = [...browserArgs, rules, unchecked];
  const browser = await chromium.launch({ executablePath: findChromium(), args });
  const evil = createServer((_, response) =>
    response.setHeader("content-type", "text/html").end("<title>evil</title>"),
  );
  await new Promise<void>((done) => evil.listen(0, "127.0.0.1", done));
  try {
    const other = await browser.newPage();
    await other.goto(`http://127.0.0.1:${(evil.address() as AddressInfo).port}/`);
    const crossOrigin = await other.evaluate(askForTables, `http://${host}:${port}/`);
    const reboundTab = await browser.newPage();
    const page = `http://evil.example:${port}/evil`;
    await reboundTab.route(page, (route) => route.fulfill({ contentType: "text/html", body: "<title>evil</title>" }));
    await reboundTab.goto(page);
    await reboundTab.unroute(page);
    const rebound = await reboundTab.evaluate(askForTables, `http://evil.example:${port}/`);
    return { crossOrigin, rebound };
  } finally {
    await browser.close();
    await new Promise((done) => evil.close(done));
  }
}

async function askForTables(target: string): Promise<string> {
  const scope = "local/20260101/us-east-1/dynamodb/aws4_request";
  const headers = {
    "content-type": "application/x-amz-json-1.0",
    "x-amz-target": "DynamoDB_20120810.ListTables",
    "x-amz-date": "20260101T000000Z",
    authorization: `AWS4-HMAC-SHA256 Credential=${scope}, SignedHeaders=host, Signature=0`,
  };
  return fetch(target, { method: "POST", headers, body: "{}" }).then(
    (response) => response.text(),
    () => "",
  );
}

test("a page that is told where the engine is gets nothing from it @one-size", async () => {
  const folder = await mkdtemp(join(tmpdir(), "evently-wall-"));
  const [open, walled] = [await startEngine(), await startPrivateEngine({ endpointFile: join(folder, "engine.url") })];
  try {
    const tables = '{"TableNames":[]}';
    expect(await attack(open)).toEqual({ crossOrigin: tables, rebound: tables });
    expect(await attack(walled)).toEqual({ crossOrigin: "", rebound: "" });
  } finally {
    await Promise.all([open.stop(), walled.stop()]);
    await rm(folder, { recursive: true, force: true });
  }
});
