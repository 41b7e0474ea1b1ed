// From source, as tests and `npm run dev` have it, a thread has to be told how to read TypeScript.
import { register } from "tsx/esm/api";

register();
await import("./print-thread.ts");
