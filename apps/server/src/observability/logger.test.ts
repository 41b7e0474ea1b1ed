import { expect, it } from "vitest";
import { describeError } from "./logger.ts";

it("keeps an error's own properties out of the log, its causes' too", () => {
  const cause = Object.assign(new Error("refused"), { CancellationReasons: [{ Item: { email: { S: "a@b.org" } } }] });
  const described = describeError(new Error("no answer", { cause }));
  expect(JSON.stringify(described)).not.toContain("a@b.org");
  expect(described).toMatchObject({ message: "no answer", cause: { message: "refused" } });
});

it("redacts e-mails and session keys in error messages", () => {
  const keys = `email-a.b+c@example.org, session-${"x".repeat(43)} and claim-${"0".repeat(64)}, "d@e.org"`;
  const described = JSON.stringify(describeError(new TypeError(`no item ${keys}`, { cause: keys })));
  for (const secret of ["@", "example", "xxxx", "0000"]) expect(described).not.toContain(secret);
  expect(describeError(new Error("connect ECONNREFUSED 127.0.0.1:8001"))).toMatchObject({
    message: "connect ECONNREFUSED 127.0.0.1:8001",
  });
});

it("redacts codes of tickets, also those cut off, and door keys, and leaves ids", () => {
  const [code, key] = [`E1.k1.12.42.BALA-12.1.${"s".repeat(86)}`, `event-00012.${"i".repeat(16)}.${"k".repeat(43)}`];
  const { message } = describeError(new Error(`${code} E1.k1.12.42 ${key} of event-00012#booking-00042`)) as Error;
  expect(message).toBe("[code] [code] [token] of event-00012#booking-00042");
});

it("logs a value that is no error as text", () => {
  expect(describeError("gone")).toBe("gone");
});
