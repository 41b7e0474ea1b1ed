import { makeSignal } from "./signal";

export const announcements = makeSignal("");

const pauseMs = 600;
let waiting: ReturnType<typeof setTimeout> | undefined;

/** Has a screen reader say `text` when it is free. Of several within 0.6 s only the last is said. */
export function announce(text: string): void {
  clearTimeout(waiting);
  announcements.write("");
  waiting = setTimeout(() => announcements.write(text), pauseMs);
}
