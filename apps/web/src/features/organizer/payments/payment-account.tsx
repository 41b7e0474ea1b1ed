"use client";

import type { OrganizationId } from "@evently/core/ids";
import type { PaymentAccountView } from "@evently/core/payment";
import clsx from "clsx";
import { CircleCheck, Hourglass, Landmark, type LucideIcon, TriangleAlert } from "lucide-react";
import { useRouter } from "next/navigation";
import { useEffect, useRef } from "react";
import { SilenceNote, stillWaiting } from "~/features/hold/silence-note";
import { trpc } from "~/trpc/client";
import { describeFailure } from "~/trpc/describe-failure";
import { Button } from "~/ui/button";
import { Icon } from "~/ui/icon";
import { FailurePanel } from "~/ui/message/failure-panel";
import { Skeleton } from "~/ui/skeleton";
import { QueryResult } from "../live/query-result";
import { useOrganizations } from "../organization/organizations";
import { describeAccount } from "./account-words";
import { describeRequirements } from "./describe-requirement";
import { accountUnread, onboardWords } from "./onboard-words";
import { paymentsPath } from "./payments-link";

type Props = {
  organization_id: OrganizationId;
  /** Whether Stripe has just sent whoever looks back here. */
  isBack: boolean;
};

/** The API asks Stripe when what it knows is older than ten seconds. */
const followMs = 11_000;

/** An organization's account at Stripe, followed while something is missing: Stripe may decide minutes after its pages were filled in. */
export function PaymentAccount({ organization_id, isBack }: Props) {
  const query = trpc.organization.paymentAccount.useQuery(
    { organization_id },
    { staleTime: 0, refetchInterval: ({ state: { data } }) => (data && isUnfinished(data) ? followMs : false) },
  );
  return (
    <QueryResult
      query={query}
      subject="the payments"
      words={accountUnread}
      skeleton={<Skeleton className="h-40 w-full" />}
    >
      {(account) => (
        <>
          <Account {...{ organization_id, account, isBack }} />
          {query.isError ? (
            <p role="status" className="text-14 text-soft">
              We can’t ask Stripe right now. This is what we knew last.
            </p>
          ) : null}
        </>
      )}
    </QueryResult>
  );
}

const isUnfinished = ({ state }: PaymentAccountView) => state === "onboarding" || state === "restricted";

const looks: Record<PaymentAccountView["state"], { icon: LucideIcon; tone: string }> = {
  none: { icon: Landmark, tone: "bg-sunken" },
  house: { icon: Landmark, tone: "bg-sunken" },
  onboarding: { icon: Hourglass, tone: "bg-spot-wash text-on-spot-wash" },
  restricted: { icon: TriangleAlert, tone: "bg-curtain-wash text-on-curtain-wash" },
  enabled: { icon: CircleCheck, tone: "bg-good-wash text-on-good-wash" },
};

function Account({ organization_id, account, isBack }: Props & { account: PaymentAccountView }) {
  const { title, meaning, button } = describeAccount(account);
  const { icon, tone } = looks[account.state];
  const heading = useFocusWhen(isBack);
  useReadinessOf(organization_id, account);
  return (
    <section aria-labelledby="payments" className="flex max-w-[65ch] flex-col items-start gap-5">
      <div role="status" className={clsx("flex w-full items-start gap-4 rounded-card p-5", tone)}>
        <Icon icon={icon} size={22} className="mt-0.5 shrink-0" />
        <div className="flex min-w-0 flex-col gap-1">
          <h2 id="payments" ref={heading} tabIndex={-1} className="font-semibold text-18 outline-none">
            {title}
          </h2>
          <p>{meaning}</p>
        </div>
      </div>
      <Requirements {...account} />
      {button ? <ToStripe organization_id={organization_id}>{button}</ToStripe> : null}
    </section>
  );
}

/**
 * Has the layout read again whether the organization can be paid, where that is not what the account says any more: going on to another
 * page of the organizer's doesn't. Once, so that an answer that stays different asks for no more.
 */
function useReadinessOf(organization_id: OrganizationId, { charges_enabled }: PaymentAccountView): void {
  const router = useRouter();
  const own = useOrganizations().items.find((organization) => organization.organization_id === organization_id);
  const isOutdated = own?.payment_methods.includes("card") && own.payments_ready !== charges_enabled;
  useEffect(() => {
    if (isOutdated) router.refresh();
  }, [isOutdated, router]);
}

/** Whoever comes back from Stripe reads first what came of it. */
function useFocusWhen(isBack: boolean) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (isBack) heading.current?.focus({ preventScroll: true });
  }, [isBack]);
  return heading;
}

function Requirements({ requirements }: Pick<PaymentAccountView, "requirements">) {
  if (requirements.length === 0) return null;
  return (
    <div>
      <h3 className="pb-1 font-medium">Stripe still wants:</h3>
      <ul className="flex list-disc flex-col gap-1 pl-5">
        {describeRequirements(requirements).map((words) => (
          <li key={words}>{words}</li>
        ))}
      </ul>
    </div>
  );
}

/** Makes the account where there is none, and opens Stripe's own pages in place of this one, by a link that is good once. */
function ToStripe({ organization_id, children }: Pick<Props, "organization_id"> & { children: string }) {
  const onboard = trpc.organization.onboard.useMutation({
    onSuccess: ({ onboarding_url }) => {
      if (onboarding_url) window.location.assign(onboarding_url);
    },
  });
  useWhenRestored(onboard.reset);
  const isLeaving = onboard.isPending || Boolean(onboard.data?.onboarding_url);
  const open = () => onboard.mutate({ organization_id, return_path: backTo(organization_id) });
  return (
    <div className="flex flex-col items-start gap-3">
      {onboard.isPending ? <SilenceNote>{stillWaiting}</SilenceNote> : null}
      {onboard.isError ? <FailurePanel {...describeFailure(onboard.error, onboardWords)} /> : null}
      <Button variant="primary" size="large" pending={isLeaving} pendingLabel="Opening Stripe…" onClick={open}>
        {children}
      </Button>
      <p className="text-14 text-soft">
        Stripe asks for who you are and where your money goes, on its own pages. Nothing of that is stored here. If you
        have confirmed your e-mail address, we give it to Stripe to begin with.
      </p>
    </div>
  );
}

/** Runs `act` where the browser's Back shows the page as it was left. */
function useWhenRestored(act: () => void): void {
  useEffect(() => {
    const onShow = ({ persisted }: PageTransitionEvent) => {
      if (persisted) act();
    };
    window.addEventListener("pageshow", onShow);
    return () => window.removeEventListener("pageshow", onShow);
  }, [act]);
}

/** Where Stripe sends its visitor back to. */
const backTo = (organization_id: OrganizationId) => `${paymentsPath(organization_id)}?back`;
