import { readFileSync } from "node:fs";
import { testSecrets } from "@evently/core/testing/test-secrets";
import { expect, it } from "vitest";
import { ServerConfig } from "./config.ts";

const root = new URL("../../../../", import.meta.url);
const read = (file: string) => readFileSync(new URL(file, root), "utf8");

const [, settings = ""] = read("docs/operations.md").split("\n## Settings\n");
const [ofTheApi = "", others = ""] = (settings.split("\n## ")[0] ?? "").split("\n### Other settings\n");
const rowsOf = (text: string) =>
  [...text.matchAll(/^\| `(\w+)` \| (.*?) \| (.*) \|$/gm)].map(([, name = "", byDefault = "", purpose = ""]) => ({
    name,
    byDefault,
    purpose,
  }));

const { ORGANIZERS: _, ...secrets } = testSecrets;
const least: Record<string, string> = { DYNAMODB_ENDPOINT: "aws", ...secrets };
const defaults: Record<string, unknown> = ServerConfig.parse(least);

function describeDefault(name: string): string {
  if (name in least) return "must be set";
  const value = [defaults[name] ?? []].flat().join(",");
  return value === "" ? "none" : value;
}

it("the guide lists exactly the API's settings, each once, with its default and purpose", () => {
  const expected = Object.entries(ServerConfig.shape).map(([name, { description }]) => ({
    name,
    byDefault: describeDefault(name),
    purpose: description,
  }));
  expect(rowsOf(ofTheApi)).toEqual(expected);
});

it("the guide lists exactly the other variables of the site, npm start and the compose file", () => {
  const named = (file: string, pattern: RegExp) => [...read(file).matchAll(pattern)].map(([, name = ""]) => name);
  const found = new Set([
    ...named("apps/web/src/environment.ts", /process\.env\.(\w+)/g),
    ...named("packages/core/src/config.ts", /given\.(\w+)/g),
    ...named("scripts/lib/settings.mjs", /process\.env\.(\w+)/g),
    ...named("scripts/lib/settings.mjs", /readPort\("(\w+)"/g),
    ...named("docker-compose.yml", /\$\{(\w+)/g),
  ]);
  // What Node and Next say to themselves is no setting.
  const isOwn = (name: string) => name === "NODE_ENV" || name.startsWith("__NEXT_PRIVATE");
  const expected = [...found].filter((name) => name && !(name in ServerConfig.shape) && !isOwn(name));
  expect(
    rowsOf(others)
      .map(({ name }) => name)
      .sort(),
  ).toEqual(expected.sort());
});

it("the compose file passes only known settings to each server", () => {
  const [, server = ""] = read("docker-compose.yml").split("\n  server:\n");
  const [environment = ""] = server.split("environment:\n")[1]?.split("    expose:") ?? [];
  const names = [...environment.matchAll(/^ {6}(\w+):/gm)].map(([, name = ""]) => name);
  expect(names.length).toBeGreaterThan(5);
  const credentials = ["AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY"];
  expect(names.filter((name) => !(name in ServerConfig.shape) && !credentials.includes(name))).toEqual([]);
});
