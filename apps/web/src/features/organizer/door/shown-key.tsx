import type { NewDoorKey } from "@evently/core/door-key";
import type { EventPage } from "@evently/core/event";
import { drawCode, toPath } from "@evently/tickets/draw-code";
import { Copy } from "lucide-react";
import { Button } from "~/ui/button";
import { DateTime } from "~/ui/format/date-time";
import { Icon } from "~/ui/icon";
import { announce } from "~/ui/message/announcements";

type Props = { made: NewDoorKey; event: EventPage; onClose: () => void };

/** The link of a new key, as text and as a code for a phone's camera; it can't be shown again. */
export function ShownKey({ made, event, onClose }: Props) {
  const url = made.url ?? `${window.location.origin}/door/${event.event_id}#key=${made.key}`;
  const drawn = drawCode(url);
  const copy = async () => {
    await navigator.clipboard.writeText(url);
    announce("The link was copied.");
  };
  return (
    <section aria-labelledby="new-key" className="flex flex-col gap-4 rounded-card bg-good-wash p-5 text-on-good-wash">
      <h3 id="new-key" className="font-semibold text-18">
        Link of <bdi>{made.name}</bdi>
      </h3>
      <p>
        It opens the door until <DateTime instant={made.until} zone={event.timezone} />. It is shown only now: copy it,
        or scan it with the phone that is to stand at the door.
      </p>
      <svg
        viewBox={`0 0 ${drawn.size} ${drawn.size}`}
        role="img"
        aria-label={`QR code of the link of ${made.name}`}
        shapeRendering="crispEdges"
        className="on-paper w-full max-w-64 self-center bg-card text-ink"
      >
        <path d={toPath(drawn)} fill="currentColor" />
      </svg>
      <p className="break-all text-14" translate="no">
        {url}
      </p>
      <div className="flex flex-wrap gap-3">
        <Button onClick={() => void copy().catch(() => announce("Select the link to copy it."))}>
          <Icon icon={Copy} size={18} />
          Copy link
        </Button>
        <Button onClick={onClose}>Done</Button>
      </div>
    </section>
  );
}
