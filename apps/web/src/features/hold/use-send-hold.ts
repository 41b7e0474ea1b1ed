import type { HoldingView, PlaceHold } from "@evently/core/hold";
import { trpc } from "~/trpc/client";
import { sendHold } from "./send-hold";

/** `sendHold` for this page's visitor; `onWork` is called before this browser works for a session. */
export function useSendHold(
  onWork: () => void = () => undefined,
): (request: PlaceHold, key: string) => Promise<HoldingView> {
  const { client, session } = trpc.useUtils();
  return (request, key) => {
    const hasSession = Boolean(session.get.getData());
    return sendHold({ client, hasSession, onGuest: () => void session.get.invalidate(), onWork }, request, key);
  };
}
