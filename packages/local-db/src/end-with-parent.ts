import type { ChildProcess } from "node:child_process";

const signals = ["SIGINT", "SIGTERM", "SIGHUP"] as const;
const children = new Map<ChildProcess, NodeJS.Signals>();

/**
 * Kills the child when this process exits or is told to end, so that no engine outlives the one who started it. Another
 * signal than SIGKILL is for a child with children of its own, which it ends when it is told to.
 */
export function endWithParent(child: ChildProcess, signal: NodeJS.Signals = "SIGKILL"): void {
  if (children.size === 0) listen();
  children.set(child, signal);
  child.once("exit", () => {
    children.delete(child);
    if (children.size === 0) stopListening();
  });
}

function killAll(): void {
  for (const [child, signal] of children) child.kill(signal);
}

function onSignal(signal: NodeJS.Signals): void {
  // Someone else listens too and ends things in an order of their own; killAll runs when they exit.
  if (process.listenerCount(signal) > 1) return;
  killAll();
  stopListening();
  process.kill(process.pid, signal);
}

function listen(): void {
  process.on("exit", killAll);
  for (const signal of signals) process.on(signal, onSignal);
}

function stopListening(): void {
  process.off("exit", killAll);
  for (const signal of signals) process.off(signal, onSignal);
}
