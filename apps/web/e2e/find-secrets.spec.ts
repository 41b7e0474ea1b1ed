import { randomBytes } from "node:crypto";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "@playwright/test";
import { searchOutput } from "./find-secrets";

const secret = (bytes: number) => randomBytes(bytes).toString("base64url");

const planted = {
  "a booking's link": `GET /t/42.${secret(16)} 200`,
  "a session's token": `cookie: evently_session=user-00042.${secret(32)}`,
  "a sign-in link's token": `GET /sign-in#token=${secret(16)}.${secret(32)}`,
  "an address": '{"to":"ann@example.com"}',
  "an address in an address": "GET /mailbox?to=ann%40example.org",
};

/** What the stories used. */
const known = ["045617", "House manager", `${"w".repeat(64)}@wwww.com`];

test.describe("what the programs of the stories put out is searched for secrets", { tag: "@one-size" }, () => {
  let folder = "";
  test.beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), "evently-output-"));
    await writeFile(
      join(folder, "The API 1.log"),
      '{"route":"GET /events/{event_id}","ms":123456,"at":1795793720.045617}\n',
    );
  });
  test.afterEach(() => rm(folder, { recursive: true }));

  for (const [name, line] of [...Object.entries(planted), ...known.map((text) => [text, `code ${text} sent`] as const)])
    test(`finds ${name}`, async () => {
      expect(await searchOutput(folder, known, ["The API"])).toEqual([]);
      await writeFile(join(folder, "Metrics 1.log"), `before ${line}\n`);
      const [found = "", ...more] = await searchOutput(folder, known, ["The API", "Metrics"]);
      expect(more).toEqual([]);
      expect(found).toMatch(/^Metrics 1\.log: ./);
      expect(line).toContain(found.slice("Metrics 1.log: ".length));
    });

  test("fails where there is nothing to search", async () => {
    await writeFile(join(folder, "Traces.log"), "");
    await expect(searchOutput(folder, known, ["The API", "Traces"])).rejects.toThrow("nothing to search of Traces");
  });
});
