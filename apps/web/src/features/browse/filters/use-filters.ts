"use client";

import { useSearchParams } from "next/navigation";
import { useCallback, useEffect, useMemo, useRef, useState } from "react";
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
  const written = useRef(filters.search);
  useEffect(() => {
    // The page hears of its own change of the address a moment later, when more may have been typed.
    if (filters.search === written.current || filters.search !== readAddress().search) return;
    written.current = filters.search;
    setTyped(filters.search);
  }, [filters.search]);

  const change = useCallback((changes: Partial<Filters>) => {
    window.history.replaceState(null, "", writeFilters({ ...readAddress(), ...changes }));
  }, []);

  const settle = useCallback(() => {
    if (typed.trim() === filters.search) return;
    written.current = typed.trim();
    change({ search: written.current });
  }, [typed, filters.search, change]);

  useEffect(() => {
    const waiting = setTimeout(settle, typingPauseMs);
    return () => clearTimeout(waiting);
  }, [settle]);

  const reset = () => {
    written.current = "";
    setTyped("");
    change(noFilters);
  };
  return { filters, typed, setTyped, settle, change, reset };
}

const readAddress = () => readFilters(new URLSearchParams(window.location.search));
