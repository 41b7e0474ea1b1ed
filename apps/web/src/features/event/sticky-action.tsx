"use client";

import { ArrowDown } from "lucide-react";
import { type ReactNode, useEffect, useState } from "react";
import { buttonStyle } from "~/ui/button-style";
import { Icon } from "~/ui/icon";

type Props = { target: string; children: ReactNode };

/** The page's one action, at the bottom edge for as long as the place it leads to is still below. */
export function StickyAction({ target, children }: Props) {
  const [below, setBelow] = useState(false);
  useEffect(() => {
    const place = document.getElementById(target);
    if (!place) return;
    const observer = new IntersectionObserver(
      (entries) => {
        // More than one where it moved twice between two frames; the last is how it stands.
        const seen = entries.at(-1);
        if (seen) setBelow(!seen.isIntersecting && seen.boundingClientRect.top > 0);
      },
      { rootMargin: "0px 0px -25% 0px" },
    );
    observer.observe(place);
    return () => observer.disconnect();
  }, [target]);
  return (
    <div
      hidden={!below}
      className="fixed inset-x-0 bottom-0 z-30 border-line border-t bg-paper p-3 pb-[max(0.75rem,env(safe-area-inset-bottom))] print:hidden"
    >
      <div className="mx-auto max-w-md">
        <a href={`#${target}`} className={buttonStyle("primary", "large", "w-full")}>
          {children}
          <Icon icon={ArrowDown} />
        </a>
      </div>
    </div>
  );
}
