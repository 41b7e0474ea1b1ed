"use client";

import { useApiSilence } from "~/trpc/use-api-silence";

export const timeUnconfirmed = "Evently isn’t answering: the time left can’t be confirmed right now.";

export const stillWaiting = "Evently isn’t answering. We give up soon if no answer comes.";

/** Beside what depends on the API, while it doesn't answer: `children` says what that means there. The page's banner is what is announced. */
export function SilenceNote({ children }: { children: string }) {
  return useApiSilence() ? <p className="basis-full text-14">{children}</p> : null;
}
