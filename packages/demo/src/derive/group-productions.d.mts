import type { DemoEvent, Production } from "../catalog.ts";

export function groupProductions(events: DemoEvent[]): Production[];
