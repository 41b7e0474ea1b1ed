import { setTimeout as wait } from "node:timers/promises";
import type { TestApp } from "./open-app.ts";

const maxTries = 30;

/** `TestApp.call` over HTTP; waits for Retry-After and retries. */
export function callOrigin(origin: string): TestApp["call"] {
  return async (method, path, { token, body, raw, headers = {} } = {}) => {
    const content = raw ?? (body === undefined ? undefined : JSON.stringify(body));
    for (let turn = 1; ; turn++) {
      const answer = await fetch(`${origin}${path}`, {
        method,
        headers: { ...(token ? { authorization: `Bearer ${token}` } : {}), ...headers },
        ...(content === undefined ? {} : { body: content }),
      });
      const text = await answer.text();
      const { status } = answer;
      const seconds = Number(answer.headers.get("retry-after"));
      if (status !== 429 || !(seconds > 0) || turn === maxTries) {
        return { status, headers: answer.headers, text, body: text.startsWith("{") ? JSON.parse(text) : {} };
      }
      await wait(seconds * 1000);
    }
  };
}
