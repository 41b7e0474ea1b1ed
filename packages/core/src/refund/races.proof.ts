// Runs the same races some hundred times: EVENTLY_PROOF is set for this project.
import "./races.engine.test.ts";
