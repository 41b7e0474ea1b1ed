"use client";

import type { AppRouter } from "@evently/api/root";
import { createTRPCReact } from "@trpc/react-query";

/** The API as React hooks: `trpc.event.get.useQuery({ event_id })`. */
export const trpc = createTRPCReact<AppRouter>();
