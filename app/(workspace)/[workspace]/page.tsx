import { redirect } from "next/navigation";
import { frameOf } from "./_frame/frame.ts";

/** Where work begins: an agent's with the cases, everybody else's with the figures. */
export default async function WorkspacePage({ params }: { params: Promise<{ workspace: string }> }) {
  const { workspace } = await params;
  const { member } = await frameOf(workspace);
  redirect(member.role === "agent" ? `/${workspace}/cases` : `/${workspace}/dashboard`);
}
