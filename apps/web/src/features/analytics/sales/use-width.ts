import { useEffect, useRef, useState } from "react";
import { flushSync } from "react-dom";

/** How wide an element is, in pixels; 0 until it is there. What is drawn at the new width is painted together with it. */
export function useWidth() {
  const ref = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(0);
  useEffect(() => {
    if (!ref.current) return;
    const watching = new ResizeObserver(([entry]) => {
      if (entry) flushSync(() => setWidth(entry.contentRect.width));
    });
    watching.observe(ref.current);
    return () => watching.disconnect();
  }, []);
  return { ref, width };
}
