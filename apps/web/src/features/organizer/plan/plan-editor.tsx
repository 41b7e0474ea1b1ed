"use client";

import { Plus, Undo2 } from "lucide-react";
import { Button } from "~/ui/button";
import { Icon } from "~/ui/icon";
import { announce } from "~/ui/message/announcements";
import type { FormFaults } from "../form/use-form-faults";
import { BlockCard } from "./block-card";
import { followingBlock } from "./following-block";
import type { PlanBlock, PlanSeat, RowBlock, SeatingPlan } from "./seating-plan";

type Props = {
  plan: SeatingPlan;
  /** The seats of each block, in the order of the blocks. */
  drawn: readonly (readonly PlanSeat[])[];
  faults: FormFaults;
  /** `part` groups changes for undo. */
  onChange: (plan: SeatingPlan, part?: string) => void;
  undo: () => void;
  canUndo: boolean;
  clear: (name: string) => void;
};

/** The blocks of a plan, from the stage to the back. */
export function PlanEditor({ plan, drawn, faults, onChange, undo, canUndo, clear }: Props) {
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
              seats={drawn[index] ?? []}
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
    </div>
  );
}
