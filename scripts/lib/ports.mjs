import { connect } from "node:net";
import { fail } from "./run.mjs";

/** Ends with one sentence when something listens on this port of 127.0.0.1. */
export async function checkPortFree(port, setting) {
  if (await isTaken(port)) {
    fail(`Port ${port} is already taken: end the process that listens there, or set ${setting} to another port.`);
  }
}

function isTaken(port) {
  return new Promise((done) => {
    const socket = connect({ host: "127.0.0.1", port });
    socket.once("connect", () => {
      socket.destroy();
      done(true);
    });
    socket.once("error", () => done(false));
  });
}
