import type { EventPage } from "@evently/core/event";
import { describePrice } from "~/ui/format/describe-prices";
import { formatCount } from "~/ui/format/format-count";
import { ScriptNote } from "~/ui/script-note";

/** What the map would say, where it can't be drawn. */
export function PlainPrices({ event: { seat_type_prices, currency, availability } }: { event: EventPage }) {
  const byPrice = Object.entries(seat_type_prices).sort(([, a], [, b]) => b - a);
  return (
    <ScriptNote>
      <p className="font-semibold">Choosing seats needs JavaScript, which is turned off in this browser.</p>
      <ul className="figures mt-2">
        {byPrice.map(([seat_type, price]) => (
          <li key={seat_type}>
            <bdi>{seat_type}</bdi>
            <span>{`: ${describePrice(price, currency)}, ${formatCount(availability.by_seat_type[seat_type]?.available ?? 0)} left`}</span>
          </li>
        ))}
      </ul>
    </ScriptNote>
  );
}
