"use server";

import { cookies, headers } from "next/headers";
import { notFound, redirect } from "next/navigation";
import { admit } from "#app/(public)/_share/admit.ts";
import { passAttributes, passCookie } from "#app/(public)/_share/pass.ts";
import { t } from "#app/(public)/_share/words.ts";
import { runtime } from "#server/entry.ts";
import { passSeconds } from "#server/share/rules.ts";

/**
 * Takes the password of a shared dashboard (field `password`) and shows the page under the same address. Returns what
 * to say where it is not the one. Works as a plain form post without JavaScript.
 */
export async function enter(
  token: string,
  query: string,
  _: string | null,
  form: FormData,
): Promise<string | null> {
  const password = form.get("password");
  if (typeof password !== "string" || password === "") return t("reader.missing");
  const rt = await runtime();
  const address = (await headers()).get("x-forwarded-for") ?? "";
  const admitted = await admit(rt, { token, kind: "dashboard", password, address });
  if (!admitted) notFound();
  if ("refused" in admitted) {
    return admitted.refused === "wrong"
      ? t("reader.wrong")
      : t("reader.tooMany", { n: admitted.waitMinutes });
  }
  const path = `/share/${encodeURIComponent(token)}`;
  const store = await cookies();
  store.set(passCookie, admitted.pass, passAttributes(path, passSeconds.dashboard, rt.env.APP_URL));
  redirect(query ? `${path}?${query}` : path);
}
