import type { ReactNode } from "react";

type Props = {
  name: string;
  value: ReactNode;
  /** What the figure counts. */
  meaning: string;
  /** What it is made of, in numbers. */
  note?: string;
};

/** One figure of a list of figures (`dl`), with what it counts under it. */
export function Tile({ name, value, meaning, note }: Props) {
  return (
    <div className="flex min-w-0 flex-col gap-0.5 bg-card p-4">
      <dt className="text-14 text-soft">{name}</dt>
      <dd className="display figures break-words font-semibold text-18 min-[24rem]:text-22 sm:text-28">{value}</dd>
      <dd className="text-12 text-soft">{meaning}</dd>
      {note ? <dd className="figures text-12 text-soft">{note}</dd> : null}
    </div>
  );
}
