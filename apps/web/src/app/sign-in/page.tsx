import type { Metadata } from "next";
import { connection } from "next/server";
import { SignIn } from "~/features/account/sign-in";
import { PageFrame } from "~/ui/page-frame";
import { ScriptNote } from "~/ui/script-note";

export const metadata: Metadata = { title: "Sign in", referrer: "no-referrer" };

export default async function SignInPage() {
  await connection();
  return (
    <PageFrame className="flex flex-col gap-6">
      <ScriptNote>
        <p>Signing in needs JavaScript, which is turned off in this browser.</p>
      </ScriptNote>
      <h1 className="display font-semibold text-36 sm:text-48">Sign in</h1>
      <SignIn />
    </PageFrame>
  );
}
