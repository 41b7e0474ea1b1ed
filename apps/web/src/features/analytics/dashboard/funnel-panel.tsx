import type { EventAnalytics } from "@evently/core/analytics";
import { formatCount } from "~/ui/format/format-count";
import { BarList } from "../bar-list";
import { FiguresTable } from "../figures-table";
import { formatPercent } from "../format-percent";
import { Panel } from "../panel";
import { type FunnelStep, funnelSteps } from "./sale-funnel";

const styles = ["bg-outline", "bar-held", "bg-curtain"];

export function FunnelPanel({ figures, className }: { figures: EventAnalytics; className?: string }) {
  const steps = funnelSteps(figures);
  return (
    <Panel
      title="From hold to booking"
      lead="How many requests got their seats, and how many of those were paid."
      className={className}
      table={() => <FunnelTable steps={steps} />}
    >
      <BarList
        bars={steps.map(({ name, count, share_of_requests, share_of_previous }, index) => ({
          key: name,
          name,
          share: share_of_requests / 100,
          value: formatCount(count),
          note: index === 0 ? "for seats on sale" : `${formatPercent(share_of_previous)} of the previous step`,
          className: styles[index],
        }))}
      />
    </Panel>
  );
}

function FunnelTable({ steps }: { steps: readonly FunnelStep[] }) {
  return (
    <FiguresTable
      caption="From hold to booking"
      columns={[
        { name: "Step" },
        { name: "Count", isNumber: true },
        { name: "Of requests", isNumber: true },
        { name: "Of previous step", isNumber: true },
      ]}
      rows={steps.map(({ name, count, share_of_requests, share_of_previous }) => ({
        key: name,
        cells: [name, formatCount(count), formatPercent(share_of_requests), formatPercent(share_of_previous)],
      }))}
    />
  );
}
