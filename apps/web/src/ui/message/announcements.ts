import { makeSignal } from "./signal";

export const announcements = makeSignal("");

const delayMs = 600;
let timer: ReturnType<typeof setTimeout> | undefined;

/** Announces `text` to screen readers; of several within 0.6 s only the last. */
export function announce(text: string): void {
  clearTimeout(timer);
  announcements.write("");
  timer = setTimeout(() => announcements.write(text), delayMs);
}
