import type { HoldingView, PlaceHold } from "@evently/core/hold";
import { trpc } from "~/trpc/client";
import { sendHold } from "./send-hold";

/** `sendHold` for this page's visitor. */
export function useSendHold(): (request: PlaceHold, key: string) => Promise<HoldingView> {
  const { client, session } = trpc.useUtils();
  return (request, key) => {
    const hasSession = Boolean(session.get.getData());
    return sendHold({ client, hasSession, onGuest: () => void session.get.invalidate() }, request, key);
  };
}
