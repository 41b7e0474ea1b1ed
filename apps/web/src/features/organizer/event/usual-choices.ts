/** What an organizer chose for the last event, and will most likely choose for the next. */
export type UsualChoices = { venue_id: string; currency: string };

const key = "evently.usual-choices";

/** Keeps the choices of a saved event in this browser; without storage the next form starts as the first one did. */
export function rememberChoices(choices: UsualChoices): void {
  try {
    localStorage.setItem(key, JSON.stringify(choices));
  } catch {
    // A form without them is complete too.
  }
}

export function recallChoices(): Partial<UsualChoices> {
  try {
    return JSON.parse(localStorage.getItem(key) ?? "{}") as Partial<UsualChoices>;
  } catch {
    return {};
  }
}
