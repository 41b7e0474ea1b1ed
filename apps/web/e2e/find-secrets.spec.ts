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
  "Stripe's secret key": "authorization: Bearer sk_live_51Habc",
  "what continues a payment": "payment_intent pi_0042_secret_abc",
  "an address": '{"to":"ann@example.com"}',
  "an address in an address": "GET /mailbox?to=ann%40example.org",
};

/** What the stories used. */
const known = ["456170", "House manager", `${"w".repeat(64)}@wwww.com`];

test.describe("what the programs of the stories put out is searched for secrets", { tag: "@one-size" }, () => {
  let folder = "";
  test.beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), "evently-output-"));
    // Numbers that are a code by chance.
    await writeFile(
      join(folder, "The API 1.log"),
      '{"route":"GET /events/{event_id}","ms":456170,"at":1795793720.456170}\n',
    );
    await writeFile(join(folder, "Metrics 0.log"), "evently_requests_total 456170\n");
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
