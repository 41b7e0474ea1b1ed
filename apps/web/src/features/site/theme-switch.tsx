"use client";

import { Monitor, Moon, Sun } from "lucide-react";
import { useSyncExternalStore } from "react";
import { Icon } from "~/ui/icon";
import { applyTheme, onTheme, readTheme } from "./theme";

const choices = [
  { theme: "light", label: "Light theme", icon: Sun },
  { theme: "system", label: "System theme", icon: Monitor },
  { theme: "dark", label: "Dark theme", icon: Moon },
] as const;

export function ThemeSwitch() {
  const chosen = useSyncExternalStore(onTheme, readTheme, () => "system");
  return (
    <fieldset className="flex rounded-chip border border-line p-0.5">
      <legend className="sr-only">Theme</legend>
      {choices.map(({ theme, label, icon }) => (
        <label
          key={theme}
          title={label}
          className="relative grid size-8 cursor-pointer place-items-center rounded-chip text-soft has-checked:bg-ink has-checked:text-paper has-focus-visible:outline-3 has-focus-visible:outline-curtain"
        >
          <input
            type="radio"
            name="theme"
            className="absolute inset-0 cursor-pointer opacity-0"
            checked={chosen === theme}
            onChange={() => applyTheme(theme)}
          />
          <Icon icon={icon} size={16} />
          <span className="sr-only">{label}</span>
        </label>
      ))}
    </fieldset>
  );
}
