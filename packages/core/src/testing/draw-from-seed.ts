import * as fc from "fast-check";
import { drawnSeed } from "./drawn-seed.ts";

// Before each file of tests: see vitest.config.ts.
fc.configureGlobal({ seed: drawnSeed });
