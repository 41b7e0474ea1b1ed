"use client";

import type { EventPage } from "@evently/core/event";
import type { HoldingView } from "@evently/core/hold";
import clsx from "clsx";
import { Timer } from "lucide-react";
import { lazy, Suspense, useEffect, useState } from "react";
import { formatLeft } from "~/features/hold/countdown";
import { describeHeldFailure } from "~/features/hold/describe-hold-failure";
import { MoreTime } from "~/features/hold/more-time";
import { SilenceNote, timeUnconfirmed } from "~/features/hold/silence-note";
import { useHoldCountdown } from "~/features/hold/use-hold-countdown";
import { useReleased } from "~/features/hold/use-released";
import { findFailureOf } from "~/trpc/failure";
import { Button } from "~/ui/button";
import { describePrice } from "~/ui/format/describe-prices";
import { Price } from "~/ui/format/price";
import { useDateStyle } from "~/ui/format/use-date-style";
import { Icon } from "~/ui/icon";
import { LinkButton } from "~/ui/link-button";
import { describeHeld } from "../holds/describe-held";
import { applyExpiry, applyFailure, applyRelease } from "../holds/hold-outcomes";
import { useUpdateHolds } from "../holds/use-open-holds";
import type { Picker } from "../picker";
import { countSeats, type PriceOf } from "../seats/describe-seat";
import { clearNotice } from "../selection/selection";
import { outcome } from "./outcome-panel";
import { SelectionList } from "./selection-list";

type Props = { picker: Picker; event: EventPage; hold: HoldingView; place: string };

/** Seats held for this person: how long still, more time once, on to payment, or back on sale. `place` is ", 1 of 2". */
export function HoldPanel({ picker, event, hold, place }: Props) {
  const { keep, forget } = useUpdateHolds(event);
  const expire = async (by?: HoldingView["released_by"]) => {
    await forget(hold);
    applyExpiry(picker, hold, by);
  };
  const extended = (longer: HoldingView) => {
    void keep(longer);
    picker.update(clearNotice);
  };
  const refused = async (error: unknown) => {
    const ended = findFailureOf(error, "HOLD_EXPIRED");
    if (ended) return expire(ended.details.released_by);
    applyFailure(picker, await describeHeldFailure(error));
  };
  useReleased(hold, ({ released_by }) => void (released_by ? expire(released_by) : forget(hold)));
  const left = useHoldCountdown(hold.hold_ttl, () => void expire());
  const [detailed, setDetailed] = useState(false);
  const dateStyle = useDateStyle();
  return (
    <section
      aria-label={`Seats held for you${place}`}
      className="flex flex-col gap-3 lg:rounded-card lg:border lg:border-curtain lg:p-4"
    >
      <div className="flex flex-wrap items-center justify-between gap-3">
        <h3 className="font-semibold text-16">
          Held for you<span className="lg:hidden">{`: ${countSeats(hold.seats.length)}`}</span>
        </h3>
        <TimeLeft left={left} />
      </div>
      <p {...outcome(hold.holding_id)} className="text-14 text-soft">
        {describeHeld(picker, hold, dateStyle)}
      </p>
      <HeldSeats {...{ picker, hold }} isShown={detailed} />
      <LinkButton href={`/checkout/${hold.holding_id}`} variant="primary" className="w-full">
        Continue to payment
      </LinkButton>
      <div className="flex items-center justify-between gap-4">
        <MoreTime hold={hold} onExtended={extended} onRefused={(error) => void refused(error)} />
        <Button variant="plain" aria-expanded={detailed} className="lg:hidden" onClick={() => setDetailed(!detailed)}>
          {detailed ? "Hide seats" : "Show seats"}
        </Button>
        <ReleaseSeats picker={picker} hold={hold} onReleased={() => forget(hold)} />
      </div>
    </section>
  );
}

/** What was quoted: the event may ask another price by now. */
function pricesIn({ lines, currency }: HoldingView, { hall }: Picker): PriceOf {
  const prices = new Map(lines.map(({ seat, price }) => [hall.types[hall.indexOf.get(seat) ?? -1], price]));
  return (type) => describePrice(prices.get(type) ?? 0, currency);
}

type HeldProps = Pick<Props, "picker" | "hold"> & { isShown: boolean };

/** Always shown next to the map, on a phone only when asked for. */
function HeldSeats({ picker, hold, isShown }: HeldProps) {
  return (
    <div className={clsx("flex-col lg:flex", isShown ? "flex" : "hidden")}>
      <SelectionList picker={picker} seats={picker.indexesOf(hold.seats)} priceOf={pricesIn(hold, picker)} />
      <p className="flex flex-wrap items-baseline justify-between gap-x-4 border-line border-t pt-3">
        <span className="text-soft">Total</span>
        <Price
          amount={hold.total}
          currency={hold.currency}
          className="display ml-auto text-right font-semibold text-28"
        />
      </p>
    </div>
  );
}

const loadDialog = () => import("~/features/hold/release-dialog");
const ReleaseDialog = lazy(() =>
  loadDialog().then(
    ({ ReleaseDialog }) => ({ default: ReleaseDialog }),
    () => ({ default: MissingDialog }),
  ),
);

function MissingDialog() {
  return (
    <p role="alert" className="text-14 text-soft">
      Your seats stay held. To release them, reload the page once you are back online.
    </p>
  );
}

type ReleaseProps = { picker: Picker; hold: HoldingView; onReleased: () => Promise<void> };

function ReleaseSeats({ picker, hold, onReleased }: ReleaseProps) {
  const [asking, setAsking] = useState(false);
  const [wasAsked, setAsked] = useState(false);
  // At hand when it is asked for.
  useEffect(() => void loadDialog().catch(() => undefined), []);
  const ask = () => {
    setAsked(true);
    setAsking(true);
  };
  const released = async () => {
    setAsking(false);
    await onReleased();
    applyRelease(picker, hold);
  };
  return (
    <>
      <Button variant="plain" onClick={ask}>
        {hold.seats.length === 1 ? "Release seat" : "Release seats"}
      </Button>
      {wasAsked ? (
        <Suspense>
          <ReleaseDialog
            hold={hold}
            open={asking}
            onClose={() => setAsking(false)}
            onReleased={() => void released()}
          />
        </Suspense>
      ) : null}
    </>
  );
}

function TimeLeft({ left }: { left: number }) {
  return (
    <>
      <p
        className={clsx(
          "figures flex items-center gap-1.5 rounded-chip px-3 py-1 font-semibold text-14",
          left < 120 ? "bg-spot text-on-spot" : "bg-sunken text-ink",
        )}
      >
        <Icon icon={Timer} size={16} />
        <span suppressHydrationWarning>{`${formatLeft(left)} left`}</span>
      </p>
      <SilenceNote>{timeUnconfirmed}</SilenceNote>
    </>
  );
}
