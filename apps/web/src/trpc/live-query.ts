/** For what a page shows that may change any time: asked again when the page opens or regains the focus, and every ten seconds. */
export const liveQuery = { staleTime: 0, refetchOnWindowFocus: "always", refetchInterval: 10_000 } as const;
