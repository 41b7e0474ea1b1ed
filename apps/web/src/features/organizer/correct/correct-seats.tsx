"use client";

import type { EventId } from "@evently/core/ids";
import type { Layout } from "@evently/core/layout";
import type { Venue } from "@evently/core/venue";
import { useCallback, useMemo, useState } from "react";
import { trpc } from "~/trpc/client";
import { newDraftId } from "~/trpc/idempotency-key";
import { formatCount } from "~/ui/format/format-count";
import { announce } from "~/ui/message/announcements";
import { Skeleton } from "~/ui/skeleton";
import { useStoredDraft } from "../form/use-stored-draft";
import { QueryResult } from "../live/query-result";
import { CarryToEvents } from "./carry-to-events";
import { ChangeForm } from "./change-form";
import { ChoiceMap } from "./choice-map";
import { CorrectionsList } from "./corrections-list";
import { findDoubles } from "./list-corrections";
import { SaveCorrections } from "./save-corrections";
import { SeatChooser } from "./seat-chooser";
import { editedSeat, editSeats, keepKnown, type SeatChange, type SeatEdits } from "./seat-edits";
import { listSavedSeats } from "./venue-seats";

/** What is to be saved; kept in this browser until then. */
type CorrectionsDraft = { draft_id: string; edits: SeatEdits; carry: readonly EventId[] };

/** Corrects the saved seats of a venue: labels, types, properties, and seats that do not exist. */
export function CorrectSeats({ venue }: { venue: Venue }) {
  const query = trpc.venue.plan.useQuery({ venue_id: venue.venue_id }, { staleTime: 0 });
  const stored = useStoredDraft<CorrectionsDraft>(`correct-seats.1.${venue.venue_id}`, () => ({
    ...{ draft_id: newDraftId(), edits: {}, carry: [] },
  }));
  const skeleton = <Skeleton className="h-96 w-full" />;
  return (
    <QueryResult query={query} subject="the hall" skeleton={skeleton}>
      {(layout) =>
        stored.draft ? <Corrections {...stored} venue={venue} layout={layout} draft={stored.draft} /> : skeleton
      }
    </QueryResult>
  );
}

type Props = Omit<ReturnType<typeof useStoredDraft<CorrectionsDraft>>, "draft"> & {
  venue: Venue;
  layout: Layout;
  draft: CorrectionsDraft;
};

function Corrections({ venue, layout, draft, change, ...stored }: Props) {
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const saved = useMemo(() => listSavedSeats(layout), [layout]);
  const edits = useMemo(() => keepKnown(draft.edits, saved), [draft.edits, saved]);
  const seats = useMemo(() => saved.map((seat) => editedSeat(seat, edits)), [saved, edits]);
  const doubles = useMemo(() => findDoubles(saved, edits), [saved, edits]);
  const toggle = useCallback(
    (seat_pos: string) =>
      setChosen((before) => {
        const after = new Set(before);
        if (!after.delete(seat_pos)) after.add(seat_pos);
        return after;
      }),
    [],
  );
  const isChosen = ({ seat_pos }: { seat_pos: string }) => chosen.has(seat_pos);
  const apply = (wanted: SeatChange) => {
    const targets = saved.filter(isChosen);
    change({ ...draft, edits: editSeats(edits, targets, wanted) });
    announce(
      `${targets.length === 1 ? "1 seat" : `${formatCount(targets.length)} seats`} changed. Nothing is saved yet.`,
    );
  };
  return (
    <div className="grid grid-cols-1 gap-8 lg:grid-cols-[minmax(0,1fr)_24rem]">
      <section aria-labelledby="choose" className="flex min-w-0 flex-col gap-4">
        <Heading id="choose">Choose seats</Heading>
        <SeatChooser {...{ seats, chosen }} onChoose={setChosen} onToggle={toggle} />
        <ChoiceMap {...{ layout, seats, chosen }} onToggle={toggle} />
      </section>
      <div className="flex min-w-0 flex-col gap-8">
        <section aria-labelledby="change" className="flex flex-col gap-4">
          <Heading id="change">Change them</Heading>
          <ChangeForm seats={seats.filter(isChosen)} seat_types={venue.seat_types} onChange={apply} />
        </section>
        <section aria-labelledby="save" className="flex flex-col gap-4">
          <Heading id="save">Check and save</Heading>
          <CorrectionsList seats={saved} edits={edits} doubles={doubles} />
          <CarryToEvents
            venue_id={venue.venue_id}
            carry={draft.carry}
            onChange={(carry) => change({ ...draft, carry }, "carry")}
          />
          <SaveCorrections {...stored} {...{ venue, layout, saved, edits, draft }} hasDoubles={doubles.length > 0} />
        </section>
      </div>
    </div>
  );
}

function Heading({ id, children }: { id: string; children: string }) {
  return (
    <h2 id={id} className="display font-semibold text-22">
      {children}
    </h2>
  );
}
