"use client";

import { WifiOff } from "lucide-react";
import { Icon } from "~/ui/icon";
import { useOnline } from "./use-online";

export function OfflineBanner() {
  const online = useOnline();
  return (
    <div role="status" className="print:hidden">
      {online ? null : (
        <p className="bg-spot text-on-spot">
          <span className="mx-auto flex max-w-[76rem] items-center gap-3 px-4 py-2 text-14 sm:px-6">
            <Icon icon={WifiOff} size={18} />
            You are offline. What you see may be out of date; seats you hold stay held until their time runs out.
          </span>
        </p>
      )}
    </div>
  );
}
