import type { Metadata } from "next";
import { cookies } from "next/headers";
import { redirect } from "next/navigation";
import { demonstrationAllowed } from "#app/_home/demonstration.ts";
import { Hero } from "#app/_home/hero.tsx";
import { NoWorkspace } from "#app/_home/no-workspace.tsx";
import { WorkspaceChooser } from "#app/_home/workspace-chooser.tsx";
import { pageContext, read } from "#app/_trpc/server.ts";

export const metadata: Metadata = { title: { absolute: "Svar" } };

type Props = { searchParams: Promise<{ choose?: string; demonstration?: string }> };

/** The way in: for strangers what Svar is, for members their workspace. */
export default async function StartPage({ searchParams }: Props) {
  const { choose, demonstration } = await searchParams;
  const { user, rt } = await pageContext();
  if (!user) return <Hero demonstration={demonstrationAllowed(rt.env)} failed={demonstration === "failed"} />;

  const workspaces = await read((api) => api.workspace.mine());
  const last = (await cookies()).get("workspace")?.value;
  const [only] = workspaces.length === 1 ? workspaces : workspaces.filter(({ slug }) => slug === last);
  if (only && choose === undefined) redirect(`/${only.slug}`);
  return workspaces.length === 0 ? <NoWorkspace user={user} /> : <WorkspaceChooser workspaces={workspaces} />;
}
