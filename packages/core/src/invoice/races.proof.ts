// Runs the same races with 2,000 rounds each: EVENTLY_PROOF is set for this project.
import "./races.engine.test.ts";
