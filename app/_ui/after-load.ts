/** How long a busy browser is waited for, in milliseconds, and how long one that cannot say that it is idle. */
const [mostBusy, unsaid] = [3_000, 200] as const;

/** Runs when the page has loaded and the browser has nothing else to do. Returns the way to call it off. */
export function afterLoad(run: () => void): () => void {
  let callOff = () => removeEventListener("load", wait);
  function wait(): void {
    if ("requestIdleCallback" in window) {
      const handle = requestIdleCallback(run, { timeout: mostBusy });
      callOff = () => cancelIdleCallback(handle);
    } else {
      const handle = setTimeout(run, unsaid);
      callOff = () => clearTimeout(handle);
    }
  }
  if (document.readyState === "complete") wait();
  else addEventListener("load", wait, { once: true });
  return () => callOff();
}
