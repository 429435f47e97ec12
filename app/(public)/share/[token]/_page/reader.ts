import { cookies } from "next/headers";
import type { Comer } from "#app/(public)/_share/open-share.ts";
import { passCookie } from "#app/(public)/_share/pass.ts";

/** Who comes to the shared dashboard of this token. */
export async function readerOf(token: string): Promise<Comer> {
  const store = await cookies();
  return { token, kind: "dashboard", pass: store.get(passCookie)?.value ?? "" };
}
