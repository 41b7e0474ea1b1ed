import { expect, it } from "vitest";
import { openAddress, sealAddress } from "./sealed-address.ts";

const [secret, request] = ["3b1f8c6e2d9a70451c8f6e3b2a9d7045", "request"];

it("is read with its request and its secret alone, and looks different every time", () => {
  const sealed = sealAddress(secret, request, "Ada@bücher.example");
  expect(openAddress(secret, request, sealed)).toBe("Ada@bücher.example");
  expect(openAddress(secret, "another", sealed)).toBeNull();
  expect(openAddress(`${secret}0`, request, sealed)).toBeNull();
  expect(sealAddress(secret, request, "Ada@bücher.example")).not.toBe(sealed);
  expect(Buffer.from(sealed, "base64url").includes("Ada")).toBe(false);
});
