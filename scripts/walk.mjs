// npm run walk [-- http://127.0.0.1:8000]: asks every route of a running API and holds each answer to its document.
import { register } from "tsx/esm/api";
import { fail } from "./lib/run.mjs";

register();
const { callOrigin } = await import("../apps/server/src/testing/http/call-origin.ts");
const { walk } = await import("../apps/server/src/testing/http/walk-story.ts");

const origin = (process.argv[2] ?? "http://127.0.0.1:8000").replace(/\/$/, "");
try {
  await walk(callOrigin(origin), console.log);
  console.log(`Every route of ${origin} answers as it is described.`);
} catch (error) {
  fail(error.cause?.code === "ECONNREFUSED" ? `Nobody answers at ${origin}: run npm start first.` : error.message);
}
