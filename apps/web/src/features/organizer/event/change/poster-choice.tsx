import type { EventPage } from "@evently/core/event";
import { highestPosterSeed } from "@evently/core/event/limits.rules";
import type { Venue } from "@evently/core/venue";
import { useState } from "react";
import { Poster } from "~/features/poster/poster";
import { Button } from "~/ui/button";
import type { EventDraft, UpdateDraft } from "../event-draft";

type Props = {
  event: EventPage;
  /** Where it is to take place. */
  venue: Pick<Venue, "venue_id" | "name">;
  draft: EventDraft;
  fault: string | undefined;
  update: UpdateDraft;
};
type Seed = number | null;

/** The poster as it will be, another one at each press, and the way back to those before. */
export function PosterChoice({ event, venue, draft, fault, update }: Props) {
  const [past, setPast] = useState<readonly Seed[]>([]);
  const seed = draft.poster_seed ?? null;
  const show = (poster_seed: Seed, before: readonly Seed[]) => {
    setPast(before);
    update({ poster_seed }, "poster_seed");
  };
  const previous = past.at(-1);
  return (
    <section aria-labelledby="poster-heading" className="flex flex-col gap-4">
      <h2 id="poster-heading" className="display font-semibold text-22">
        Poster
      </h2>
      <Poster
        event={{
          ...{ name: draft.name || event.name, poster_seed: seed },
          ...{ venue_id: venue.venue_id, venue_name: venue.name },
        }}
        className="w-full max-w-[14rem] rounded-card border border-line"
      />
      <div className="flex flex-wrap gap-3">
        <Button name="poster_seed" onClick={() => show(drawSeed(seed), [...past, seed])}>
          Another poster
        </Button>
        <Button disabled={previous === undefined} onClick={() => show(previous ?? null, past.slice(0, -1))}>
          Previous poster
        </Button>
      </div>
      <p role="status" className="sr-only">
        {past.length > 0 ? `Another poster is drawn; ${past.length} before it.` : ""}
      </p>
      <p className="text-14 text-soft">
        {event.series_id
          ? "A series has one poster: saving another gives it to every date that has not begun."
          : "Drawn from the event’s name and venue. It is saved with your other changes."}
      </p>
      {fault ? (
        <p role="alert" className="font-medium text-curtain">
          {fault}
        </p>
      ) : null}
    </section>
  );
}

/** Any but the present one. */
function drawSeed(present: Seed): number {
  const drawn = 1 + Math.floor(Math.random() * highestPosterSeed);
  if (drawn !== present) return drawn;
  return drawn === highestPosterSeed ? 1 : drawn + 1;
}
