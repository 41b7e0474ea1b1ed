import type { AccountingFigures, EventAccounting } from "@evently/core/accounting";
import { formatMoney } from "@evently/core/format/format-money";
import { formatDay } from "@evently/core/format/format-time";
import { useDateStyle } from "~/ui/format/use-date-style";
import { FiguresTable } from "../figures-table";

const columns = ["Gross", "Refunds", "Fees", "Net", "Card", "Cash", "Invoice"].map((name) => ({
  name,
  isNumber: true,
}));

/** Every day on which money moved, newest first, and their total; the last three columns are the parts of the net. */
export function DaysTable({ accounting: { days, total, currency } }: { accounting: EventAccounting }) {
  const style = useDateStyle();
  const cells = ({ gross, refunds, fees, net, by_method: { card, cash, invoice } }: AccountingFigures) =>
    [gross, refunds, fees, net, card, cash, invoice].map((amount) => formatMoney(amount, currency));
  return (
    <FiguresTable
      caption="Money by the day"
      columns={[{ name: "Day" }, ...columns]}
      rows={days.toReversed().map((day) => ({ key: day.date, cells: [nameDay(day.date, style), ...cells(day)] }))}
      total={["Total", ...cells(total)]}
    />
  );
}

/** The day is the venue's already. */
const nameDay = (date: string, style: ReturnType<typeof useDateStyle>): string =>
  formatDay(`${date}T12:00:00.000Z`, "UTC", style);
