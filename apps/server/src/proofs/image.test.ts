import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { readDockerfile, root } from "../testing/image/read-dockerfile.ts";

describe.each(["apps/server/Dockerfile", "apps/web/Dockerfile"])("%s", (path) => {
  it("runs nothing but scripts of this repository", async () => {
    const runs = (await readDockerfile(path)).filter(({ word }) => word === "RUN");
    expect(runs.length).toBeGreaterThan(0);
    for (const { args } of runs) {
      const [, script] = /^node (scripts\/image\/[a-z-]+\.mjs)( [\w@/-]+)?$/.exec(args) ?? [];
      expect([args, existsSync(`${root}${script}`)]).toEqual([args, true]);
    }
  });

  it("starts on Node 24 as an unprivileged user, from a stage without build tools", async () => {
    const instructions = await readDockerfile(path);
    const words = instructions.map(({ word }) => word);
    const last = instructions.slice(words.lastIndexOf("FROM"));
    expect(words.filter((word) => word === "FROM")).toHaveLength(2);
    for (const { word, args } of instructions) if (word === "FROM") expect(args).toMatch(/^node:24-/);
    expect(last.filter(({ word }) => word === "RUN" || word === "USER")).toEqual([{ word: "USER", args: "node" }]);
    for (const { word, args } of last) if (word === "COPY") expect(args).toMatch(/^--from=build /);
    expect(last.at(-1)?.word).toBe("CMD");
  });
});

it("the server's image has every package that the server needs", () => {
  const script = readFileSync(`${root}scripts/image/build-server.mjs`, "utf8");
  const needed = listNeeded("apps/server");
  expect(needed).toContain("packages/core");
  expect(needed.filter((part) => !script.includes(`"${part}"`))).toEqual([]);
});

/** The folders of the workspace's packages that one needs, by what they depend on. */
function listNeeded(part: string, found = new Set<string>()): string[] {
  const { dependencies = {} } = JSON.parse(readFileSync(`${root}${part}/package.json`, "utf8"));
  for (const name of Object.keys(dependencies)) {
    const needed = name.replace("@evently/", "packages/");
    if (needed === name || found.has(needed)) continue;
    found.add(needed);
    listNeeded(needed, found);
  }
  return [...found];
}
