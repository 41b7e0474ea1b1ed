"use client";

import type { SheetTicket } from "@evently/core/door";
import { nameSeat } from "@evently/core/seat/name-seats.rules";
import { type SubmitEvent, useMemo, useState } from "react";
import { Button } from "~/ui/button";
import { Field } from "~/ui/field/field";
import type { FindEntered } from "../rules/judge-offline";
import { type ClockStyle, describeEntered } from "../verdict/describe-verdict";
import { findExpected } from "./find-expected";
import { readTyped } from "./read-typed";

type Props = {
  tickets: readonly SheetTicket[];
  findEntered: FindEntered;
  clock: ClockStyle;
  onCode: (code: string) => void;
  onChoose: (ticket: SheetTicket) => void;
};

/** A code is checked; a name or a seat finds whom the door expects. */
export function TicketField({ tickets, findEntered, clock, onCode, onChoose }: Props) {
  const [text, setText] = useState("");
  const typed = readTyped(text);
  const wanted = typed.kind === "words" && typed.text.length > 1 ? typed.text : null;
  const found = useMemo(() => (wanted === null ? [] : findExpected(tickets, wanted)), [tickets, wanted]);

  function submit(event: SubmitEvent<HTMLFormElement>): void {
    event.preventDefault();
    if (typed.kind === "code") {
      onCode(typed.code);
      setText("");
    }
    const [only] = found;
    if (only && found.length === 1) onChoose(only);
  }

  return (
    <div className="flex flex-col gap-3">
      <form onSubmit={submit} className="flex flex-wrap items-end gap-2">
        <Field
          label="Code, name or seat"
          value={text}
          onChange={({ currentTarget }) => setText(currentTarget.value)}
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          enterKeyHint="go"
          className="min-w-[min(10rem,100%)] grow basis-0"
        />
        <Button type="submit" variant="primary">
          Check
        </Button>
      </form>
      {wanted === null ? null : <Matches {...{ found, findEntered, clock, onChoose }} />}
    </div>
  );
}

type MatchesProps = Pick<Props, "findEntered" | "clock" | "onChoose"> & { found: readonly SheetTicket[] };

function Matches({ found, findEntered, clock, onChoose }: MatchesProps) {
  return (
    <>
      <p role="status" className={found.length > 0 ? "sr-only" : "text-soft"}>
        {found.length > 0 ? `${found.length} found` : "Nobody of this name, and no such seat, is in the list."}
      </p>
      {found.length > 0 ? (
        <ul aria-label="Found" className="flex flex-col">
          {found.map((ticket) => (
            <Match
              key={`${ticket.booking_id} ${ticket.seat_pos}`}
              {...{ ticket, clock, onChoose }}
              entered={findEntered(ticket)}
            />
          ))}
        </ul>
      ) : null}
    </>
  );
}

type MatchProps = Pick<Props, "clock" | "onChoose"> & { ticket: SheetTicket; entered: ReturnType<FindEntered> };

function Match({ ticket, entered, clock, onChoose }: MatchProps) {
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-1 border-line border-b py-3">
      <span className="min-w-0 grow basis-40">
        <bdi className="block font-semibold">{ticket.holder ?? "No name"}</bdi>
        <span className="figures block text-14 text-soft">{nameSeat(ticket)}</span>
        {entered ? <span className="figures block text-14">In {describeEntered(entered, clock)}</span> : null}
      </span>
      <Button onClick={() => onChoose(ticket)}>
        By hand<span className="sr-only"> {nameSeat(ticket)}</span>
      </Button>
    </li>
  );
}
