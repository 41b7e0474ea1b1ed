import { seatGlyph, typeClass } from "./seat-glyphs";
import type { SeatState } from "./seat-source";

type Props = { state?: SeatState; type?: number; accessible?: boolean; size?: number };

/** A seat as the map draws it, for the legend and lists. Hidden from screen readers: it always comes with words. */
export function SeatSwatch({ state = "available", type = 0, accessible = false, size = 18 }: Props) {
  return (
    <svg width={size} height={size} viewBox="-1.15 -1.15 2.3 2.3" aria-hidden="true" className="shrink-0">
      <path
        className={`seat ${typeClass(type)}`}
        data-state={state}
        d={seatGlyph({ state, type, accessible, lost: false })}
      />
    </svg>
  );
}
