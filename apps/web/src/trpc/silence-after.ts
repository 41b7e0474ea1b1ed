import { SilentError } from "./describe-silence";

/** Aborts with SilentError after `limitMs`. */
export function silenceAfter(limitMs: number): AbortController {
  const controller = new AbortController();
  setTimeout(() => controller.abort(new SilentError()), limitMs);
  return controller;
}
