import type { NewDoorKey } from "@evently/core/door-key";
import type { EventPage } from "@evently/core/event";
import { useState } from "react";
import { trpc } from "~/trpc/client";
import { Skeleton } from "~/ui/skeleton";
import { QueryResult } from "../live/query-result";
import { KeyList } from "./key-list";
import { NewKeyForm } from "./new-key-form";
import { ShownKey } from "./shown-key";

/** Links with which whoever has them stands at the door, without an account. */
export function DoorKeys({ event }: { event: EventPage }) {
  const { event_id } = event;
  const query = trpc.doorKey.list.useQuery({ event_id });
  const [made, setMade] = useState<NewDoorKey | null>(null);
  const list = trpc.useUtils().doorKey.list;
  const refresh = async () => {
    // The first list may still be under way, without the key.
    await list.cancel({ event_id });
    await query.refetch();
  };
  return (
    <section aria-labelledby="door-keys" className="flex max-w-[36rem] flex-col gap-5">
      <h2 id="door-keys" className="display font-semibold text-22">
        Door keys
      </h2>
      <p className="text-soft">
        A door key is a link for those who let people in and have no account here. It shows names and seats of this
        event and nothing else, until it ends.
      </p>
      {made ? <ShownKey made={made} event={event} onClose={() => setMade(null)} /> : null}
      <QueryResult query={query} subject="the door keys" skeleton={<Skeleton className="h-20 w-full" />}>
        {({ items }) => <KeyList event={event} keys={items} onEnded={refresh} />}
      </QueryResult>
      <NewKeyForm
        event={event}
        onMade={async (key) => {
          setMade(key);
          await refresh();
        }}
      />
    </section>
  );
}
