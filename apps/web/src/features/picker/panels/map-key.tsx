import { SeatSwatch } from "~/features/hall/drawing/seat-swatch";

const signs = [
  { name: "Your choice", look: "selected" },
  { name: "Held for you", look: "yours" },
  { name: "Held by others", look: "held" },
  { name: "Taken", look: "taken" },
] as const;

/** What the shapes on the map mean. */
export function MapKey({ withAccessible }: { withAccessible: boolean }) {
  return (
    <ul className="flex flex-wrap gap-x-5 gap-y-2 text-14 text-soft">
      {signs.map(({ name, look }) => (
        <li key={look} className="flex items-center gap-2">
          <SeatSwatch look={look} />
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
