import type { Metadata } from "next";
import type { ReactNode } from "react";
import { AttendeeNote } from "~/features/organizer/account/attendee-note";
import { BecomeOrganizer } from "~/features/organizer/account/become-organizer";
import { OrganizationNotices } from "~/features/organizer/account/organization-notices";
import { SuspendedNotice } from "~/features/organizer/account/suspended-notice";
import { UnverifiedNotice } from "~/features/organizer/account/unverified-notice";
import { getOrganizations } from "~/features/organizer/organization/get-organizations";
import { OrganizationsProvider } from "~/features/organizer/organization/organizations";
import { OrganizerNav } from "~/features/organizer/organizer-nav";
import { describeFailure } from "~/trpc/describe-failure";
import { getApi } from "~/trpc/server";
import { FailurePanel } from "~/ui/message/failure-panel";
import { PageFrame } from "~/ui/page-frame";
import { RefreshButton } from "~/ui/refresh-button";
import { ScriptNote } from "~/ui/script-note";

export const metadata: Metadata = { title: { default: "For organizers", template: "%s · Evently" } };

/** Decides what an organizer's pages show to whom; the API checks every request again. */
export default async function OrganizerLayout({ children }: { children: ReactNode }) {
  const session = await readSession().catch((error: unknown) => ({ error }));
  if ("error" in session)
    return (
      <PageFrame>
        <FailurePanel {...describeFailure(session.error)} heading="h1">
          <RefreshButton>Try again</RefreshButton>
        </FailurePanel>
      </PageFrame>
    );
  const { user, organizations } = session;
  const isSeller = user?.role === "organizer" || user?.role === "admin" || organizations.items.length > 0;
  if (user && isSeller)
    return (
      <OrganizationsProvider {...organizations} isAdmin={user.role === "admin"}>
        <Note />
        <OrganizerNav account={user.name ?? user.email ?? user.user_id} />
        {user.verified_at ? null : <UnverifiedNotice />}
        {user.suspended ? <SuspendedNotice {...user.suspended} /> : <OrganizationNotices />}
        {children}
      </OrganizationsProvider>
    );
  return (
    <PageFrame>
      <Note />
      {user?.role === "attendee" ? <AttendeeNote email={user.email} /> : <BecomeOrganizer isGuest={user !== null} />}
    </PageFrame>
  );
}

/** Who looks, and where they are a member; nobody is while nobody is signed in. */
async function readSession() {
  const user = await getApi().session.get.query();
  return { user, organizations: user ? await getOrganizations() : { items: [], current: null } };
}

const Note = () => (
  <ScriptNote>
    <p>The pages for organizers need JavaScript, which is turned off in this browser.</p>
  </ScriptNote>
);
