"use client";

import { useSearchParams } from "next/navigation";
import { useCallback, useEffect, useMemo, useState } from "react";
import { type Filters, noFilters, readFilters, writeFilters } from "./filters";

const typingPauseMs = 180;

/**
 * The filters as the address has them. `change` replaces the address at once, without a history entry or a new page;
 * what is typed goes there once the typing pauses.
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

  useEffect(() => {
    if (typed.trim() === filters.search) return;
    const waiting = setTimeout(() => change({ search: typed.trim() }), typingPauseMs);
    return () => clearTimeout(waiting);
  }, [typed, filters.search, change]);

  const reset = () => {
    setTyped("");
    change(noFilters);
  };
  return { filters, typed, setTyped, change, reset };
}
