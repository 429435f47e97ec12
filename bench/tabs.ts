import type { BrowserContext, CDPSession, Page } from "@playwright/test";
import { rounded } from "./report.ts";

/** What a tab holds, garbage apart: megabytes of its heap, nodes and listeners, and the streams it has open. */
type Held = { heapMb: number; nodes: number; listeners: number; streams: number };

export type Tab = { page: Page; measure(): Promise<Held>; mostStreams(): number };

/** A tab at `address` that can be asked what it holds. */
export async function openTab(context: BrowserContext, address: string): Promise<Tab> {
  const page = await context.newPage();
  const protocol = await context.newCDPSession(page);
  const open = new Set<object>();
  let most = 0;
  page.on("request", (request) => {
    if (!request.url().includes("/live.changes")) return;
    open.add(request);
    most = Math.max(most, open.size);
  });
  page.on("requestfinished", (request) => open.delete(request));
  page.on("requestfailed", (request) => open.delete(request));
  await page.goto(address);
  return { page, mostStreams: () => most, measure: () => measure(protocol, open.size) };
}

async function measure(protocol: CDPSession, streams: number): Promise<Held> {
  // Twice, as what a finalizer lets go of is garbage for the second.
  await protocol.send("HeapProfiler.collectGarbage");
  await protocol.send("HeapProfiler.collectGarbage");
  const { usedSize } = await protocol.send("Runtime.getHeapUsage");
  const { nodes, jsEventListeners } = await protocol.send("Memory.getDOMCounters");
  return { heapMb: rounded(usedSize / 1024 / 1024), nodes, listeners: jsEventListeners, streams };
}
