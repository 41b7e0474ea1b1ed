"use client";

import type { SheetTicket } from "@evently/core/door";
import { nameSeat } from "@evently/core/seat/name-seats.rules";
import { type SubmitEvent, useState } from "react";
import { Button } from "~/ui/button";
import { Chip } from "~/ui/chip";
import { Dialog } from "~/ui/dialog";
import { Field } from "~/ui/field/field";

type Props = {
  /** Null while the dialog is closed. */
  ticket: SheetTicket | null;
  onClose: () => void;
  onLetIn: (ticket: SheetTicket, reason: string) => void;
};

/** Lets somebody in without a code, with the reason that the journal keeps. */
export function ByHandDialog({ ticket, onClose, onLetIn }: Props) {
  return (
    <Dialog open={ticket !== null} title="Let in by hand" onClose={onClose} form="sheet">
      {ticket ? <ReasonForm ticket={ticket} onLetIn={onLetIn} /> : null}
    </Dialog>
  );
}

const usual = ["The code can’t be read", "The phone doesn’t work", "The ticket is lost, identity checked"];

/** The longest that the journal takes. */
const mostLetters = 200;

function ReasonForm({ ticket, onLetIn }: { ticket: SheetTicket; onLetIn: Props["onLetIn"] }) {
  const [reason, setReason] = useState("");
  const [fault, setFault] = useState<string>();
  function submit(event: SubmitEvent<HTMLFormElement>): void {
    event.preventDefault();
    if (reason.trim() === "") setFault("Say why; it is kept in the journal.");
    else onLetIn(ticket, reason.trim());
  }
  return (
    <form onSubmit={submit} className="flex flex-col gap-4">
      <p>
        <bdi className="block font-semibold text-18">{ticket.holder ?? "No name"}</bdi>
        <span className="figures block">{nameSeat(ticket)}</span>
      </p>
      <div className="flex flex-wrap gap-2">
        {usual.map((text) => (
          <Chip key={text} pressed={reason === text} onClick={() => setReason(text)}>
            {text}
          </Chip>
        ))}
      </div>
      <Field
        label="Reason"
        value={reason}
        maxLength={mostLetters}
        fault={fault}
        autoComplete="off"
        onChange={({ currentTarget }) => setReason(currentTarget.value)}
      />
      <Button type="submit" variant="primary" size="large">
        Let in
      </Button>
    </form>
  );
}
