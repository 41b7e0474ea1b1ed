"use client";

import type { EventId } from "@evently/core/ids";
import type { MailState } from "@evently/core/mail";
import { useInfiniteQuery } from "@tanstack/react-query";
import { useState } from "react";
import { organizerWords } from "~/features/organizer/organizer-words";
import { trpc } from "~/trpc/client";
import { describeFailure } from "~/trpc/describe-failure";
import { pageQuery } from "~/trpc/page-query";
import { SelectField } from "~/ui/field/select-field";
import { FailurePanel } from "~/ui/message/failure-panel";
import { ShowMore } from "~/ui/show-more";
import { TryAgain } from "~/ui/try-again";
import { FormSkeleton } from "../form/form-skeleton";
import { mailStates, noMail } from "./describe-mail";
import { MailLine } from "./mail-line";

/** Mails that are loaded at a time. */
const perPage = 50;

/** The mails to the buyers of an event, by booking, and what became of them. */
export function EventMails({ event_id, timezone }: { event_id: EventId; timezone: string }) {
  const [state, setState] = useState<MailState | undefined>();
  const { client } = trpc.useUtils();
  const input = { event_id, limit: perPage, ...(state ? { state } : {}) };
  const mails = useInfiniteQuery(pageQuery(["event", "mails"], input, (page) => client.event.mails.query(page)));
  return (
    <div className="flex max-w-[50rem] flex-col gap-6">
      <SelectField
        label="Show"
        value={state ?? ""}
        onChange={({ target: { value } }) => setState(mailStates.find((known) => known.state === value)?.state)}
        className="max-w-64"
      >
        <option value="">All mails</option>
        {mailStates.map(({ state: value, label }) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </SelectField>
      {mails.isPending ? <FormSkeleton subject="the mails" /> : null}
      {mails.isError ? (
        <FailurePanel {...describeFailure(mails.error, organizerWords)}>
          <TryAgain query={mails} />
        </FailurePanel>
      ) : null}
      {mails.isSuccess ? (
        <>
          {mails.data.pages.every(({ items }) => items.length === 0) ? <p>{noMail(state)}</p> : null}
          <ol className="flex flex-col divide-y divide-line border-line border-t">
            {mails.data.pages
              .flatMap(({ items }) => items)
              .map((mail) => (
                <li key={`${mail.booking_id} ${mail.kind} ${mail.at}`} className="py-4">
                  <MailLine mail={mail} timezone={timezone} />
                </li>
              ))}
          </ol>
          <ShowMore query={mails} items="mails" />
        </>
      ) : null}
    </div>
  );
}
