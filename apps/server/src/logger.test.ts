import { expect, it } from "vitest";
import { describeError } from "./logger.ts";

it("keeps what hangs on an error out of the log, its causes' too", () => {
  const cause = Object.assign(new Error("refused"), { CancellationReasons: [{ Item: { email: { S: "a@b.org" } } }] });
  const described = describeError(new Error("no answer", { cause }));
  expect(JSON.stringify(described)).not.toContain("a@b.org");
  expect(described).toMatchObject({ message: "no answer", cause: { message: "refused" } });
});

it("takes what is no error as text", () => {
  expect(describeError("gone")).toBe("gone");
});
