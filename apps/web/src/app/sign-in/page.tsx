import type { Metadata } from "next";
import { connection } from "next/server";
import { readNext } from "~/features/account/read-next";
import { SignIn } from "~/features/account/sign-in";
import { getApi } from "~/trpc/server";
import { PageFrame } from "~/ui/page-frame";
import { ScriptNote } from "~/ui/script-note";

export const metadata: Metadata = { title: "Sign in", referrer: "no-referrer" };

type Props = { searchParams: Promise<{ next?: string | string[] }> };

export default async function SignInPage({ searchParams }: Props) {
  await connection();
  const { next } = await searchParams;
  return (
    <PageFrame className="flex flex-col gap-6">
      <ScriptNote>
        <p>Signing in needs JavaScript, which is turned off in this browser.</p>
      </ScriptNote>
      <h1 className="display font-semibold text-36 sm:text-48">Sign in</h1>
      <SignIn next={readNext(next)} visitor={await findVisitor()} />
    </PageFrame>
  );
}

/** Whoever is signed in; null for guests, and where nobody knows. */
async function findVisitor() {
  const user = await getApi()
    .session.get.query()
    .catch(() => null);
  return user?.role === "guest" ? null : user;
}
