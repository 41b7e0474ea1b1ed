"use client";

import type { EventPage } from "@evently/core/event";
import { Landmark } from "lucide-react";
import Link from "next/link";
import { Icon } from "~/ui/icon";
import { useMay, useOrganizations } from "../organization/organizations";
import { paymentsPath } from "./payments-link";

type Props = {
  /** Whose event it is. */
  organization_id: string | null;
  children: string;
};

/** That an organization can't be paid by card yet; `children` say what that means here. Nothing where it can, or is not one's own. */
export function PaymentsNotice({ organization_id, children }: Props) {
  const { items } = useOrganizations();
  const isOwner = useMay("owner", organization_id);
  const own = items.find((organization) => organization.organization_id === organization_id);
  if (!own || own.payments_ready) return null;
  return (
    <div className="flex items-start gap-3 rounded-card bg-spot-wash p-4 text-on-spot-wash">
      <Icon icon={Landmark} size={22} className="mt-0.5 shrink-0" />
      <div className="flex min-w-0 flex-col gap-1">
        <p className="font-semibold">
          <bdi>{own.name}</bdi> can’t be paid by card yet
        </p>
        <p className="max-w-[65ch]">
          {children}{" "}
          {isOwner ? (
            <Link href={paymentsPath(own.organization_id)} className="underline underline-offset-4">
              Set up payments
            </Link>
          ) : (
            "An owner sets that up under Payments."
          )}
        </p>
      </div>
    </div>
  );
}

const notOnSale = "This event has a price, so it can’t go on sale until then.";

/** What it means for an event with a price. */
const ofPriced: Partial<Record<EventPage["status"], string>> = {
  draft: notOnSale,
  paused: notOnSale,
  published: "This event has a price, and nobody can pay for it by card until then.",
};

/** The same at an event that has a price and is on sale, or may go on sale. */
export function PricedNotice({ event, status }: { event: EventPage; status: EventPage["status"] }) {
  const hasPrice = Object.values(event.seat_type_prices).some((price) => price > 0);
  const meaning = ofPriced[status];
  if (!hasPrice || meaning === undefined) return null;
  return <PaymentsNotice organization_id={event.seller?.organization_id ?? null}>{meaning}</PaymentsNotice>;
}
