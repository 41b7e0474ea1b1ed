"use client";

import { ArrowDown } from "lucide-react";
import { type ReactNode, useEffect, useState } from "react";
import { buttonStyle } from "~/ui/button-style";
import { Icon } from "~/ui/icon";

type Props = { target: string; children: ReactNode };

/** The page's main action, at the bottom edge while its target is still further down. */
export function StickyAction({ target, children }: Props) {
  const [isBelow, setBelow] = useState(false);
  useEffect(() => {
    const element = document.getElementById(target);
    if (!element) return;
    const observer = new IntersectionObserver(
      (entries) => {
        // There are several if it moved twice between two frames; the last one counts.
        const last = entries.at(-1);
        if (last) setBelow(!last.isIntersecting && last.boundingClientRect.top > 0);
      },
      { rootMargin: "0px 0px -25% 0px" },
    );
    observer.observe(element);
    return () => observer.disconnect();
  }, [target]);
  return (
    <div
      hidden={!isBelow}
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
