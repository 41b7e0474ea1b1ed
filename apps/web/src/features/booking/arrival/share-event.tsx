"use client";

import { Share2 } from "lucide-react";
import { Button } from "~/ui/button";
import { Icon } from "~/ui/icon";
import { showToast } from "~/ui/message/toasts";

/** Tells others of the event, by the device's own way to share or by its address. The ticket's own link is nobody else's. */
export function ShareEvent({ name, url }: { name: string; url: string }) {
  const copy = async () => {
    await navigator.clipboard.writeText(url);
    showToast("The event’s address was copied.");
  };
  const share = () => {
    if ("share" in navigator) navigator.share({ title: name, url }).catch(() => undefined);
    else copy().catch(() => showToast(`The event’s address is ${url}`));
  };
  return (
    <Button onClick={share}>
      <Icon icon={Share2} size={18} />
      Share event
    </Button>
  );
}
