import type { EventAnalytics } from "@evently/core/analytics";
import { formatCount } from "~/ui/format/format-count";
import { BarList } from "../bar-list";
import { FiguresTable } from "../figures-table";
import { formatPercent } from "../format-percent";
import { Panel } from "../panel";
import { type FunnelStep, funnelSteps } from "./sale-funnel";

const looks = ["bg-outline", "bar-held", "bg-curtain"];

/** How many who tried to hold seats won them, and how many of these paid. */
export function FunnelPanel({ figures, className }: { figures: EventAnalytics; className?: string }) {
  const steps = funnelSteps(figures);
  return (
    <Panel
      title="From attempt to booking"
      lead="Of those who chose seats, how many got them and how many paid."
      className={className}
      table={() => <FunnelTable steps={steps} />}
    >
      <BarList
        bars={steps.map(({ name, count, of_attempts, of_before }, index) => ({
          key: name,
          name,
          share: of_attempts / 100,
          value: formatCount(count),
          note:
            index === 0 ? "every try for seats that were on sale" : `${formatPercent(of_before)} of the step before`,
          className: looks[index],
        }))}
      />
    </Panel>
  );
}

function FunnelTable({ steps }: { steps: readonly FunnelStep[] }) {
  return (
    <FiguresTable
      caption="From attempt to booking"
      columns={[
        { name: "Step" },
        { name: "Count", isNumber: true },
        { name: "Of attempts", isNumber: true },
        { name: "Of step before", isNumber: true },
      ]}
      rows={steps.map(({ name, count, of_attempts, of_before }) => ({
        key: name,
        cells: [name, formatCount(count), formatPercent(of_attempts), formatPercent(of_before)],
      }))}
    />
  );
}
