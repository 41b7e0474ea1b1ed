import { once } from "node:events";
import type { AddressInfo, Socket } from "node:net";
import { SMTPServer, type SMTPServerOptions } from "smtp-server";

/** A mail as a server got it: who it is for, and its source. */
type Received = { to: string; source: string; message_id: string };

/**
 * What a server does with the n-th mail, from 1: accepts it, refuses it with a code, never answers, accepts it but says so never,
 * or only once nobody waits any more, or ends the connection in the middle of it.
 */
export type Behavior = (n: number) => "accept" | "hang" | "accept in silence" | "accept late" | "hang up" | number;

export type SmtpServer = { url: string; received: Received[]; tries: number; close(): Promise<void> };

/** An SMTP server on this machine that does with its mails what it is told. */
export async function openSmtpServer(behave: Behavior, options: SMTPServerOptions = {}): Promise<SmtpServer> {
  const sockets = new Map<number, Socket>();
  const state: SmtpServer = { url: "", received: [], tries: 0, close };
  const server = new SMTPServer({
    ...{ disabledCommands: ["STARTTLS", "AUTH"], closeTimeout: 100 },
    onData(stream, session, callback) {
      const todo = behave(++state.tries);
      const chunks: Buffer[] = [];
      if (todo === "hang up") {
        stream.once("data", () => void sockets.get(session.remotePort)?.destroy());
        return;
      }
      stream.on("data", (chunk: Buffer) => void chunks.push(chunk));
      stream.on("end", () => {
        if (todo === "hang") return;
        if (typeof todo === "number") {
          callback(Object.assign(new Error("not now"), { responseCode: todo }));
          return;
        }
        const source = Buffer.concat(chunks).toString("utf8");
        const [, message_id = ""] = /^Message-ID: (.*)$/im.exec(source) ?? [];
        state.received.push({ to: session.envelope.rcptTo.map(({ address }) => address).join(), source, message_id });
        if (todo === "accept") callback();
        if (todo === "accept late") sockets.get(session.remotePort)?.once("close", () => callback());
      });
    },
    ...options,
  });
  server.server.on("connection", (socket: Socket) => void sockets.set(socket.remotePort ?? 0, socket));
  server.on("error", () => undefined);
  server.listen(0, "127.0.0.1");
  await once(server.server, "listening");
  state.url = `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`;
  return state;

  async function close(): Promise<void> {
    await new Promise<void>((closed) => server.close(() => closed()));
  }
}
