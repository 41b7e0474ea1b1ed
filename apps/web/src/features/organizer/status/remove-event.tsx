"use client";

import type { EventPage } from "@evently/core/event";
import { Archive, ArchiveRestore, Trash2 } from "lucide-react";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { serverClock } from "~/features/clock/server-clock";
import { organizerWords } from "~/features/organizer/organizer-words";
import { trpc } from "~/trpc/client";
import { describeFailure } from "~/trpc/describe-failure";
import { Button } from "~/ui/button";
import { ConfirmButtons } from "~/ui/confirm-buttons";
import { Dialog } from "~/ui/dialog";
import { Icon } from "~/ui/icon";
import { FailurePanel } from "~/ui/message/failure-panel";
import { showToast } from "~/ui/message/toasts";

type Props = { event: EventPage };

/** What puts an event out of the way: a draft can be deleted, and what is over archived, which can be undone. */
export function RemoveEvent({ event }: Props) {
  const isOver = event.status === "cancelled" || Date.parse(event.end_time) <= serverClock.now() * 1000;
  const canArchive =
    event.archived_at !== null || event.status === "draft" || (isOver && event.status !== "cancelling");
  return (
    <>
      {canArchive ? <ArchiveButton event={event} /> : null}
      {event.status === "draft" ? <DeleteButton event={event} /> : null}
    </>
  );
}

function ArchiveButton({ event: { event_id, name, archived_at } }: Props) {
  const router = useRouter();
  const archive = trpc.event.archive.useMutation({
    onSuccess: (after) => {
      showToast(after.archived_at ? `${name} is archived.` : `${name} is back among your events.`);
      router.refresh();
    },
    onError: (error) => showToast(describeFailure(error, organizerWords).headline),
  });
  const isArchived = archived_at !== null;
  return (
    <Button
      pending={archive.isPending}
      pendingLabel="One moment…"
      onClick={() => archive.mutate({ event_id, archived: !isArchived })}
    >
      <Icon icon={isArchived ? ArchiveRestore : Archive} size={18} />
      {isArchived ? "Bring back" : "Archive"}
    </Button>
  );
}

function DeleteButton({ event: { event_id, name } }: Props) {
  const [isAsking, setAsking] = useState(false);
  const router = useRouter();
  const utils = trpc.useUtils();
  const remove = trpc.event.delete.useMutation({
    onSuccess: async () => {
      showToast(`${name} is deleted.`);
      router.push("/organizer");
      await utils.analytics.events.invalidate();
    },
  });
  const close = () => {
    setAsking(false);
    remove.reset();
  };
  return (
    <>
      <Button onClick={() => setAsking(true)}>
        <Icon icon={Trash2} size={18} />
        Delete draft
      </Button>
      <Dialog open={isAsking} title="Delete this draft?" onClose={close} form="sheet">
        <p>
          <bdi className="font-medium">{name}</bdi> was never published: nobody could buy anything, and nobody loses
          anything. It can’t be brought back.
        </p>
        {remove.isError ? <FailurePanel {...describeFailure(remove.error, organizerWords)} /> : null}
        <ConfirmButtons
          keep="Keep the draft"
          onKeep={close}
          pending={remove.isPending}
          pendingLabel="Deleting…"
          onConfirm={() => remove.mutate({ event_id })}
        >
          Delete
        </ConfirmButtons>
      </Dialog>
    </>
  );
}
