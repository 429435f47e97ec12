import { redirect } from "next/navigation";
import { frameOf } from "../_frame/frame.ts";

export default async function SettingsStartPage({ params }: { params: Promise<{ workspace: string }> }) {
  const { workspace } = await params;
  const { member } = await frameOf(workspace);
  redirect(`/${workspace}/settings/${member.role === "admin" ? "workspace" : "me"}`);
}
