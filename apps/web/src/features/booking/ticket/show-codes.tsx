"use client";

import { ChevronLeft, ChevronRight, ScanLine } from "lucide-react";
import { useRef, useState } from "react";
import { Button } from "~/ui/button";
import { Dialog } from "~/ui/dialog";
import { Icon } from "~/ui/icon";
import { useWakeLock } from "~/ui/use-wake-lock";

/** The code of a seat as it stands on the page by `id`, `size` units wide. */
type ShownCode = { id: string; seat: string; code: string; size: number };

/** The codes as large as the screen, one after the other by a swipe or a button, on a screen that stays awake. */
export function ShowCodes({ codes }: { codes: readonly ShownCode[] }) {
  const [isOpen, setOpen] = useState(false);
  useWakeLock(isOpen);
  return (
    <div className="needs-script print:hidden">
      <Button variant="primary" onClick={() => setOpen(true)}>
        <Icon icon={ScanLine} size={18} />
        Show at the door
      </Button>
      <Dialog open={isOpen} title="Show at the door" form="screen" onClose={() => setOpen(false)}>
        <CodeSwiper codes={codes} />
      </Dialog>
    </div>
  );
}

function CodeSwiper({ codes }: { codes: readonly ShownCode[] }) {
  const list = useRef<HTMLUListElement>(null);
  const [at, setAt] = useState(0);
  const noteShown = () => {
    const { scrollLeft = 0, clientWidth = 1 } = list.current ?? {};
    setAt(Math.round(scrollLeft / Math.max(1, clientWidth)));
  };
  const show = (index: number) => list.current?.children[index]?.scrollIntoView({ block: "nearest", inline: "center" });
  return (
    <>
      <ul
        ref={list}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keyboard.
        tabIndex={0}
        aria-label="Codes"
        onScroll={noteShown}
        className="-mx-5 my-auto flex snap-x snap-mandatory overflow-x-auto"
      >
        {codes.map(({ id, seat, code, size }) => (
          <li key={id} className="flex w-full shrink-0 snap-center flex-col items-center gap-3">
            <p className="text-center font-semibold text-22">{seat}</p>
            <svg
              viewBox={`0 0 ${size} ${size}`}
              role="img"
              aria-label={`Large QR code of ${seat}`}
              shapeRendering="crispEdges"
              className="aspect-square w-[min(100%,68dvh)]"
            >
              <use href={`#${id}`} />
            </svg>
            <p className="break-all px-5 text-center text-12" translate="no">
              {code}
            </p>
          </li>
        ))}
      </ul>
      {codes.length > 1 ? (
        <div className="flex items-center justify-center gap-4">
          <Button aria-label="Previous code" aria-disabled={at === 0} onClick={() => show(at - 1)}>
            <Icon icon={ChevronLeft} />
          </Button>
          <p role="status" className="figures">{`${at + 1} of ${codes.length}`}</p>
          <Button aria-label="Next code" aria-disabled={at === codes.length - 1} onClick={() => show(at + 1)}>
            <Icon icon={ChevronRight} />
          </Button>
        </div>
      ) : null}
    </>
  );
}
