import type { User } from "@evently/core/user";
import { useSignOut } from "~/features/account/use-sign-out";
import { describeFailure } from "~/trpc/describe-failure";
import { Button } from "~/ui/button";
import { FailurePanel } from "~/ui/message/failure-panel";
import { hasAddress } from "./has-address";

type Props = { email: string; caller: Pick<User, "email" | "verified_at"> | null };

/** Only whoever reads the mails of the invited address may accept: it is shown by signing in, and this page comes back after it. */
export function SignInFirst({ email, caller }: Props) {
  const go = () => window.location.assign("/sign-in");
  const signOut = useSignOut(go);
  const other = hasAddress(caller, email) ? null : (caller?.email ?? null);
  return (
    <>
      <p>
        It is for <bdi className="whole font-semibold">{email}</bdi>
        {other === null ? ". Sign in with this address to accept it." : ", and this browser is signed in as "}
        {other === null ? null : (
          <>
            <bdi className="whole font-semibold">{other}</bdi>.
          </>
        )}
      </p>
      {signOut.isError ? <FailurePanel {...describeFailure(signOut.error)} /> : null}
      <Button
        variant="primary"
        size="large"
        pending={signOut.isPending || signOut.isSuccess}
        pendingLabel="Signing out…"
        onClick={() => (other === null ? go() : signOut.mutate({}))}
      >
        {other === null ? "Sign in" : "Sign in with the other address"}
      </Button>
    </>
  );
}
