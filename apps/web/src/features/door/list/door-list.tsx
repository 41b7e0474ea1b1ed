"use client";

import type { EventId } from "@evently/core/ids";
import { ArrowLeft } from "lucide-react";
import Link from "next/link";
import type { ReactNode } from "react";
import { Icon } from "~/ui/icon";
import { ClosedDoor } from "../page/closed-door";
import { useDesk } from "../page/use-desk";
import "../door.css";
import { useKeptPage } from "../offline/keep-page";
import { PrintedList } from "./printed-list";

/** Whom the door expects, to be printed before the doors open: for the day when all electronics fail. */
export function DoorList({ event_id, signIn }: { event_id: EventId; signIn: ReactNode }) {
  useKeptPage();
  const { state, actions } = useDesk(event_id);
  const { sheet } = state;
  return (
    <div className="door mx-auto flex w-full max-w-[60rem] flex-col gap-4 px-4 py-6 print:p-0">
      <Link
        href={`/door/${event_id}`}
        prefetch={false}
        className="-ml-2 inline-flex min-h-9 items-center gap-2 self-start rounded-control px-2 font-medium text-14 text-soft hover:bg-sunken hover:text-ink print:hidden"
      >
        <Icon icon={ArrowLeft} size={18} />
        Door
      </Link>
      {sheet && actions && state.phase === "open" ? (
        <PrintedList {...{ state, sheet, actions }} />
      ) : (
        <ClosedDoor {...{ state, signIn }} onTryAgain={actions && (() => void actions.sync(true))} />
      )}
    </div>
  );
}
