import type { ReactNode } from "react";

export type Bar = {
  key: string;
  name: ReactNode;
  /** The length of the bar, 0 to 1. */
  share: number;
  value: ReactNode;
  note?: ReactNode;
  /** The bar's own class, or its color. */
  className?: string;
  color?: string;
};

/** Bars with their names and figures as text above them; the bars themselves are hidden from screen readers. */
export function BarList({ bars }: { bars: readonly Bar[] }) {
  return (
    <ul className="flex flex-col gap-4">
      {bars.map(({ key, name, share, value, note, className = "bg-curtain", color }) => (
        <li key={key} className="flex flex-col gap-1.5">
          <div className="flex flex-wrap items-center justify-between gap-x-4">
            <span className="flex min-w-0 items-center gap-2 font-medium text-14">{name}</span>
            <span className="whole figures font-semibold">{value}</span>
          </div>
          <div aria-hidden="true" className="h-3 overflow-hidden rounded-[3px] border border-transparent bg-sunken">
            <div
              className={`bar h-full ${color ? "" : className}`}
              style={{ width: `${Math.max(0, Math.min(1, share)) * 100}%`, background: color }}
            />
          </div>
          {note ? <p className="figures text-12 text-soft">{note}</p> : null}
        </li>
      ))}
    </ul>
  );
}
