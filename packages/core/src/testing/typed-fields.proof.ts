// Runs the same with 10,000 texts for each field: EVENTLY_PROOF is set for this project.
import "./typed-fields.test.ts";
