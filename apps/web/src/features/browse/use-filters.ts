"use client";

import { useSearchParams } from "next/navigation";
import { useCallback, useEffect, useMemo, useState } from "react";
import { type Filters, noFilters, readFilters, writeFilters } from "./filters";

const typingPauseMs = 180;

/**
 * The filters as the address has them. `change` replaces the address at once, without a history entry or a new page;
 * what is typed goes there once the typing pauses, or by `settle` when the box is left: a replacement that came after the
 * press of a link would call off the way to its page.
 */
export function useFilters() {
  const parameters = useSearchParams();
  const filters = useMemo(() => readFilters(new URLSearchParams(parameters)), [parameters]);
  const [typed, setTyped] = useState(filters.search);
  const [seen, setSeen] = useState(filters.search);
  if (seen !== filters.search) {
    setSeen(filters.search);
    if (typed.trim() !== filters.search) setTyped(filters.search);
  }

  const change = useCallback((changes: Partial<Filters>) => {
    const current = readFilters(new URLSearchParams(window.location.search));
    window.history.replaceState(null, "", writeFilters({ ...current, ...changes }));
  }, []);

  const settle = useCallback(() => {
    if (typed.trim() !== filters.search) change({ search: typed.trim() });
  }, [typed, filters.search, change]);

  useEffect(() => {
    const waiting = setTimeout(settle, typingPauseMs);
    return () => clearTimeout(waiting);
  }, [settle]);

  const reset = () => {
    setTyped("");
    change(noFilters);
  };
  return { filters, typed, setTyped, settle, change, reset };
}
