"use client";

import { Ban, type LucideIcon, Megaphone, Pause, Play } from "lucide-react";
import { useState } from "react";
import { trpc } from "~/trpc/client";
import { Button } from "~/ui/button";
import { Icon } from "~/ui/icon";
import { announce } from "~/ui/message/announcements";
import { changesFrom, type StatusChange, type StatusFigures } from "./describe-status-change";
import { StatusDialog } from "./status-dialog";

const buttons: Record<StatusChange, { name: string; done: string; icon: LucideIcon }> = {
  publish: { name: "Publish", done: "The event is published.", icon: Megaphone },
  pause: { name: "Pause sales", done: "The sale is paused.", icon: Pause },
  resume: { name: "Resume sales", done: "The sale goes on.", icon: Play },
  cancel: { name: "Call off", done: "The event is called off. Refunds follow.", icon: Ban },
};

/** What can be done with an event as it stands, each after a word on seats and money; where nothing can, how it stands. */
export function EventControls(event: StatusFigures) {
  const [asked, setAsked] = useState<StatusChange | null>(null);
  const change = useStatusChange(event.event_id);
  const close = () => {
    setAsked(null);
    for (const mutation of Object.values(change)) mutation.reset();
  };
  const perform = async (asked: StatusChange) => {
    await change[asked].mutateAsync({ event_id: event.event_id });
    close();
    announce(buttons[asked].done);
    // The button that opened the dialog is gone with the status that offered it.
    document.getElementById("main")?.focus({ preventScroll: true });
  };
  return (
    <>
      <div className="flex flex-wrap gap-3">
        {changesFrom[event.status].map((name) => (
          <Button key={name} variant={name === "publish" ? "primary" : "quiet"} onClick={() => setAsked(name)}>
            <Icon icon={buttons[name].icon} size={18} />
            {buttons[name].name}
          </Button>
        ))}
        <Standing status={event.status} />
      </div>
      <StatusDialog
        change={asked}
        event={event}
        pending={asked !== null && change[asked].isPending}
        error={asked === null ? null : change[asked].error}
        onConfirm={(asked) => void perform(asked).catch(() => undefined)}
        onClose={close}
      />
    </>
  );
}

/** The four changes; each is done once what the page shows of the event has been asked for anew. */
function useStatusChange(event_id: string) {
  const utils = trpc.useUtils();
  const options = {
    onSettled: () => utils.invalidate(undefined, { predicate: ({ queryKey }) => isAbout(queryKey, event_id) }),
  };
  return {
    publish: trpc.event.publish.useMutation(options),
    pause: trpc.event.pause.useMutation(options),
    resume: trpc.event.resume.useMutation(options),
    cancel: trpc.event.cancel.useMutation(options),
  };
}

/** Whether a query asks about this event, or about all of an organizer's. */
function isAbout(queryKey: readonly unknown[], event_id: string): boolean {
  const [path, options] = queryKey as [string[]?, { input?: { event_id?: string } }?];
  return options?.input?.event_id === event_id || path?.[0] === "analytics";
}

function Standing({ status }: Pick<StatusFigures, "status">) {
  if (status === "cancelling")
    return (
      <p className="max-w-[60ch] text-14 text-soft">
        This event is being called off: every booking is paid back. Within about a quarter of an hour, once no payment
        can be under way any more, it counts as called off.
      </p>
    );
  if (status === "cancelled")
    return <p className="text-14 text-soft">This event was called off, and every booking was paid back.</p>;
  return null;
}
