"use client";

import type { Layout } from "@evently/core/layout";
import { labelKey } from "@evently/core/venue/seat-keys.rules";
import { Download, Upload } from "lucide-react";
import { useMemo, useRef, useState } from "react";
import { newDraftId } from "~/trpc/idempotency-key";
import { Button } from "~/ui/button";
import { buttonStyle } from "~/ui/button-style";
import { formatCount } from "~/ui/format/format-count";
import { Icon } from "~/ui/icon";
import { announce } from "~/ui/message/announcements";
import { appendList, keepTouched } from "../plan/append-list";
import { listPlanSeats } from "../plan/list-plan-seats";
import { type ExistingLayout, emptyLayout, type SeatingPlan } from "../plan/seating-plan";
import { mostMegabytes, openSeatFile } from "./open-seat-file";
import { SeatFilePanel } from "./seat-file-panel";
import { seatTemplate } from "./seat-template";

type Props = {
  plan: SeatingPlan;
  onChange: (plan: SeatingPlan) => void;
  mayAddTypes: boolean;
  /** The layout that the plan adds to. */
  existing?: { seats: ExistingLayout; layout: Layout };
};

/** `key` starts the panel anew with each file. */
type Opened = { key: string; name: string; bytes: Uint8Array };

/** Seats from a file: it is read and shown first, and taken if that is right. */
export function CsvImport({ plan, onChange, mayAddTypes, existing }: Props) {
  const upload = useRef<HTMLDivElement>(null);
  const { opened, refused, open, close } = useOpenedFile();
  const { hall, drawnWith } = useKnownHall({ plan, mayAddTypes, existing });
  const end = () => {
    close();
    upload.current?.querySelector("button")?.focus();
  };
  return (
    <section aria-label="Seats from a file" className="flex min-w-0 flex-col gap-3 border-line border-t pt-4">
      <div ref={upload} className="flex flex-wrap items-center gap-x-5 gap-y-2">
        <UploadButton onPick={open} />
        <a
          href={`data:text/csv;charset=utf-8,${encodeURIComponent(seatTemplate)}`}
          download="seats.csv"
          className={buttonStyle("plain", "small")}
        >
          <Icon icon={Download} size={16} />
          Template
        </a>
      </div>
      <p className="max-w-[60ch] text-14 text-soft">
        A list with a line for each seat, from any program and in any language: rows and seat numbers, and where it has
        them sections, categories and coordinates. You see the hall before anything is added.
      </p>
      <div role="alert" className="font-medium text-curtain empty:hidden">
        {refused}
      </div>
      {opened ? (
        <SeatFilePanel
          key={opened.key}
          name={opened.name}
          bytes={opened.bytes}
          {...{ hall, drawnWith }}
          existing={existing?.layout}
          onDiscard={end}
          onTake={(seats) => {
            onChange(appendList(plan, { name: opened.name, seats, mayAddTypes }));
            announce(`Seats added from ${opened.name}: ${formatCount(seats.length)}. You can undo this.`);
            end();
          }}
        />
      ) : null}
    </section>
  );
}

function useOpenedFile() {
  const [opened, setOpened] = useState<Opened | null>(null);
  const [refused, setRefused] = useState<string | null>(null);
  const open = async (file: File) => {
    const bytes = file.size > mostMegabytes * 1_000_000 ? null : new Uint8Array(await file.arrayBuffer());
    const result = bytes ? openSeatFile(bytes) : { refused: `it is larger than ${mostMegabytes} MB` };
    setRefused("refused" in result ? `${file.name} can’t be read: ${result.refused}.` : null);
    setOpened("refused" in result || !bytes ? null : { key: newDraftId(), name: file.name, bytes });
  };
  return { opened, refused, open, close: () => setOpened(null) };
}

function UploadButton({ onPick }: { onPick: (file: File) => Promise<void> }) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <input
        ref={input}
        type="file"
        accept=".csv,.tsv,.txt,text/csv,text/plain"
        aria-label="CSV file of seats"
        className="sr-only"
        tabIndex={-1}
        onChange={({ currentTarget }) => {
          const [file] = currentTarget.files ?? [];
          if (file) void onPick(file);
          // So that the same file, corrected, is a change too.
          currentTarget.value = "";
        }}
      />
      <Button onClick={() => input.current?.click()}>
        <Icon icon={Upload} size={18} />
        Upload CSV
      </Button>
    </>
  );
}

function useKnownHall({ plan, mayAddTypes, existing }: Pick<Props, "plan" | "mayAddTypes" | "existing">) {
  return useMemo(() => {
    const seats = existing?.seats ?? emptyLayout;
    const drawnWith = listPlanSeats(keepTouched(plan), seats);
    const taken = new Set([...seats.seats, ...drawnWith.map(labelKey)]);
    const seat_types = plan.seat_types.map((type) => type.trim()).filter((type) => type !== "");
    return { hall: { seat_types, taken, mayAddTypes }, drawnWith };
  }, [plan, mayAddTypes, existing]);
}
