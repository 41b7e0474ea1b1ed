/** Why there is no picture: the first sentence says what, the second what to do. */
export type CameraFailure = "insecure" | "missing" | "denied" | "taken" | "lost" | "broken";

const kinds: Record<string, CameraFailure> = {
  NotAllowedError: "denied",
  SecurityError: "denied",
  NotFoundError: "missing",
  OverconstrainedError: "missing",
  NotReadableError: "taken",
  AbortError: "taken",
};

/** Of what `getUserMedia` was rejected with. */
export const readCameraFailure = (error: unknown): CameraFailure =>
  (error instanceof Error || error instanceof DOMException ? kinds[error.name] : undefined) ?? "broken";

export const cameraWords: Record<CameraFailure, string> = {
  insecure:
    "Browsers lend their camera only to pages with https. Type the code, or open this page at its https address.",
  missing: "This device has no camera. Type the code, or use a phone.",
  denied: "The camera is blocked for this page. Allow it in the browser’s settings for this site, or type the code.",
  taken: "Another program is using the camera. Close it and try again, or type the code.",
  lost: "The camera stopped. Start it again, or type the code.",
  broken: "The camera did not start. Try again, or type the code.",
};
