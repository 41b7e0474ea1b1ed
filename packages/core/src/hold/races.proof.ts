// Runs the same races with ten times the buyers: EVENTLY_PROOF is set for this project.
import "./races.engine.test.ts";
