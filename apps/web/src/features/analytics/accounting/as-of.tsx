import { formatSeconds, nameZone } from "@evently/core/format/format-time";
import { RotateCw } from "lucide-react";
import { useOnline } from "~/features/site/use-online";
import { Button } from "~/ui/button";
import { useDateStyle } from "~/ui/format/use-date-style";
import { Icon } from "~/ui/icon";

export type Refreshed = {
  dataUpdatedAt: number;
  isError: boolean;
  isFetching: boolean;
  refetch: () => Promise<unknown>;
};

/** From when the figures are, which don't follow by themselves, and how to have them of now. */
export function AsOf({ query, zone }: { query: Refreshed; zone: string }) {
  const online = useOnline();
  const style = useDateStyle();
  const instant = new Date(query.dataUpdatedAt).toISOString();
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
      <p className="figures text-14 text-soft">
        {"As of "}
        <time dateTime={instant}>{formatSeconds(instant, zone, style)}</time> {nameZone(instant, zone)}
      </p>
      <Button
        variant="quiet"
        size="small"
        pending={query.isFetching}
        pendingLabel="Loading…"
        onClick={() => void query.refetch()}
      >
        <Icon icon={RotateCw} size={18} />
        Refresh
      </Button>
      <p role="status" className="text-14">
        {online ? (query.isError ? "We couldn’t refresh. These are the last figures we got." : "") : "You are offline."}
      </p>
    </div>
  );
}
