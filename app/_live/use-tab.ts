import { useEffect, useState } from "react";

const pausedKey = "svar-live-paused";

/** Whether this tab is looked at, has a network, and was paused by its reader, which lasts as long as the tab. Null on the server and at first. */
export function useTab() {
  const [tab, setTab] = useState<{ visible: boolean; online: boolean; paused: boolean } | null>(null);
  useEffect(() => {
    const look = () =>
      setTab({
        visible: document.visibilityState === "visible",
        online: navigator.onLine,
        paused: sessionStorage.getItem(pausedKey) !== null,
      });
    look();
    const signals = [
      [window, "online"],
      [window, "offline"],
      [document, "visibilitychange"],
    ] as const;
    for (const [on, name] of signals) on.addEventListener(name, look);
    return () => {
      for (const [on, name] of signals) on.removeEventListener(name, look);
    };
  }, []);
  function setPaused(paused: boolean): void {
    if (paused) sessionStorage.setItem(pausedKey, "");
    else sessionStorage.removeItem(pausedKey);
    setTab((now) => now && { ...now, paused });
  }
  return { tab, setPaused };
}
