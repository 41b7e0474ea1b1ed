import { drawCode, toPath } from "@evently/tickets/draw-code";

/** The code that is scanned at the door; `name` says whose it is. */
export function TicketCode({ code, name }: { code: string; name: string }) {
  const drawn = drawCode(code);
  return (
    <svg
      viewBox={`0 0 ${drawn.size} ${drawn.size}`}
      role="img"
      aria-label={name}
      shapeRendering="crispEdges"
      className="w-full bg-card text-ink"
    >
      <path d={toPath(drawn)} fill="currentColor" />
    </svg>
  );
}
