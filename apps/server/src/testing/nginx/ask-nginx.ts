import { type IncomingHttpHeaders, request } from "node:http";

export type Answer = { status: number; headers: IncomingHttpHeaders; text: string };

export type Question = {
  /** The client's address, any of 127.0.0.0/8, to which rate limits apply. */
  from?: string;
  method?: string;
  headers?: Record<string, string>;
  body?: string;
};

/** A request to a port of 127.0.0.1 over its own connection. Rejects if the connection breaks. */
export function askNginx(port: number, path: string, question: Question = {}): Promise<Answer> {
  const { from = "127.0.0.1", method = "GET", headers = {}, body } = question;
  return new Promise((done, fail) => {
    const outgoing = request({ port, path, method, headers, host: "127.0.0.1", localAddress: from, agent: false });
    outgoing.once("error", fail);
    outgoing.once("response", (answer) => {
      let text = "";
      answer.setEncoding("utf8");
      answer.on("data", (part: string) => {
        text += part;
      });
      answer.once("error", fail);
      answer.once("end", () => done({ status: answer.statusCode ?? 0, headers: answer.headers, text }));
    });
    outgoing.end(body);
  });
}

/**
 * How many requests of one address nginx may have served by now, since `began` on the clock of `performance`: so many a
 * second plus the burst.
 */
export function maxAnswered({ burst, began, perSecond = 10 }: { burst: number; began: number; perSecond?: number }) {
  return burst + 2 + (perSecond * (performance.now() - began)) / 1000;
}
