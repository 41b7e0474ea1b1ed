import { useEffect, useState } from "react";

export type KeyInAddress = { isRead: boolean; key: string | null };

/** The key of a door's link, which is taken out of the address at once: nobody who looks at the screen should read it. */
export function useKeyInAddress(): KeyInAddress {
  const [found, setFound] = useState<KeyInAddress>({ isRead: false, key: null });
  useEffect(() => {
    function take(): void {
      const key = new URLSearchParams(window.location.hash.slice(1)).get("key");
      if (key) window.history.replaceState(window.history.state, "", window.location.pathname);
      setFound((before) => (key || !before.isRead ? { isRead: true, key } : before));
    }
    take();
    // The link of another key, opened in this tab.
    window.addEventListener("hashchange", take);
    return () => window.removeEventListener("hashchange", take);
  }, []);
  return found;
}
