import { useEffect, useState } from "react";

export type KeyInAddress = {
  isRead: boolean;
  key: string | null;
  /** Takes it out of the address, where nobody who looks at the screen should read it: once it is held elsewhere. */
  clear: () => void;
};

/** The key of a door's link. */
export function useKeyInAddress(): KeyInAddress {
  const [found, setFound] = useState<KeyInAddress>({ isRead: false, key: null, clear: () => {} });
  useEffect(() => {
    function take(): void {
      const key = readKey();
      setFound((before) => (key || !before.isRead ? { isRead: true, key, clear: () => clear(key) } : before));
    }
    take();
    // The link of another key, opened in this tab.
    window.addEventListener("hashchange", take);
    return () => window.removeEventListener("hashchange", take);
  }, []);
  return found;
}

const readKey = (): string | null => new URLSearchParams(window.location.hash.slice(1)).get("key");

function clear(key: string | null): void {
  if (key && readKey() === key) window.history.replaceState(window.history.state, "", window.location.pathname);
}
