"use client";

import { type SubmitEvent, useState } from "react";
import { Button } from "~/ui/button";
import { Field } from "~/ui/field/field";
import { announce } from "~/ui/message/announcements";
import type { DeskState } from "../desk/desk";
import type { DeskActions } from "./use-desk";

/** As long as a gate or a device may be called. */
const mostLetters = 60;

/** What others read of this device: which gate it stands at, and what it is called. */
export function DeviceForm({ state, actions }: { state: DeskState; actions: DeskActions }) {
  const [gate, setGate] = useState(state.gate ?? "");
  const [device, setDevice] = useState(state.device);
  async function save(event: SubmitEvent<HTMLFormElement>): Promise<void> {
    event.preventDefault();
    await actions.setGate(gate.trim() || null);
    if (device.trim() !== "") await actions.rename(device.trim());
    announce("Saved.");
  }
  return (
    <section aria-labelledby="door-device" className="flex flex-col gap-3">
      <h2 id="door-device" className="font-semibold text-18">
        This device
      </h2>
      <form onSubmit={(event) => void save(event)} className="flex flex-col gap-3">
        <Field
          label="Gate"
          value={gate}
          maxLength={mostLetters}
          autoComplete="off"
          onChange={({ currentTarget }) => setGate(currentTarget.value)}
        />
        <Field
          label="Name of this device"
          value={device}
          maxLength={mostLetters}
          autoComplete="off"
          onChange={({ currentTarget }) => setDevice(currentTarget.value)}
        />
        <Button type="submit" className="self-start">
          Save
        </Button>
      </form>
    </section>
  );
}
