import { useState } from "react";

/** Whether this is so or was so at any time since the component is there: what was shown once stays to be shown again. */
export function useOnce(now: boolean): boolean {
  const [was, setWas] = useState(now);
  if (now && !was) setWas(true);
  return was || now;
}
