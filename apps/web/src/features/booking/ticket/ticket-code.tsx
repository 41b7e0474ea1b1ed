import { drawCode } from "./draw-code";

/** The code that the door reads: the booking's id. */
export function TicketCode({ booking_id }: { booking_id: string }) {
  const { size, path } = drawCode(`evently:${booking_id}`);
  return (
    <svg
      viewBox={`0 0 ${size} ${size}`}
      role="img"
      aria-label={`QR code of ${booking_id}`}
      shapeRendering="crispEdges"
      className="w-full max-w-56 bg-card text-ink sm:w-52 lg:w-full"
    >
      <path d={path} fill="currentColor" />
    </svg>
  );
}
