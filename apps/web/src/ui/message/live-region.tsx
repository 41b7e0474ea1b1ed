"use client";

import { useSyncExternalStore } from "react";
import { announcements } from "./announcements";

/** The page's polite live region, filled by `announce`. */
export function LiveRegion() {
  const text = useSyncExternalStore(announcements.subscribe, announcements.read, () => "");
  return (
    <div role="status" aria-live="polite" className="sr-only">
      {text}
    </div>
  );
}
