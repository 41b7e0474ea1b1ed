import type { ReactNode } from "react";

/** A word above a ticket of what is not as usual with it. */
export function Note({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div role="status" className="rounded-card bg-spot-wash px-5 py-4 text-on-spot-wash">
      <p className="font-semibold text-18">{title}</p>
      <p className="max-w-[65ch]">{children}</p>
    </div>
  );
}
