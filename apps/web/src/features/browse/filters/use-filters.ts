"use client";

import { useSearchParams } from "next/navigation";
import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import { type Filters, noFilters, readFilters, writeFilters } from "./filters";

const typingPauseMs = 180;

/**
 * The filters of the address. `change` replaces the address at once, without a history entry or a navigation; typed text
 * follows when typing pauses, or by `settle` when the box loses the focus: replaced after the press of a link, the address
 * would cancel the navigation.
 */
export function useFilters() {
  const parameters = useSearchParams();
  const filters = useMemo(() => readFilters(new URLSearchParams(parameters)), [parameters]);
  const [typed, setTyped] = useState(filters.search);
  const written = useRef(filters.search);
  useEffect(() => {
    // The page's own change of the address arrives a moment later, when more may have been typed.
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
    const timer = setTimeout(settle, typingPauseMs);
    return () => clearTimeout(timer);
  }, [settle]);

  const reset = () => {
    written.current = "";
    setTyped("");
    change(noFilters);
  };
  return { filters, typed, setTyped, settle, change, reset };
}

const readAddress = () => readFilters(new URLSearchParams(window.location.search));
