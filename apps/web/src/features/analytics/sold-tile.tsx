import type { EventAnalytics } from "@evently/core/analytics";
import { formatCount } from "~/ui/format/format-count";
import { CapacityBar } from "./capacity-bar";

type Props = {
  figures: Pick<
    EventAnalytics,
    "seats_sold" | "comps" | "seats_reserved" | "seats_held" | "seats_blocked" | "seats_available" | "total_seats"
  >;
  /** What is counted. */
  meaning: string;
};

export function SoldTile({ figures, meaning }: Props) {
  const { seats_sold, comps, seats_reserved, seats_held, seats_blocked, seats_available, total_seats } = figures;
  const parts = [
    { name: "sold", seats: seats_sold - comps, swatch: "bar bg-curtain" },
    ...(comps > 0 ? [{ name: comps === 1 ? "comp" : "comps", seats: comps, swatch: "bar bg-curtain" }] : []),
    ...(seats_reserved > 0 ? [{ name: "reserved, not paid", seats: seats_reserved, swatch: "bar-reserved" }] : []),
    { name: "on hold", seats: seats_held, swatch: "bar-held" },
    ...(seats_blocked > 0 ? [{ name: "blocked", seats: seats_blocked, swatch: "bar-house" }] : []),
    { name: "available", seats: seats_available, swatch: "border border-outline bg-sunken" },
  ];
  return (
    <div className="col-span-2 flex flex-col bg-card p-4 sm:p-6 lg:col-span-1 lg:row-span-2">
      <dt className="text-14 text-soft">Seats sold</dt>
      <dd className="display figures flex flex-wrap items-baseline gap-x-3 font-semibold">
        <span className="text-48 sm:text-[5.5rem] sm:leading-none">{formatCount(seats_sold)}</span>{" "}
        <span className="text-22 text-soft sm:text-28">{`of ${formatCount(total_seats)}`}</span>
      </dd>
      <dd className="text-12 text-soft">{meaning}</dd>
      <dd className="mt-auto flex flex-col gap-3 pt-5">
        <CapacityBar
          sold={seats_sold}
          reserved={seats_reserved}
          held={seats_held}
          blocked={seats_blocked}
          total={total_seats}
        />
        <ul className="figures flex flex-wrap gap-x-5 gap-y-1 text-14">
          {parts.map(({ name, seats, swatch }) => (
            <li key={name} className="flex items-center gap-2">
              <span aria-hidden="true" className={`size-3 rounded-[3px] ${swatch}`} />
              <span>{`${formatCount(seats)} ${name}`}</span>
            </li>
          ))}
        </ul>
      </dd>
    </div>
  );
}
