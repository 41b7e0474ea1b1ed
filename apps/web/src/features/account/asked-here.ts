const key = "evently.sign-in";

/** Notes that this browser asked for a mail, so that its link, opened here, needs no warning. */
export function noteAsked(request_id: string): void {
  try {
    window.localStorage.setItem(key, request_id);
  } catch {
    // A browser that stores nothing asks once more whether it was this one.
  }
}

/** Whether the link with this token was asked for in this browser. */
export function wasAskedHere(token: string): boolean {
  try {
    const request_id = window.localStorage.getItem(key);
    return request_id !== null && token.startsWith(`${request_id}.`);
  } catch {
    return false;
  }
}
