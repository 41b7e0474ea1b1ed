import type { EventMail } from "@evently/core/mail";
import { DateTime } from "~/ui/format/date-time";
import { describeDelivery, mailTitles } from "./describe-mail";

/** One mail: what it tells, to whose booking, and what became of it. */
export function MailLine({ mail, timezone }: { mail: EventMail; timezone: string }) {
  return (
    <article className="flex flex-col gap-1">
      <h2 className="font-semibold">
        {mailTitles[mail.kind]}, <span className="figures">{mail.booking_id}</span>
      </h2>
      <p className="text-14 text-soft">
        {describeDelivery(mail)}, <DateTime instant={mail.at} zone={timezone} />
      </p>
    </article>
  );
}
