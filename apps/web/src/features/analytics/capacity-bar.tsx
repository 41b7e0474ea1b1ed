import "./heat/heat.css";

type Props = { sold: number; reserved: number; held: number; blocked: number; total: number; className?: string };

/** Sold, reserved, held, blocked and available seats as a bar; the figures are next to it as text. */
export function CapacityBar({ sold, reserved, held, blocked, total, className = "h-4" }: Props) {
  const width = (seats: number) => ({ width: `${total === 0 ? 0 : (seats / total) * 100}%` });
  return (
    <div
      aria-hidden="true"
      className={`flex w-full overflow-hidden rounded-[3px] border border-transparent bg-sunken ${className}`}
    >
      <div className="bar h-full bg-curtain" style={width(sold)} />
      <div className="bar bar-reserved h-full" style={width(reserved)} />
      <div className="bar bar-held h-full" style={width(held)} />
      <div className="bar bar-house h-full" style={width(blocked)} />
    </div>
  );
}
