import { GridRows } from "@visx/grid";
import { AreaClosed, Bar, LinePath } from "@visx/shape";
import type { SalesLayout } from "./lay-out-sales";

/** The line of the total, the bars of the periods, and the grid. `pointed` is a period's index. */
export function SalesMarks({ layout, pointed }: { layout: SalesLayout; pointed: number | null }) {
  const { left, width, x, middle, total, pace } = layout;
  const line = total.values.map((value, index) => ({ x: middle(index), y: total.scale(value) }));
  const end = line.at(-1);
  return (
    <>
      {pointed === null ? null : (
        <Bar
          x={middle(pointed) - x.step() / 2}
          width={x.step()}
          y={total.top}
          height={pace.bottom - total.top}
          className="fill-sunken"
        />
      )}
      {[total, pace].map(({ top, scale, ticks }) => (
        <GridRows key={top} scale={scale} left={left} width={width - left} tickValues={ticks} stroke="var(--line)" />
      ))}
      <AreaClosed data={line} yScale={total.scale} className="fill-curtain-wash" {...at} />
      <LinePath data={line} {...at} strokeWidth={2} strokeLinejoin="round" className="stroke-curtain" />
      {end ? <circle cx={end.x} cy={end.y} r={4} className="fill-curtain" /> : null}
      {pace.values.map((value, index) => (
        <Bar
          // biome-ignore lint/suspicious/noArrayIndexKey: a bar is identified by its position.
          key={index}
          x={x(index) ?? 0}
          width={x.bandwidth()}
          y={Math.min(pace.scale(0), pace.scale(value))}
          height={Math.abs(pace.scale(0) - pace.scale(value))}
          rx={Math.min(2, x.bandwidth() / 3)}
          className={value < 0 ? "fill-outline" : "fill-curtain"}
        />
      ))}
      <line x1={left} x2={width} y1={pace.scale(0)} y2={pace.scale(0)} stroke="var(--outline)" />
    </>
  );
}

type Dot = { x: number; y: number };
const at = { x: (dot: Dot) => dot.x, y: (dot: Dot) => dot.y };
