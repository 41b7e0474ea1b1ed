import { isFailure } from "@evently/core/errors";
import { expect, it } from "vitest";
import { limitBody } from "./limit-body.ts";

const url = "http://localhost/events";

/** A body of `parts` without a Content-Length, and how many of them were asked for. */
function chunked(parts: string[]) {
  const left = [...parts];
  const body = new ReadableStream({
    pull(controller) {
      const part = left.shift();
      if (part === undefined) controller.close();
      else controller.enqueue(new TextEncoder().encode(part));
    },
  });
  const headers = { "transfer-encoding": "chunked" };
  const request = new Request(url, { method: "POST", body, headers, duplex: "half" } as RequestInit);
  return { request, asked: () => parts.length - left.length };
}

const sized = (text: string) =>
  new Request(url, { method: "POST", body: text, headers: { "content-length": `${text.length}` } });

const failureOf = (reading: Promise<unknown>) =>
  reading.then(
    () => null,
    (error: unknown) => error,
  );

it("leaves a request alone whose body is small enough", () => {
  const request = sized("x".repeat(1024));
  expect(limitBody(request, 1024)).toBe(request);
});

it("refuses to read a body of a larger Content-Length, and says the limit", async () => {
  const error = await failureOf(limitBody(sized("x".repeat(1025)), 1024).text());
  expect(isFailure(error, "BODY_TOO_LARGE")).toBe(true);
  expect((error as Error).message).toBe("The request body is larger than 1 kB.");
});

it("reads a body without a length up to the limit, and little of one that nobody asks for", async () => {
  const parts = Array.from({ length: 8 }, () => "x".repeat(128));
  const { request, asked } = chunked(parts);
  const limited = limitBody(request, 1024);
  expect(asked()).toBeLessThanOrEqual(2);
  expect(await limited.text()).toHaveLength(1024);
  const error = await failureOf(limitBody(chunked([...parts, "x"]).request, 1024).json());
  expect(isFailure(error, "BODY_TOO_LARGE")).toBe(true);
});

it("leaves a reading request alone, whatever length it states", () => {
  for (const method of ["GET", "HEAD"]) {
    const request = new Request(url, { method, headers: { "content-length": "1025" } });
    expect(limitBody(request, 1024)).toBe(request);
  }
});
