import type { SeatLook } from "~/features/picker/seat-store";
import { seatGlyph } from "./seat-glyphs";

type Props = { look?: SeatLook; type?: number; accessible?: boolean; size?: number };

/** A seat as the map draws it, for the legend and lists. For the eye only: words stand beside it. */
export function SeatSwatch({ look = "available", type = 0, accessible = false, size = 18 }: Props) {
  return (
    <svg width={size} height={size} viewBox="-1.15 -1.15 2.3 2.3" aria-hidden="true" className="shrink-0">
      <path
        className={`seat seat-${type + 1}`}
        data-look={look}
        d={seatGlyph({ look, type, accessible, lost: false })}
      />
    </svg>
  );
}
