import { describe, expect, test } from "vitest";
import { missingOf, readLocked } from "./check-binaries.mjs";

const locked = readLocked(`
packages:

  '@tool/darwin-arm64@2.0.0':
    resolution: {integrity: sha512-x}

  '@tool/linux-x64@1.9.0':
    resolution: {integrity: sha512-x}

  fsevents@2.3.3:
    resolution: {integrity: sha512-x}

  tool@2.0.0:
    resolution: {integrity: sha512-x}
    optionalDependencies:
      '@tool/win32-x64': 2.0.0
`);

describe("a package with native binaries", () => {
  test("passes when each of them is locked", () => {
    const optionalDependencies = { "@tool/darwin-arm64": "2.0.0", fsevents: "~2.3.2" };
    expect(missingOf({ name: "tool", version: "2.0.0", optionalDependencies }, locked)).toEqual([]);
  });

  test("is named with the binary that is only wished for, not locked", () => {
    const optionalDependencies = { "@tool/win32-x64": "2.0.0" };
    expect(missingOf({ name: "tool", version: "2.0.0", optionalDependencies }, locked)).toEqual([
      "tool@2.0.0 needs @tool/win32-x64@2.0.0, which is not in pnpm-lock.yaml.",
    ]);
  });

  test("is named when only another version of its binary is locked", () => {
    const optionalDependencies = { "@tool/linux-x64": "2.0.0" };
    expect(missingOf({ name: "tool", version: "2.0.0", optionalDependencies }, locked)).toHaveLength(1);
  });

  test("is passed over when it is a leftover of an older install", () => {
    const optionalDependencies = { "@tool/win32-x64": "1.0.0" };
    expect(missingOf({ name: "tool", version: "1.0.0", optionalDependencies }, locked)).toEqual([]);
  });
});
