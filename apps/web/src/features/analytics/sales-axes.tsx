import { AxisBottom, AxisLeft } from "@visx/axis";
import type { SalesLayout } from "./lay-out-sales";
import type { Tick } from "./pick-ticks";

type Props = {
  layout: SalesLayout;
  ticks: readonly Tick[];
  format: (value: number) => string;
  /** The name of the lower picture. */
  pace: string;
};

const label = { fill: "var(--soft)", fontSize: 12, fontFamily: "inherit" } as const;

/** The names and figures around both pictures. */
export function SalesAxes({ layout, ticks, format, pace: paceName }: Props) {
  const { left, x, total, pace } = layout;
  const names = new Map(ticks.map(({ index, label }) => [index, label]));
  return (
    <>
      {[
        { band: total, name: "Total so far" },
        { band: pace, name: paceName },
      ].map(({ band, name }) => (
        <g key={name}>
          <text x={0} y={band.top - 12} className="fill-soft font-medium">
            {name}
          </text>
          <AxisLeft
            scale={band.scale}
            left={left}
            tickValues={band.ticks}
            tickFormat={(value) => format(Number(value))}
            tickLabelProps={{ ...label, dx: -2, dy: 4, textAnchor: "end" }}
            hideAxisLine
            hideTicks
          />
        </g>
      ))}
      <AxisBottom
        scale={x}
        top={pace.bottom}
        tickValues={[...names.keys()]}
        tickFormat={(index) => names.get(Number(index)) ?? ""}
        tickLabelProps={{ ...label, textAnchor: "middle" }}
        tickLength={6}
        tickStroke="var(--outline)"
        hideAxisLine
      />
    </>
  );
}
