import { describe, expect, it } from "vitest";
import { listFiles } from "../check/list-files.mjs";
import { contended } from "./engines.mjs";
import { root } from "./run.mjs";

const files = listFiles(root, "packages").filter((file) =>
  /^packages\/(core|local-db)\/.*\.engine\.test\.ts$/.test(file),
);

describe("the tests that run on every engine", () => {
  it.each(contended)("are some with %s in their path", (part) => {
    expect(files.filter((file) => file.includes(part))).not.toEqual([]);
  });

  it("are all races", () => {
    const races = files.filter((file) => /race/.test(file));
    expect(races.filter((file) => !contended.some((part) => file.includes(part)))).toEqual([]);
  });
});
