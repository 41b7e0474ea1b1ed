import type { Buyer, BuyerSummary, EventAnalytics, SalesPeriod, SeatPerformance } from "@evently/core/analytics";
import { formatMoney } from "@evently/core/format/format-money";
import { nameSeat } from "@evently/core/seat/name-seats.rules";
import type { Page } from "@playwright/test";
import { averageOrder } from "../src/features/analytics/average-order";
import { formatPercent } from "../src/features/analytics/format-percent";
import { formatCount } from "../src/ui/format/format-count";

type List<T> = { items: T[]; next_cursor: string | null };

/** The API's figures of an event's sale for this browser, over REST. */
export async function askSale(page: Page, event_id: string) {
  const ask = async <T>(path: string): Promise<T> => {
    const response = await page.request.get(`/api/events/${event_id}/analytics${path}`);
    if (!response.ok()) throw new Error(`GET ${path} answered ${response.status()}: ${await response.text()}`);
    return (await response.json()) as T;
  };
  return {
    figures: await ask<EventAnalytics>(""),
    hours: (await ask<List<SalesPeriod>>("/revenue?interval=hour&limit=200")).items,
    seats: (await ask<List<SeatPerformance>>("/seats?limit=200")).items,
    buyers: await ask<List<Buyer> & BuyerSummary>("/users?limit=200"),
  };
}

export type SaleAnswers = Awaited<ReturnType<typeof askSale>>;

/** The expected tiles. */
export function tilesOf({ figures }: SaleAnswers): Record<string, string> {
  const money = (amount: number) => formatMoney(amount, figures.currency);
  return {
    "Seats sold": `${formatCount(figures.seats_sold)} of ${formatCount(figures.total_seats)}`,
    Revenue: money(figures.revenue),
    "Capacity sold": formatPercent(figures.capacity_utilization),
    "Average order": money(averageOrder(figures)),
    "Hold success": formatPercent(figures.hold_success_rate),
    "Holds booked": formatPercent(figures.booking_success_rate),
    "Cancellation rate": formatPercent(figures.cancellation_rate),
  };
}

type Expected = Record<string, { columns: readonly number[]; rows: string[][] }>;

/** The expected tables by caption, without the names of rows; `seat_types` in the order of the layout. */
export function tablesOf({ figures, hours, seats, buyers }: SaleAnswers, seat_types: readonly string[]): Expected {
  const money = (amount: number) => formatMoney(amount, figures.currency);
  const texts = (...cells: (string | number)[]) => cells.map(String);
  return {
    "Sales by the hour": {
      columns: [1, 2, 3, 4, 5, 6, 7],
      rows: [...[...hours].reverse(), sumHours(hours)].map((hour) =>
        texts(
          ...[hour.bookings, hour.cancellations, hour.seats_sold, hour.seats_returned],
          ...[hour.gross, hour.refunded, hour.revenue].map(money),
        ),
      ),
    },
    "From hold to booking": {
      columns: [1],
      rows: [figures.hold_attempts, figures.holds_placed, figures.total_bookings].map((count) => texts(count)),
    },
    "Revenue by seat type": {
      columns: [0, 1, 2],
      rows: seat_types.map((type) =>
        texts(type, figures.seats_sold_by_seat_type[type] ?? 0, money(figures.revenue_by_seat_type[type] ?? 0)),
      ),
    },
    "Seats one by one": {
      columns: [0, 1, 2, 4, 5, 6],
      rows: seats.map((seat) =>
        texts(
          ...[nameSeat(seat), seat.seat_type, money(seat.price)],
          ...[seat.times_held, seat.times_dropped, seat.times_booked],
        ),
      ),
    },
    "Buyers and what they like": {
      columns: [2],
      rows: [
        ...(buyers.other_events === 0
          ? []
          : [buyers.new_buyers, buyers.returning_buyers, ...buyers.also_likes.map((liked) => liked.buyers)]),
        buyers.total,
      ].map((count) => texts(count)),
    },
    "Buyers by what they spent": {
      columns: [0, 1, 2, 3, 4],
      rows: buyers.items.map((buyer) =>
        texts(
          ...[buyer.name ?? buyer.email ?? buyer.user_id, money(buyer.spend)],
          ...[buyer.seats, buyer.bookings, buyer.cancellations],
        ),
      ),
    },
  };
}

function sumHours(hours: readonly SalesPeriod[]) {
  const sum = (count: (hour: SalesPeriod) => number) => hours.reduce((total, hour) => total + count(hour), 0);
  return {
    bookings: sum(({ bookings }) => bookings),
    cancellations: sum(({ cancellations }) => cancellations),
    seats_sold: sum(({ seats_sold }) => seats_sold),
    seats_returned: sum(({ seats_returned }) => seats_returned),
    gross: sum(({ gross }) => gross),
    refunded: sum(({ refunded }) => refunded),
    revenue: sum(({ revenue }) => revenue),
  };
}
