// Runs the same sales for 10,000 rounds: EVENTLY_PROOF is set for this project.
import "./changing-sale.engine.test.ts";
