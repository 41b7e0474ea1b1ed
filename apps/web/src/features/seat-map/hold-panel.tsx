"use client";

import type { EventPage } from "@evently/core/event";
import type { HoldingView } from "@evently/core/hold";
import clsx from "clsx";
import { Timer } from "lucide-react";
import { useState } from "react";
import { formatLeft } from "~/features/hold/countdown";
import { MoreTime } from "~/features/hold/more-time";
import { ReleaseDialog } from "~/features/hold/release-dialog";
import { useHoldCountdown } from "~/features/hold/use-hold-countdown";
import { findFailure } from "~/trpc/failure";
import { Button } from "~/ui/button";
import { Price } from "~/ui/format/price";
import { Icon } from "~/ui/icon";
import { LinkButton } from "~/ui/link-button";
import { countSeats, listSeats, type PriceOf } from "./seat-name";
import type { SeatStore } from "./seat-store";
import { SelectionList } from "./selection-list";
import { useForgetHold } from "./use-open-holds";

type Props = { store: SeatStore; event: EventPage; hold: HoldingView; priceOf: PriceOf };

/** Seats held for this person: how long still, more time once, on to payment, or back on sale. */
export function HoldPanel({ store, event, hold, priceOf }: Props) {
  const forget = useForgetHold(event);
  const [asking, setAsking] = useState(false);
  const end = () => {
    forget(hold);
    store.end(hold);
  };
  const released = () => {
    setAsking(false);
    forget(hold);
    store.released(hold);
  };
  const left = useHoldCountdown(hold.hold_ttl, end);
  const [detailed, setDetailed] = useState(false);
  const seats = hold.seats.flatMap((id) => store.hall.indexOf.get(id) ?? []);
  return (
    <section
      aria-label={`Seats held for you: ${listSeats(store, seats)}`}
      className="flex flex-col gap-3 lg:rounded-card lg:border lg:border-curtain lg:p-4"
    >
      <div className="flex items-center justify-between gap-3">
        <h3 className="font-semibold text-16">
          Held for you<span className="lg:hidden">: {countSeats(seats.length)}</span>
        </h3>
        <TimeLeft left={left} />
      </div>
      <div className={clsx("flex-col lg:flex", detailed ? "flex" : "hidden")}>
        <SelectionList store={store} seats={seats} priceOf={priceOf} />
        <p className="flex items-baseline justify-between border-line border-t pt-3">
          <span className="text-soft">Total</span>
          <Price amount={hold.total} currency={hold.currency} className="display font-semibold text-28" />
        </p>
      </div>
      <LinkButton href={`/checkout/${hold.holding_id}`} variant="primary" className="w-full">
        Continue to payment
      </LinkButton>
      <div className="flex items-center justify-between gap-4">
        <MoreTime
          hold={hold}
          onExtended={(longer) => store.placed(longer)}
          onRefused={(error) => (isOver(error) ? end() : store.failed(tellRefusal(error)))}
        />
        <Button variant="plain" aria-expanded={detailed} className="lg:hidden" onClick={() => setDetailed(!detailed)}>
          {detailed ? "Hide seats" : "Show seats"}
        </Button>
        <Button variant="plain" onClick={() => setAsking(true)}>
          {hold.seats.length === 1 ? "Release seat" : "Release seats"}
        </Button>
      </div>
      <ReleaseDialog hold={hold} open={asking} onClose={() => setAsking(false)} onReleased={released} />
    </section>
  );
}

function TimeLeft({ left }: { left: number }) {
  return (
    <p
      className={clsx(
        "figures flex items-center gap-1.5 rounded-chip px-3 py-1 font-semibold text-14",
        left < 120 ? "bg-spot text-on-spot" : "bg-sunken text-ink",
      )}
    >
      <Icon icon={Timer} size={16} />
      <span suppressHydrationWarning>{formatLeft(left)} left</span>
    </p>
  );
}

const isOver = (error: unknown): boolean => findFailure(error)?.error_code === "HOLD_EXPIRED";

const tellRefusal = (error: unknown): string =>
  `${findFailure(error)?.error ?? "The box office did not answer."} Your seats stay held for the time shown.`;
