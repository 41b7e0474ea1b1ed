import { expect, test } from "vitest";
import { answerVisit } from "./answer-visit";

const path = "/bookings/booking-00042";
const never = () => new Promise<never>(() => undefined);

/** A browser in which one page is kept, and what it shows of a visit. */
async function visit(load: () => Promise<Response>, { isKept = true, timeout = never as () => Promise<void> } = {}) {
  const kept = new Map(isKept ? [[`${path}/offline`, "kept"]] : []);
  const pages = {
    match: async (key: RequestInfo | URL) => (kept.has(String(key)) ? new Response(kept.get(String(key))) : undefined),
    delete: async (key: RequestInfo | URL) => kept.delete(String(key)),
  };
  const later: Promise<unknown>[] = [];
  const response = await answerVisit({ path, load, pages, timeout, afterwards: (work) => void later.push(work) });
  return { shown: await response.text(), kept, settle: () => Promise.all(later) };
}

const answer = (status: number) => async () => new Response(`network ${status}`, { status });

test("the network's page is shown where there is one, and what is kept stays", async () => {
  const { shown, kept } = await visit(answer(200));
  expect(shown).toBe("network 200");
  expect(kept.size).toBe(1);
});

test.each([429, 500, 502, 503])("what is kept is shown where the site answers %i", async (status) => {
  expect((await visit(answer(status))).shown).toBe("kept");
});

test("what is kept is shown without a network", async () => {
  expect((await visit(() => Promise.reject(new TypeError("Failed to fetch")))).shown).toBe("kept");
});

test.each([401, 404, 410])("a page that is answered with %i is kept no longer", async (status) => {
  const { shown, kept } = await visit(answer(status));
  expect(shown).toBe(`network ${status}`);
  expect(kept.size).toBe(0);
});

test("what is kept is shown while the network is silent, and deleted once that says that the page is gone", async () => {
  let answerLate: (response: Response) => void = () => undefined;
  const late = new Promise<Response>((resolve) => {
    answerLate = resolve;
  });
  const { shown, kept, settle } = await visit(() => late, { timeout: async () => undefined });
  expect(shown).toBe("kept");
  expect(kept.size).toBe(1);
  answerLate(new Response(null, { status: 404 }));
  await settle();
  expect(kept.size).toBe(0);
});

test("where nothing is kept the network decides, however slow it is", async () => {
  const { shown } = await visit(answer(503), { isKept: false, timeout: async () => undefined });
  expect(shown).toBe("network 503");
  const failing = visit(() => Promise.reject(new TypeError("Failed to fetch")), { isKept: false });
  await expect(failing).rejects.toThrow("Failed to fetch");
});

test("the network decides where a browser can't read what it keeps", async () => {
  const broken = {
    match: () => Promise.reject(new Error("no disk")),
    delete: () => Promise.reject(new Error("no disk")),
  };
  const load = async () => new Response("network");
  const response = await answerVisit({ path, load, pages: broken, timeout: never, afterwards: () => undefined });
  expect(await response.text()).toBe("network");
});
