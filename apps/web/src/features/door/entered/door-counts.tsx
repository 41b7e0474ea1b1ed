"use client";

import type { CheckInList } from "@evently/core/door";
import { useMemo } from "react";
import { formatCount } from "~/ui/format/format-count";
import type { DeskState } from "../desk/desk";
import type { Sheet } from "../rules/index-sheet";
import type { FindEntered } from "../rules/judge-offline";
import { isWaiting } from "../rules/kept-scan";
import { countSections } from "./count-sections";

/** How many are in, and how many are expected: as the server counts, and those whom this device let in since. */
export function TotalCount({ counts, sheet, scans }: Pick<DeskState, "counts" | "sheet" | "scans">) {
  if (!counts && !sheet) return null;
  const admitted = counts?.admitted ?? sheet?.tickets.filter(({ entered }) => entered).length ?? 0;
  const expected = counts?.expected ?? sheet?.tickets.length ?? 0;
  return (
    <p className="figures whitespace-nowrap text-right">
      <strong className="display block font-semibold text-28">
        {formatCount(admitted + scans.filter(isWaiting).length)}
      </strong>
      <span className="block text-14 text-soft">
        of <span>{formatCount(expected)}</span> in
      </span>
    </p>
  );
}

type Props = Pick<DeskState, "counts"> & { sheet: Sheet; findEntered: FindEntered };

/** The same by gate and by section. */
export function CountTables({ counts, sheet, findEntered }: Props) {
  const sections = useMemo(() => countSections(sheet, findEntered), [sheet, findEntered]);
  return (
    <section aria-labelledby="door-counts" className="flex flex-col gap-3">
      <h2 id="door-counts" className="font-semibold text-18">
        Who is in
      </h2>
      <GateCounts gates={counts?.by_gate ?? []} />
      <CountList
        title="By section"
        rows={sections.map(({ section, admitted, expected }) => [
          section === "" ? "No section" : section,
          `${formatCount(admitted)} of ${formatCount(expected)}`,
        ])}
      />
    </section>
  );
}

export function GateCounts({ gates }: { gates: CheckInList["by_gate"] }) {
  const rows = gates.map(({ gate, admitted }) => [gate ?? "No gate named", formatCount(admitted)] as const);
  return <CountList title="By gate" rows={rows} />;
}

function CountList({ title, rows }: { title: string; rows: readonly (readonly [string, string])[] }) {
  if (rows.length === 0) return null;
  return (
    <div>
      <h3 className="text-14 text-soft">{title}</h3>
      <dl className="figures">
        {rows.map(([name, count]) => (
          <div key={name} className="flex items-baseline justify-between gap-4 border-line border-b py-1.5">
            <dt className="min-w-0">
              <bdi>{name}</bdi>
            </dt>
            <dd className="font-semibold">{count}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
