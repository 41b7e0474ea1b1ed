import { trpc } from "~/trpc/client";
import { forgetDevice } from "./forget-device";

/** Ends the session of this browser, or all of its account; then what the browser keeps of it goes, and `leave` leads on. */
export function useSignOut(leave: () => void) {
  return trpc.session.end.useMutation({ onSuccess: () => void forgetDevice().then(leave) });
}
