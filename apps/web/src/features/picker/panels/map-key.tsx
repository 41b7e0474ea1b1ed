import { SeatSwatch } from "~/features/hall/drawing/seat-swatch";
import type { Hall } from "~/features/hall/hall";
import { featureNames } from "~/features/hall/seat-features";
import { stateNames } from "../seats/describe-seat";

const signs = ["selected", "yours", "held", "taken"] as const;

/** What the shapes on the map mean, and its keys. */
export function MapKey({ hall }: { hall: Hall }) {
  return (
    <div className="flex flex-col gap-2 text-14 text-soft">
      <ul className="flex flex-wrap gap-x-5 gap-y-2">
        {signs.map((state) => (
          <li key={state} className="flex items-center gap-2">
            <SeatSwatch state={state} />
            {stateNames[state]}
          </li>
        ))}
        {hall.accessible.includes(1) ? (
          <li className="flex items-center gap-2">
            <SeatSwatch accessible />
            {featureNames.accessible}
          </li>
        ) : null}
        {hall.properties.some((properties) => properties.includes("restricted_view")) ? (
          <li className="flex items-center gap-2">
            <SeatSwatch restricted />
            {featureNames.restricted_view}
          </li>
        ) : null}
      </ul>
      <p className="hidden lg:block">
        By keyboard: arrows from seat to seat, N to the next free one that matches, Enter to select.
      </p>
    </div>
  );
}
