import { formatCount } from "~/ui/format/format-count";
import { heatShares } from "./heat-layer";
import type { HeatScale } from "./heat-levels";

/** What the sizes and shades on the map mean, and how many seats are of each. */
export function HeatLegend({ steps }: Pick<HeatScale, "steps">) {
  return (
    <ul className="flex flex-wrap gap-x-5 gap-y-2 text-14">
      {steps.map(({ level, label, seats }) => (
        <li key={level} className="flex items-center gap-2">
          <svg width={20} height={20} viewBox="-0.5 -0.5 1 1" aria-hidden="true" className="shrink-0">
            <circle r={heatShares[level]} strokeWidth={0.06} className={`heat heat-${level}`} />
          </svg>
          {label}
          <span className="figures text-soft">{formatCount(seats)}</span>
        </li>
      ))}
    </ul>
  );
}
