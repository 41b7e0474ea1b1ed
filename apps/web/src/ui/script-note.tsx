import type { ReactNode } from "react";

/** For visitors without JavaScript; in a component of the server it costs the others nothing. */
export function ScriptNote({ children }: { children: ReactNode }) {
  return (
    <noscript>
      <div className="mb-6 rounded-card bg-spot-wash p-4 text-on-spot-wash">{children}</div>
    </noscript>
  );
}
