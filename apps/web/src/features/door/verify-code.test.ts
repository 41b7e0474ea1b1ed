import { drawnSeed } from "@evently/core/testing/drawn-seed";
import { drawCode, drawMutation, drawnKeys } from "@evently/core/testing/mutate-code";
import { seededRandom } from "@evently/core/testing/random";
import { afterEach, expect, test, vi } from "vitest";
import { openVerifier } from "./verify-code";

afterEach(() => vi.restoreAllMocks());

const verifiers = {
  "the browser's own Ed25519": () => openVerifier(drawnKeys.publicKeys),
  "the library, where a browser has none": () => {
    vi.spyOn(globalThis.crypto.subtle, "importKey").mockRejectedValue(new DOMException("", "NotSupportedError"));
    return openVerifier(drawnKeys.publicKeys);
  },
};

for (const [name, open] of Object.entries(verifiers))
  test(`${name} takes what the API's keys signed, and no mutation of it`, async () => {
    const verify = await open();
    if (!verify) throw new Error("this runtime has no cryptography");
    const random = seededRandom(drawnSeed);
    for (let i = 0; i < 50; i++) {
      const code = drawCode(random);
      expect(await verify(code)).toEqual(drawnKeys.verify(code));
      expect(drawnKeys.verify(code)).not.toBeNull();
      const { code: mutated, mutation } = drawMutation(random);
      expect([mutation, await verify(mutated)]).toEqual([mutation, null]);
    }
  });

test("a page without https has no verifier", async () => {
  vi.spyOn(globalThis, "crypto", "get").mockReturnValue({ ...globalThis.crypto, subtle: undefined } as never);
  expect(await openVerifier(drawnKeys.publicKeys)).toBeNull();
});
