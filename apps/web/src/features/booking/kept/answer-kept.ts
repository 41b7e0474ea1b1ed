import "server-only";
import { cookies } from "next/headers";
import { keptHeaders } from "~/features/offline/kept-headers";
import { getDateStyle } from "~/features/site/get-date-style";
import { readThemeCookie, themeCookie } from "~/features/site/theme";
import { findPlan } from "../plan/find-plan";
import { isReserved } from "../reservation/is-unpaid";
import type { Ticket } from "../ticket/find-ticket";
import { writeKeptPage } from "./write-kept-page";

/** After its end an event's ticket is of no use at a door. */
const afterEndMs = 24 * 60 * 60_000;

type Kept = {
  ticket: Promise<Ticket | null>;
  path: string;
  /** Whose session asks; empty where none is needed. */
  findHolder: () => Promise<string>;
};

/** The page that a browser keeps of a ticket; 404 for whoever may not see its codes, and while there are none. */
export async function answerKept({ ticket: finding, path, findHolder }: Kept): Promise<Response> {
  const ticket = await finding.catch(() => "unreachable" as const);
  if (ticket === "unreachable") return refuse(503);
  if (ticket === null || ticket.seats === null || isReserved(ticket.booking)) return refuse(404);
  const { booking, event, seats } = ticket;
  const page = writeKeptPage({
    ticket: { ...ticket, seats },
    plan: await findPlan(event.layout_id, booking.seats),
    path,
    theme: readThemeCookie((await cookies()).get(themeCookie)?.value),
    style: await getDateStyle(),
    now: new Date().toISOString(),
  });
  return new Response(page, {
    headers: {
      "content-type": "text/html; charset=utf-8",
      "cache-control": "private, no-store",
      [keptHeaders.holder]: await findHolder(),
      [keptHeaders.until]: new Date(Date.parse(event.end_time) + afterEndMs).toISOString(),
    },
  });
}

const refuse = (status: number) => new Response(null, { status, headers: { "cache-control": "no-store" } });
