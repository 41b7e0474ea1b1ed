import { execFile } from "node:child_process";
import { createRequire } from "node:module";
import { update } from "@evently/core/table/actions";
import { keys } from "@evently/core/table/keys";
import { updateItem } from "@evently/core/table/update-item";
import { openCore, type TestCore } from "@evently/core/testing/open-core";
import { openEvent, type Sale } from "@evently/core/testing/open-event";
import { afterAll, beforeAll, expect, it } from "vitest";

let core: TestCore;
let sound: Sale;
let drifted: Sale;

beforeAll(async () => {
  core = await openCore();
  sound = await openEvent(core, { rows: 1, perRow: 2 });
  drifted = await openEvent(core, { rows: 1, perRow: 2, event: { status: "draft" } });
  const wrong = update({ key: keys.event(drifted.event_id), update: "ADD gross :one", values: { ":one": 1 } });
  await updateItem(core.table, wrong);
});
afterAll(() => core.close());

const tsx = createRequire(import.meta.url).resolve("tsx");
const cli = new URL("cli.ts", import.meta.url).pathname;

/** Runs an operator's command in a process of its own, as `npm run evently` does. */
function evently(...words: string[]): Promise<{ code: number; said: string; complained: string }> {
  const env = {
    DYNAMODB_ENDPOINT: process.env.DYNAMODB_ENDPOINT,
    DYNAMODB_TABLE_NAME: core.table.name,
    SESSION_SECRET: "0".repeat(32),
  };
  const program = ["--import", tsx, "--conditions=@evently/source", cli, ...words];
  return new Promise((done) => {
    execFile(process.execPath, program, { env }, (error, said, complained) =>
      done({ code: Number(error?.code ?? 0), said, complained }),
    );
  });
}

it("verify checks every event, drafts too, shows what differs and exits with 1", async () => {
  const { code, said } = await evently("verify");
  expect(code).toBe(1);
  expect(said).toMatch(/^event-00002\n/);
  expect(said).toMatch(/ {2}gross +1 +0\n/);
  expect(said).toMatch(/\n1 faults:\n {2}gross is counted as 1, the records say 0\n2 events, 1 with faults.\n$/);
});

it("verify of one event exits with 0 without faults, and rejects an invalid id as a wrong command", async () => {
  const [good, wrong] = await Promise.all([evently("verify", sound.event_id), evently("audit", "1")]);
  expect(good.code).toBe(0);
  expect(good.said).toMatch(/^event-00001\n/);
  expect(good.said).toMatch(/\nNo faults.\n$/);
  const complained = 'audit wants an event id such as event-00001, not "1".\n';
  expect(wrong).toEqual({ code: 2, said: "", complained });
});
