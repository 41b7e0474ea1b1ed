import type { LucideIcon } from "lucide-react";

/** An icon with 1.5 px strokes at any size, hidden from screen readers: there is always text next to it. */
export function Icon({ icon: Glyph, size = 20, className }: { icon: LucideIcon; size?: number; className?: string }) {
  return (
    <Glyph size={size} strokeWidth={1.5} absoluteStrokeWidth aria-hidden="true" className={className ?? "shrink-0"} />
  );
}
