import type { BookingView } from "@evently/core/booking";
import { TriangleAlert } from "lucide-react";
import { DateTime } from "~/ui/format/date-time";
import { Icon } from "~/ui/icon";
import { describeDispute } from "./describe-dispute";

type Props = {
  booking: Pick<BookingView, "dispute" | "currency">;
  /** The event's. */
  zone: string;
};

/** That the buyer's bank disputes the payment of a booking, or did; nothing for most. */
export function DisputeLine({ booking: { dispute, currency }, zone }: Props) {
  if (!dispute) return null;
  const { title, next } = describeDispute(dispute, currency);
  return (
    <p
      className={`flex items-start gap-2 rounded-control px-3 py-2 text-14 md:col-span-full ${
        dispute.state === "won" ? "bg-sunken" : "bg-curtain-wash text-on-curtain-wash"
      }`}
    >
      <Icon icon={TriangleAlert} size={18} className="mt-0.5 shrink-0" />
      <span className="min-w-0">
        <strong className="font-semibold">{title}</strong>
        {", begun "}
        <DateTime instant={dispute.at} zone={zone} />
        {`. ${next}`}
      </span>
    </p>
  );
}
