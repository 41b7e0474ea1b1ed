import { makeSignal } from "./signal";

export type Toast = { id: number; text: string };

export const toasts = makeSignal<readonly Toast[]>([]);

const visibleMs = 7000;
let lastId = 0;

/** Confirms that something was done. Never for a failure, which stays on the page with its next action. */
export function showToast(text: string): void {
  lastId += 1;
  const id = lastId;
  toasts.write([...toasts.read(), { id, text }].slice(-3));
  setTimeout(() => hideToast(id), visibleMs);
}

export function hideToast(id: number): void {
  toasts.write(toasts.read().filter((toast) => toast.id !== id));
}
