import { useCallback, useEffect, useState } from "react";

/** The token of a sign-in link, which is taken out of the address at once: it is nobody's business who looks at it later. */
export function useTokenInAddress(): { token: string | null; drop: () => void } {
  const [token, setToken] = useState<string | null>(null);
  useEffect(() => {
    function take(): void {
      const found = new URLSearchParams(window.location.hash.slice(1)).get("token");
      if (!found) return;
      window.history.replaceState(window.history.state, "", window.location.pathname);
      setToken(found);
    }
    take();
    // The link of another mail, opened in this tab.
    window.addEventListener("hashchange", take);
    return () => window.removeEventListener("hashchange", take);
  }, []);
  return { token, drop: useCallback(() => setToken(null), []) };
}
