import type { LucideIcon } from "lucide-react";

/** An icon of the one family, 1.5 px strokes at any size. It is for the eye only: the words stand beside it. */
export function Icon({ of: Glyph, size = 20, className }: { of: LucideIcon; size?: number; className?: string }) {
  return (
    <Glyph size={size} strokeWidth={1.5} absoluteStrokeWidth aria-hidden="true" className={className ?? "shrink-0"} />
  );
}
