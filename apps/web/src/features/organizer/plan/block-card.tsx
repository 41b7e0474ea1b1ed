import { Trash2 } from "lucide-react";
import { Button } from "~/ui/button";
import { formatCount } from "~/ui/format/format-count";
import { Icon } from "~/ui/icon";
import type { FormFaults } from "../form/use-form-faults";
import { describeNumbers } from "./describe-numbers";
import { controlName, RowBlockFields } from "./row-block-fields";
import type { PlanBlock, PlanSeat, RowBlock } from "./seating-plan";

type Props = {
  block: PlanBlock;
  seats: readonly PlanSeat[];
  seat_types: readonly string[];
  faults: FormFaults;
  onChange: (change: Partial<RowBlock>, field: keyof RowBlock) => void;
  onRemove: () => void;
};

/** One block of the plan, with the fault of the whole block. */
export function BlockCard({ block, seats, seat_types, faults, onChange, onRemove }: Props) {
  const name = nameBlock(block);
  const fault = faults[controlName(block.id, "")];
  return (
    <fieldset
      className="flex min-w-0 flex-col gap-4 rounded-card border border-line bg-card p-4 sm:p-5"
      aria-describedby={fault ? `${block.id}-fault` : undefined}
    >
      <legend className="sr-only">{name}</legend>
      <div className="flex items-center gap-3">
        <p dir="auto" title={name} className="min-w-0 grow truncate font-semibold text-18" aria-hidden="true">
          {name}
        </p>
        <p className="figures shrink-0 text-14 text-soft">{describeCount(seats.length)}</p>
        <Button variant="plain" name={controlName(block.id, "")} onClick={onRemove}>
          <Icon icon={Trash2} size={18} />
          <span className="sr-only">Remove {name}</span>
        </Button>
      </div>
      {fault ? (
        <p id={`${block.id}-fault`} className="font-medium text-14 text-curtain">
          {fault}
        </p>
      ) : null}
      {block.kind === "rows" ? (
        <>
          <RowBlockFields block={block} seat_types={seat_types} faults={faults} onChange={onChange} />
          {seats.length > 0 ? <p className="figures text-14 text-soft">{describeNumbers(block, seats)}</p> : null}
        </>
      ) : (
        <p className="text-14 text-soft">
          These seats come from a file. To correct them, remove them here, change the file and upload it again.
        </p>
      )}
    </fieldset>
  );
}

function nameBlock(block: PlanBlock): string {
  if (block.kind === "list") return block.name;
  const { first_row, last_row, section } = block;
  const rows = first_row === last_row ? `Row ${first_row}` : `Rows ${first_row} to ${last_row}`;
  if (first_row.trim() === "" && last_row.trim() === "") return section.trim() || "A row without a name";
  return section.trim() === "" ? rows : `${section.trim()}, ${rows.charAt(0).toLowerCase()}${rows.slice(1)}`;
}

const describeCount = (count: number) => (count === 1 ? "1 seat" : `${formatCount(count)} seats`);
