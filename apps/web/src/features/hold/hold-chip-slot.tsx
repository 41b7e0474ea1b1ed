"use client";

import { lazy, Suspense, useSyncExternalStore } from "react";
import { onHeldMark, readHeldMark } from "./held-mark";

/** Loaded only where a hold is marked: most pages are visited without one. */
const HoldChip = lazy(() => import("./hold-chip").catch(() => ({ default: () => null })));

/** The header's place for the chip. */
export function HoldChipSlot() {
  const mark = useSyncExternalStore(onHeldMark, readHeldMark, () => null);
  return mark ? (
    <Suspense fallback={null}>
      <HoldChip mark={mark} />
    </Suspense>
  ) : null;
}
