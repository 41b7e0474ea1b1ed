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
  publish: { name: "Publish", done: "The event was published.", icon: Megaphone },
  pause: { name: "Pause sales", done: "Sales are paused.", icon: Pause },
  resume: { name: "Resume sales", done: "Sales are open again.", icon: Play },
  cancel: { name: "Cancel event", done: "The event was cancelled. Refunds follow.", icon: Ban },
};

/** The changes that an event's status allows, each with a confirmation. */
export function EventControls(event: StatusFigures) {
  const [pendingChange, setPendingChange] = useState<StatusChange | null>(null);
  const change = useStatusChange(event.event_id);
  const close = () => {
    setPendingChange(null);
    for (const mutation of Object.values(change)) mutation.reset();
  };
  const perform = async (name: StatusChange) => {
    await change[name].mutateAsync({ event_id: event.event_id });
    close();
    announce(buttons[name].done);
    // The button that opened the dialog is gone.
    document.getElementById("main")?.focus({ preventScroll: true });
  };
  return (
    <>
      <div className="flex flex-wrap gap-3">
        {changesFrom[event.status].map((name) => (
          <Button key={name} variant={name === "publish" ? "primary" : "quiet"} onClick={() => setPendingChange(name)}>
            <Icon icon={buttons[name].icon} size={18} />
            {buttons[name].name}
          </Button>
        ))}
      </div>
      <StatusDialog
        change={pendingChange}
        event={event}
        pending={pendingChange !== null && change[pendingChange].isPending}
        error={pendingChange === null ? null : change[pendingChange].error}
        onConfirm={(name) => void perform(name).catch(() => undefined)}
        onClose={close}
      />
    </>
  );
}

/** The four changes; afterwards everything that the page shows of the event is fetched again. */
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

/** Whether a query is about this event, or about all of an organizer's. */
function isAbout(queryKey: readonly unknown[], event_id: string): boolean {
  const [path, options] = queryKey as [string[]?, { input?: { event_id?: string } }?];
  return options?.input?.event_id === event_id || path?.[0] === "analytics";
}
