import { expect, it } from "vitest";
import { secretsOf } from "./sign-in-secrets.ts";

const secret = "3b1f8c6e2d9a70451c8f6e3b2a9d7045";

it("has six digits and a token that names its request, the same every time", () => {
  for (let i = 0; i < 50; i++) {
    const { code, token } = secretsOf(secret, `request-${i}`);
    expect(code).toMatch(/^\d{6}$/);
    expect(token).toMatch(new RegExp(`^request-${i}\\.[\\w-]{43}$`));
    expect(secretsOf(secret, `request-${i}`)).toEqual({ code, token });
  }
});

it("differs by request and by secret, and the code says nothing of the token", () => {
  const derive = (key: string, request: string) => secretsOf(key, request);
  const all = [derive(secret, "a"), derive(secret, "b"), derive(`${secret}0`, "a")];
  expect(new Set(all.map(({ code }) => code)).size).toBe(3);
  expect(new Set(all.map(({ token }) => token.split(".")[1])).size).toBe(3);
});
