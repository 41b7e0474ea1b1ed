import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { findFreePort } from "@evently/local-db/port";
import { afterAll, beforeAll, expect, it } from "vitest";
import { callOrigin } from "../testing/http/call-origin.ts";
import { walk } from "../testing/http/walk-story.ts";
import { lasting, type ServerProcess, startServer } from "../testing/process/server-process.ts";

let directory: string;
let server: ServerProcess;

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), "evently-guide-"));
  const table = `guide-${process.pid}-${Math.random().toString(36).slice(2, 8)}`;
  const endpoint = process.env.DYNAMODB_ENDPOINT ?? "";
  server = await startServer({ port: await findFreePort(), endpoint, table, directory, other: lasting });
});
afterAll(async () => {
  await server?.kill();
  await rm(directory, { recursive: true, force: true });
});

it("npm run walk finds every route as documented", async () => {
  const lines: string[] = [];
  await walk(callOrigin(server.origin), (line) => lines.push(line));
  expect(lines.length).toBeGreaterThan(50);
});

it("a walk fails on a different response, and on a missing route", async () => {
  const call = callOrigin(server.origin);
  const renamed: typeof call = async (method, path, sent) => {
    const answer = await call(method, path, sent);
    return path.endsWith("/analytics") ? { ...answer, body: { ...answer.body, revenue: "9000" } } : answer;
  };
  await expect(walk(renamed, () => undefined)).rejects.toThrow("revenue");
  const more: typeof call = async (method, path, sent) => {
    const answer = await call(method, path, sent);
    if (path !== "/openapi.json") return answer;
    const own = { get: { operationId: "process.more", responses: {} } };
    return { ...answer, body: { ...answer.body, paths: { ...(answer.body.paths as object), "/more": own } } };
  };
  await expect(walk(more, () => undefined)).rejects.toThrow("not walked: process.more");
});

type Block = { command: string; shown: unknown };

/** The commands of the guide, each with the answer that is shown below it, if any. */
function readGuide(): Block[] {
  const guide = readFileSync(new URL("../../../../docs/api.md", import.meta.url), "utf8");
  return [...guide.matchAll(/^```bash\n([\s\S]*?)^```\n(?:\n```json\n([\s\S]*?)^```\n)?/gm)].map(
    ([, command = "", json]) => ({
      command,
      shown: json === undefined ? undefined : JSON.parse(json),
    }),
  );
}

it("docs/api.md: its commands run as written, with the responses shown", async () => {
  const blocks = readGuide();
  const end = "\n--- end of block ---\n";
  const script = blocks.map(({ command }) => `${command}\nprintf '${end.replaceAll("\n", "\\n")}'`).join("\n");
  const env = { ...process.env, LC_ALL: "C", API: server.origin };
  const bash = spawn("bash", ["-euo", "pipefail"], { cwd: directory, env });
  bash.stdin.end(script);
  const [said, complained] = await Promise.all([text(bash.stdout), text(bash.stderr)]);
  expect(complained).toBe("");
  const answers = said.split(end);
  expect(answers).toHaveLength(blocks.length + 1);
  const shown = blocks.flatMap(({ command, shown }, i) => (shown === undefined ? [] : [{ command, shown, i }]));
  expect(shown.length).toBeGreaterThan(7);
  for (const { command, shown: expected, i } of shown) {
    const last =
      String(answers[i])
        .trim()
        .split(/(?<=\})(?=\{)/)
        .at(-1) ?? "";
    expect([command, JSON.parse(last)]).toEqual([command, likeShown(expected)]);
  }
});

/** What is shown of an answer has to be in it; of what differs from time to time, such as ids, only its kind. */
function likeShown(shown: unknown): unknown {
  if (typeof shown === "string") return /\d{5}|^\d+\./.test(shown) ? expect.any(String) : shown;
  if (Array.isArray(shown))
    return shown.length === 1 ? expect.arrayContaining(shown.map(likeShown)) : shown.map(likeShown);
  if (typeof shown !== "object" || shown === null) return shown;
  return expect.objectContaining(
    Object.fromEntries(Object.entries(shown).map(([key, value]) => [key, likeShown(value)])),
  );
}
