"use client";

import type { EventPage } from "@evently/core/event";
import clsx from "clsx";
import { ChevronUp } from "lucide-react";
import { useState } from "react";
import { SilenceNote } from "~/features/hold/silence-note";
import { Button } from "~/ui/button";
import { Price } from "~/ui/format/price";
import { Icon } from "~/ui/icon";
import { useOpenHolds } from "../holds/use-open-holds";
import { usePlaceHold } from "../holds/use-place-hold";
import type { Picker } from "../picker";
import { countSeats, type PriceOf } from "../seats/describe-seat";
import { type Notice, removeSeats } from "../selection/selection";
import { useSelection } from "../selection/use-selection";
import { useStoredSelection } from "../selection/use-stored-selection";
import { HoldPanel } from "./hold-panel";
import { OutcomePanel, outcome } from "./outcome-panel";
import { PickerNotices } from "./picker-notices";
import { SelectionList } from "./selection-list";

type Props = { picker: Picker; event: EventPage; prices: readonly number[]; priceOf: PriceOf; open: boolean };

/** The selection with its total and what is held: a column beside the map, on a phone a bar that opens upwards. */
export function SelectionPanel({ picker, event, prices, priceOf, open }: Props) {
  const { seats, notice } = useSelection(picker);
  const { holds, areKnown } = useOpenHolds(event);
  const { place, pending } = usePlaceHold(picker, event, holds);
  useStoredSelection(picker, event, { holds: areKnown ? holds : undefined, pending });
  const [expanded, setExpanded] = useState(false);
  const isPending = pending.length > 0;
  const listed = isPending ? pending : seats;
  const total = listed.reduce((sum, seat) => sum + (prices[picker.hall.types[seat] ?? 0] ?? 0), 0);
  const hasSeats = listed.length > 0;
  return (
    <OutcomePanel
      aria-label="Your seats"
      className="-mx-4 sticky bottom-0 z-20 flex max-h-[70dvh] flex-col gap-3 overflow-y-auto border-line border-t bg-paper px-4 py-3 sm:mx-0 sm:rounded-t-card sm:border-x lg:top-4 lg:bottom-auto lg:max-h-[calc(100dvh-2rem)] lg:self-start lg:rounded-card lg:border lg:bg-card lg:p-5"
    >
      <PickerNotices picker={picker} />
      {holds.map((hold, index) => (
        <HoldPanel
          key={hold.holding_id}
          place={holds.length > 1 ? `, ${index + 1} of ${holds.length}` : ""}
          {...{ picker, event, hold }}
        />
      ))}
      {hasSeats || holds.length === 0 ? (
        <section aria-label="Selected seats" {...outcome(listed.join())} className="flex flex-col">
          <SelectionHeading count={listed.length} open={open} />
          <div className={clsx(expanded ? "block" : "hidden lg:block")}>
            <SelectionList
              picker={picker}
              seats={listed}
              priceOf={priceOf}
              onRemove={isPending ? undefined : (seat) => picker.update((selection) => removeSeats(selection, [seat]))}
            />
          </div>
          {hasSeats ? (
            <SelectionFooter
              {...{ event, total, expanded, isPending, open, count: listed.length }}
              notice={notice?.kind}
              onPlace={place}
              onExpand={() => setExpanded(!expanded)}
            />
          ) : null}
        </section>
      ) : null}
    </OutcomePanel>
  );
}

function SelectionHeading({ count, open }: { count: number; open: boolean }) {
  return (
    <>
      <div className="hidden flex-wrap items-baseline justify-between gap-x-4 lg:flex">
        <h3 className="display font-semibold text-22">Your seats</h3>
        {count > 0 ? <span className="figures text-14 text-soft">{countSeats(count)}</span> : null}
      </div>
      {count > 0 ? null : (
        <p className="text-14 text-soft">{open ? "Pick a seat on the map." : "Seats aren’t on sale right now."}</p>
      )}
    </>
  );
}

/** What the button does after some notices. */
const nextSteps: Record<string, string> = { ended: "Hold again", unanswered: "Check again" };

const holdUnanswered = "Evently isn’t answering. Your selection is kept; we give up soon if no answer comes.";

type FooterProps = {
  event: EventPage;
  total: number;
  count: number;
  expanded: boolean;
  isPending: boolean;
  notice: Notice["kind"] | undefined;
  open: boolean;
  onPlace: () => void;
  onExpand: () => void;
};

function SelectionFooter(props: FooterProps) {
  const { event, total, count, expanded, isPending, notice, open, onPlace, onExpand } = props;
  const verb = nextSteps[notice ?? "none"] ?? (count === 1 ? "Hold seat" : "Hold seats");
  return (
    <div className="flex flex-wrap items-center gap-3 lg:flex-col lg:items-stretch lg:border-line lg:border-t lg:pt-3">
      {isPending ? <SilenceNote>{holdUnanswered}</SilenceNote> : null}
      <button
        type="button"
        aria-expanded={expanded}
        onClick={onExpand}
        className="flex min-h-11 grow items-center gap-2 text-left lg:hidden"
      >
        <Icon icon={ChevronUp} className={clsx("shrink-0 transition-transform", expanded && "rotate-180")} />
        <span className="leading-tight">
          <span className="figures block text-14 text-soft">{countSeats(count)}</span>
          <Price amount={total} currency={event.currency} className="font-semibold text-18" />
        </span>
      </button>
      <p className="hidden flex-wrap items-baseline justify-between gap-x-4 lg:flex">
        <span className="text-soft">Total</span>
        <Price amount={total} currency={event.currency} className="display ml-auto text-right font-semibold text-28" />
      </p>
      <Button
        variant="primary"
        pending={isPending}
        pendingLabel="Holding…"
        disabled={!open}
        onClick={onPlace}
        className="shrink-0 lg:w-full"
      >
        {verb}
      </Button>
    </div>
  );
}
