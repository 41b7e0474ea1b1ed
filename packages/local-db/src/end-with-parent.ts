import type { ChildProcess } from "node:child_process";

const signals = ["SIGINT", "SIGTERM", "SIGHUP"] as const;
const children = new Map<ChildProcess, NodeJS.Signals>();

/**
 * Kills the child when this process exits or gets a termination signal, so that no engine outlives its parent. Pass a
 * signal other than SIGKILL for a child that has to end its own children.
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
  // Other listeners may shut things down in their own order; killAll runs when they exit.
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
