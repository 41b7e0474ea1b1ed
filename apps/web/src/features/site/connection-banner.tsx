"use client";

import { WifiOff } from "lucide-react";
import { useApiSilence } from "~/trpc/use-api-silence";
import { Icon } from "~/ui/icon";
import { useOnline } from "./use-online";

/** On every page, while the browser has no network or the API doesn't answer. */
export function ConnectionBanner() {
  const online = useOnline();
  const isSilent = useApiSilence();
  const fact = online ? "Evently isn’t answering right now." : "You are offline.";
  return (
    <div role="status" className="connection print:hidden">
      {online && !isSilent ? null : (
        <p className="bg-spot text-on-spot">
          <span className="mx-auto flex max-w-[76rem] items-center gap-3 px-4 py-2 text-14 sm:px-6">
            <Icon icon={WifiOff} size={18} className="shrink-0" />
            {`${fact} What you see may be out of date; seats you hold stay held until their time runs out.`}
          </span>
        </p>
      )}
    </div>
  );
}
