"use client";

import type { EventPage } from "@evently/core/event";
import type { Layout } from "@evently/core/layout";
import { useState } from "react";
import { countSeats } from "~/features/picker/seats/describe-seat";
import { Badge } from "~/ui/chip";
import { SeatChooser } from "../correct/seat-chooser";
import { QueryResult } from "../live/query-result";
import type { Act } from "./act";
import { ActDialog } from "./act-dialog";
import { BlockedList } from "./blocked-list";
import { BoxOfficeSkeleton } from "./box-office-skeleton";
import { ChosenPanel, type Moving } from "./chosen-panel";
import { LastAct } from "./last-act";
import { OfficeMap } from "./office-map";
import { describeOfficeState, type OfficeSeat } from "./office-seats";
import { type Done, useAct } from "./use-act";
import { useChosen } from "./use-chosen";
import { useOffice } from "./use-office";

/** An event's box office: its seats are blocked, sold, given away, moved and given back. */
export function BoxOffice({ event }: { event: EventPage }) {
  const { query, seats, isOld, readMore } = useOffice(event);
  return (
    <QueryResult query={query} subject="the hall" skeleton={<BoxOfficeSkeleton />}>
      {({ layout }) => <Office {...{ event, layout, seats, isOld, readMore }} />}
    </QueryResult>
  );
}

type Props = {
  event: EventPage;
  layout: Layout;
  seats: readonly OfficeSeat[];
  isOld: boolean;
  /** Null once the reasons of all blocked seats were read. */
  readMore: (() => void) | null;
};

function Office({ event, layout, seats, isOld, readMore }: Props) {
  const { event_id, currency, timezone: zone } = event;
  const { chosen, toggle, add, choose } = useChosen();
  const [moving, setMoving] = useState<Moving | null>(null);
  const [act, setAct] = useState<Act | null>(null);
  const [done, setDone] = useState<Done | null>(null);
  const startMove = (next: Moving | null) => {
    setMoving(next);
    choose([]);
  };
  const doing = useAct(event_id, (next) => {
    setAct(null);
    startMove(null);
    setDone(next);
    // The button that had the focus may be gone.
    document.getElementById("main")?.focus({ preventScroll: true });
  });
  const startAct = (next: Act) => {
    // Its dialog is not to open with what went wrong with the one before.
    if (doing.isError) doing.reset();
    setAct(next);
  };
  const stateOf = new Map(seats.map((seat) => [seat.seat_pos, describeOfficeState(seat)]));
  const noteOf = (seat_pos: string) => stateOf.get(seat_pos) ?? "";
  const picked = seats.filter(({ seat_pos }) => chosen.has(seat_pos));
  return (
    <div className="flex flex-col gap-6">
      {isOld ? <StaleNote /> : null}
      <LastAct {...{ event_id, done, doing }} isActing={act !== null} />
      <div className="grid grid-cols-1 gap-8 lg:grid-cols-[minmax(0,1fr)_24rem]">
        <section aria-labelledby="choose" className="flex min-w-0 flex-col gap-4">
          <h2 id="choose" className="display font-semibold text-22">
            Choose seats
          </h2>
          <SeatChooser {...{ seats, chosen, noteOf }} onChoose={choose} onToggle={toggle} />
          <OfficeMap {...{ layout, seats, chosen }} onToggle={toggle} onAdd={add} />
        </section>
        <div className="flex min-w-0 flex-col gap-8 lg:sticky lg:top-6 lg:self-start">
          <ChosenPanel {...{ event_id, currency, zone, moving }} seats={picked} onAct={startAct} onMove={startMove} />
          <BlockedList {...{ seats, readMore }} onChoose={choose} />
        </div>
      </div>
      <ToPanel count={picked.length} />
      <ActDialog {...{ act, currency, doing }} onClose={() => setAct(null)} />
    </div>
  );
}

function StaleNote() {
  return (
    <p role="status">
      <Badge tone="spot">The seats may be old: we can’t reach the server. Reconnecting…</Badge>
    </p>
  );
}

/** On a phone what can be done stands far below the map. */
function ToPanel({ count }: { count: number }) {
  if (count === 0) return null;
  return (
    <a
      href="#act"
      className="sticky bottom-3 z-10 mx-auto rounded-full bg-ink px-5 py-3 font-medium text-paper shadow-floating lg:hidden"
    >
      {`${countSeats(count)} chosen: what to do`}
    </a>
  );
}
