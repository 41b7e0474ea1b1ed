"use client";

import { formatClock } from "@evently/core/format/format-time";
import { WifiOff } from "lucide-react";
import type { ReactNode } from "react";
import { formatCount } from "~/ui/format/format-count";
import { Icon } from "~/ui/icon";
import type { DeskState } from "../desk/desk";
import { isWaiting } from "../rules/kept-scan";
import type { ClockStyle } from "../verdict/describe-verdict";

type Props = { state: DeskState; clock: ClockStyle };

/** Whether the server or this device decides, and what waits to be sent. */
export function NetworkLine({ state, clock: { zone, style } }: Props) {
  const { isReachable, isHeldBack, isKept, scans, fetched_at } = state;
  const waiting = scans.filter(isWaiting).length;
  const by = fetched_at === null ? "" : ` This device decides by its list of ${formatClock(fetched_at, zone, style)}.`;
  return (
    <div role="status" className="flex flex-col gap-2">
      {isReachable && waiting === 0 ? null : (
        <Line>
          {isReachable ? "Sending what waited." : `The server can’t be reached.${by}`}{" "}
          {waiting > 0 ? describeWaiting(waiting) : null}
        </Line>
      )}
      {isHeldBack ? <Line>Many devices ask at the same time. This one asks again in a moment.</Line> : null}
      {isKept ? null : <Line>This browser keeps nothing here. Leave this page open until all scans are sent.</Line>}
    </div>
  );
}

const Line = ({ children }: { children: ReactNode }) => (
  <p className="figures flex items-start gap-3 rounded-card bg-spot px-4 py-2 text-on-spot">
    <Icon icon={WifiOff} size={18} className="mt-1 shrink-0" />
    <span className="min-w-0">{children}</span>
  </p>
);

/** "12 scans wait for a network." */
export const describeWaiting = (count: number): string =>
  count === 1 ? "1 scan waits for a network." : `${formatCount(count)} scans wait for a network.`;
