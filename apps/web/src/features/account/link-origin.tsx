"use client";

import { DateTime } from "~/ui/format/date-time";
import { useOwnZone } from "./use-own-zone";

type Props = { asked_at: string; device: string | null };

/** Where a link was asked for that is opened somewhere else: whoever didn't ask should not press the button. */
export function LinkOrigin({ asked_at, device }: Props) {
  const zone = useOwnZone();
  return (
    <p className="rounded-card bg-spot-wash px-5 py-4 text-on-spot-wash">
      This link was asked for at <DateTime instant={asked_at} zone={zone} show="clock" /> with{" "}
      <strong>{device ?? "a program, or by whoever runs this site"}</strong>. If that wasn’t you, close this page:
      whoever asked can’t sign in without you.
    </p>
  );
}
