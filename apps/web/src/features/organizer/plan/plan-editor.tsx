"use client";

import type { NewVenueSeat } from "@evently/core/venue";
import { Plus, Undo2 } from "lucide-react";
import { newDraftId } from "~/trpc/idempotency-key";
import { Button } from "~/ui/button";
import { Icon } from "~/ui/icon";
import { announce } from "~/ui/message/announcements";
import type { FormFaults } from "../form/use-form-faults";
import { BlockCard } from "./block-card";
import { CsvImport } from "./csv-import";
import { listLabels, nextLabel } from "./row-labels";
import { newRowBlock, type PlanBlock, type RowBlock, type SeatingPlan } from "./seating-plan";

type Props = {
  plan: SeatingPlan;
  /** The seats of each block, in the order of the blocks. */
  drawn: readonly (readonly NewVenueSeat[])[];
  faults: FormFaults;
  /** `part` groups changes for undo; a file may add seat types. */
  onChange: (plan: SeatingPlan, part?: string) => void;
  /** Whether seat types may be added here. */
  mayAddTypes: boolean;
  undo: () => void;
  canUndo: boolean;
  clear: (name: string) => void;
};

/** The blocks of a plan, from the stage to the back. */
export function PlanEditor({ plan, drawn, faults, onChange, mayAddTypes, undo, canUndo, clear }: Props) {
  const update = (blocks: PlanBlock[], part?: string) => onChange({ ...plan, blocks }, part);
  const change = (id: string, change: Partial<RowBlock>, field: string) => {
    clear(`${id}.${field}`);
    const blocks = plan.blocks.map((block) =>
      block.id === id && block.kind === "rows" ? { ...block, ...change } : block,
    );
    update(blocks, `${id}.${field}`);
  };
  return (
    <div className="flex flex-col gap-4">
      <ol className="flex flex-col gap-4">
        {plan.blocks.map((block, index) => (
          <li key={block.id}>
            <BlockCard
              block={block}
              count={drawn[index]?.length ?? 0}
              seat_types={plan.seat_types}
              faults={faults}
              onChange={(part, field) => change(block.id, part, field)}
              onRemove={() => {
                update(plan.blocks.filter(({ id }) => id !== block.id));
                announce("Removed. You can undo this.");
              }}
            />
          </li>
        ))}
      </ol>
      <div className="flex flex-wrap items-center gap-3">
        <Button onClick={() => update([...plan.blocks, followingBlock(plan)])}>
          <Icon icon={Plus} size={18} />
          {plan.blocks.length === 0 ? "Add rows" : "Add rows behind"}
        </Button>
        <Button onClick={undo} disabled={!canUndo}>
          <Icon icon={Undo2} size={18} />
          Undo
        </Button>
      </div>
      <CsvImport
        seat_types={plan.seat_types}
        mayAddTypes={mayAddTypes}
        onImport={(name, seats, seat_types) => {
          const list: PlanBlock = { kind: "list", id: newDraftId(), name, seats };
          onChange({ seat_types, blocks: [...plan.blocks.filter(isTouched), list] });
        }}
      />
    </div>
  );
}

/** The untouched rows of a new form are replaced by a file. */
function isTouched(block: PlanBlock): boolean {
  return JSON.stringify(block) !== JSON.stringify(newRowBlock(block.id, "seat_type" in block ? block.seat_type : ""));
}

/** Rows like the last ones, with the next label.*/
function followingBlock({ blocks, seat_types }: SeatingPlan): RowBlock {
  const last = blocks.findLast((block) => block.kind === "rows");
  const id = newDraftId();
  if (!last) return newRowBlock(id, seat_types[0] ?? "");
  const first_row = nextLabel(last.last_row);
  const range = listLabels(first_row, first_row);
  return { ...last, id, first_row, last_row: "labels" in range ? first_row : "" };
}
