import { type DrawnCode, toPath } from "@evently/tickets/draw-code";

/**
 * The code that is scanned at the door; `name` says whose it is. Black on white in every theme and in forced colors: scanners know
 * no other. By `id` the page can show it once more.
 */
export function TicketCode({ drawn, name, id }: { drawn: DrawnCode; name: string; id: string }) {
  const { size } = drawn;
  return (
    <svg viewBox={`0 0 ${size} ${size}`} role="img" aria-label={name} shapeRendering="crispEdges" className="w-full">
      <g id={id}>
        <path d={`M0 0h${size}v${size}H0z`} fill="#fff" />
        <path d={toPath(drawn)} fill="#000" />
      </g>
    </svg>
  );
}
