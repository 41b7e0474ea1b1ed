import { SeatSwatch } from "~/features/hall/drawing/seat-swatch";

const signs = [
  { name: "Selected", state: "selected" },
  { name: "Held for you", state: "yours" },
  { name: "On hold", state: "held" },
  { name: "Taken", state: "taken" },
] as const;

/** What the shapes on the map mean. */
export function MapKey({ withAccessible }: { withAccessible: boolean }) {
  return (
    <ul className="flex flex-wrap gap-x-5 gap-y-2 text-14 text-soft">
      {signs.map(({ name, state }) => (
        <li key={state} className="flex items-center gap-2">
          <SeatSwatch state={state} />
          {name}
        </li>
      ))}
      {withAccessible ? (
        <li className="flex items-center gap-2">
          <SeatSwatch accessible />
          Wheelchair space
        </li>
      ) : null}
    </ul>
  );
}
