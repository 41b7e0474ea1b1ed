import { Button } from "~/ui/button";
import { LinkButton } from "~/ui/link-button";
import { homeOf, type SignedIn } from "./signed-in";

type Props = { user: SignedIn["user"]; next: string | null; onAnother: () => void };

/** For whoever is signed in already. */
export function SignedInNote({ user, next, onAnother }: Props) {
  return (
    <div className="flex max-w-[36rem] flex-col items-start gap-5">
      <p className="text-18">
        You are signed in as <bdi className="whole font-semibold">{user.email ?? user.name ?? user.user_id}</bdi>.
      </p>
      <div className="flex flex-wrap gap-3">
        <LinkButton href={homeOf(user, next)} prefetch={false} variant="primary" size="large">
          Continue
        </LinkButton>
        <Button size="large" onClick={onAnother}>
          Use another address
        </Button>
      </div>
    </div>
  );
}
