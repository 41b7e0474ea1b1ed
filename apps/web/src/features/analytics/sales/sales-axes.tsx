import { AxisBottom, AxisLeft, type TickRendererProps } from "@visx/axis";
import type { SalesLayout } from "./lay-out-sales";
import type { Tick } from "./pick-ticks";

type Props = {
  layout: SalesLayout;
  ticks: readonly Tick[];
  format: (value: number) => string;
  /** The name of the lower chart. */
  pace: string;
};

/** Plain text, where the library would nest another SVG. */
const ValueLabel = ({ x, y, formattedValue }: TickRendererProps) => (
  <text x={x - 2} y={y + 4} textAnchor="end" className="fill-soft">
    {formattedValue}
  </text>
);
const PeriodLabel = ({ x, y, formattedValue }: TickRendererProps) => (
  <text x={x} y={y + 4} textAnchor="middle" className="fill-soft">
    {formattedValue?.split("\n").map((line, index) => (
      <tspan
        key={line}
        x={x}
        dy={index === 0 ? 0 : "1.3em"}
        className={index === 0 ? undefined : "fill-ink font-medium"}
      >
        {line}
      </tspan>
    ))}
  </text>
);

/** The names and figures around both charts. */
export function SalesAxes({ layout, ticks, format, pace: paceName }: Props) {
  const { left, x, total, pace } = layout;
  const names = new Map(ticks.map(({ index, label, day }) => [index, day ? `${label}\n${day}` : label]));
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
            tickComponent={ValueLabel}
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
        tickComponent={PeriodLabel}
        tickLength={6}
        tickStroke="var(--outline)"
        hideAxisLine
      />
    </>
  );
}
