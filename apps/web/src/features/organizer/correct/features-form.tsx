"use client";

import { useState } from "react";
import { featureNames, nameFeatures, type SeatFeature } from "~/features/hall/seat-features";
import { CheckBox } from "~/ui/field/check-box";
import { Apply, type ChangeProps } from "./apply-change";

const features = Object.entries(featureNames) as [SeatFeature, string][];

/** What the chosen seats have: a box that is not touched changes nothing. */
export function FeaturesForm({ seats, onChange }: ChangeProps) {
  const [touched, setTouched] = useState<Partial<Record<SeatFeature, boolean>>>({});
  return (
    <>
      <ul className="flex flex-col">
        {features.map(([feature, name]) => {
          const count = seats.filter((seat) => nameFeatures(seat).includes(name)).length;
          const checked = touched[feature] ?? count === seats.length;
          return (
            <li key={feature}>
              <CheckBox
                checked={checked}
                mixed={touched[feature] === undefined && count > 0 && count < seats.length}
                onChange={() => setTouched({ ...touched, [feature]: !checked })}
              >
                {name}
              </CheckBox>
            </li>
          );
        })}
      </ul>
      <Apply
        disabled={Object.keys(touched).length === 0}
        onApply={() => {
          onChange({ kind: "features", features: touched });
          setTouched({});
        }}
      />
    </>
  );
}
