import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { openShare } from "#app/(public)/_share/open-share.ts";
import { DashboardView } from "#server/dashboard/schema.ts";
import { runtime } from "#server/entry.ts";
import { PasswordPage } from "./_page/password-page.tsx";
import { keptIn } from "./_page/places.ts";
import { readerOf } from "./_page/reader.ts";
import { SharedDashboard } from "./_page/shared-dashboard.tsx";

export const metadata: Metadata = { referrer: "no-referrer" };

/** A dashboard for whoever has its link. Nobody is signed in here; what may be seen is the link's to say. */
export default async function SharePage({ params, searchParams }: PageProps<"/share/[token]">) {
  const { token } = await params;
  const asked = await searchParams;
  const opened = await openShare(await runtime(), await readerOf(token), DashboardView.parse(asked));
  if (!opened) notFound();
  if (opened === "locked") return <PasswordPage token={token} asked={asked} />;
  return <SharedDashboard token={token} shared={opened} kept={keptIn(asked)} />;
}
