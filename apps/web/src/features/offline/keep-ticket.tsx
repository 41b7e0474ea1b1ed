"use client";

import { useEffect } from "react";
import { keepPage } from "./kept-pages";

/** Keeps the ticket at `path` in this browser for when there is no network, anew whenever `state` says that it has changed. */
export function KeepTicket({ path, state }: { path: string; state: string }) {
  // biome-ignore lint/correctness/useExhaustiveDependencies: each state is a reason of its own.
  useEffect(() => {
    // The ticket is on the screen: whoever can't keep it has lost nothing.
    keepPage(path).catch(() => undefined);
  }, [path, state]);
  return null;
}
