// Runs the same with 10,000 texts each: EVENTLY_PROOF is set for this project.
import "./typed-text.test.tsx";
