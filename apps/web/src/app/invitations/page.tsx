import type { Metadata } from "next";
import { connection } from "next/server";
import { Invitation } from "~/features/invitation/invitation";
import { getApi } from "~/trpc/server";
import { PageFrame } from "~/ui/page-frame";
import { ScriptNote } from "~/ui/script-note";

export const metadata: Metadata = { title: "Invitation", referrer: "no-referrer" };

export default async function InvitationPage() {
  await connection();
  const user = await getApi()
    .session.get.query()
    .catch(() => null);
  const caller = user && user.role !== "guest" ? { email: user.email, verified_at: user.verified_at } : null;
  return (
    <PageFrame className="flex flex-col gap-6">
      <ScriptNote>
        <p>Accepting an invitation needs JavaScript, which is turned off in this browser.</p>
      </ScriptNote>
      <h1 className="display font-semibold text-36 sm:text-48">Your invitation</h1>
      <Invitation caller={caller} />
    </PageFrame>
  );
}
