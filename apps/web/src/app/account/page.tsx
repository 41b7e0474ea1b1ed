import type { Metadata } from "next";
import { connection } from "next/server";
import { ChangeAddress } from "~/features/account/change-address";
import { SessionList } from "~/features/account/session-list";
import { SignInLink } from "~/features/account/sign-in-link";
import { YourData } from "~/features/account/your-data";
import { YourOrganizations } from "~/features/organizer/account/your-organizations";
import { getOrganizations } from "~/features/organizer/organization/get-organizations";
import { describeFailure } from "~/trpc/describe-failure";
import { getApi } from "~/trpc/server";
import { EmptyState } from "~/ui/empty-state";
import { LinkButton } from "~/ui/link-button";
import { FailurePanel } from "~/ui/message/failure-panel";
import { PageFrame } from "~/ui/page-frame";
import { RefreshButton } from "~/ui/refresh-button";

export const metadata: Metadata = { title: "Account" };

type Props = { searchParams: Promise<{ deleted?: string }> };

export default async function AccountPage({ searchParams }: Props) {
  await connection();
  const isDeleted = (await searchParams).deleted !== undefined;
  return <PageFrame className="flex flex-col gap-8">{await readAccount(isDeleted)}</PageFrame>;
}

async function readAccount(isDeleted: boolean) {
  const account = await findAccount().catch((error: unknown) => ({ error }));
  if (account === null) return isDeleted ? <Deleted /> : <Stranger />;
  if ("error" in account)
    return (
      <FailurePanel {...describeFailure(account.error)} heading="h1">
        <RefreshButton>Try again</RefreshButton>
      </FailurePanel>
    );
  const { user, sessions, organizations } = account;
  if (user.role === "guest")
    return (
      <>
        <Stranger />
        <YourData user_id={user.user_id} isGuest />
      </>
    );
  return (
    <>
      <div className="flex flex-col gap-2">
        <h1 className="display font-semibold text-36 sm:text-48">Your account</h1>
        <p className="max-w-[60ch]">
          {user.name ? <bdi>{user.name}, </bdi> : null}
          <bdi className="whole">{user.email}</bdi>
        </p>
        {user.verified_at ? null : (
          <p className="max-w-[60ch] rounded-card bg-spot-wash px-5 py-4 text-on-spot-wash">
            Nobody has shown yet that this address is theirs. Confirm it by a mail, so that you can come back when this
            browser forgets you.
          </p>
        )}
      </div>
      <ChangeAddress user_id={user.user_id} email={user.email} verified_at={user.verified_at} />
      <YourOrganizations items={organizations} />
      <SessionList sessions={sessions} />
      <YourData user_id={user.user_id} isGuest={false} />
    </>
  );
}

/** Null for whoever has no session. */
async function findAccount() {
  const user = await getApi().session.get.query();
  if (user === null || user.role === "guest") return user && { user, sessions: [], organizations: [] };
  const [{ items: sessions }, { items: organizations }] = await Promise.all([
    getApi().session.list.query(),
    getOrganizations(),
  ]);
  return { user, sessions, organizations };
}

function Deleted() {
  return (
    <EmptyState
      heading="h1"
      title="Your data is deleted"
      actions={
        <LinkButton href="/" variant="primary" size="large">
          Find an event
        </LinkButton>
      }
    >
      <p>Your bookings stay, with nobody’s name on them. The link of a ticket goes on opening it.</p>
    </EmptyState>
  );
}

function Stranger() {
  return (
    <EmptyState heading="h1" title="You are not signed in" actions={<SignInLink variant="primary" size="large" />}>
      <p>Buying needs no account. With one you find your bookings in every browser.</p>
    </EmptyState>
  );
}
