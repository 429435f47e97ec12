import { Share2 } from "lucide-react";
import { Icon } from "#app/_ui/icon.tsx";
import { LinkButton } from "#app/_ui/link-button.tsx";
import type { DashboardView } from "#server/dashboard/schema.ts";
import { filterOf, withQuery } from "#server/response/address.ts";
import { frameOf } from "../../../_frame/frame.ts";
import { t } from "./words.ts";

/** The way from a dashboard to its share links, with what narrows it; for those who may share. */
export async function ShareAction({ workspace, view }: { workspace: string; view: DashboardView }) {
  if (!(await maySeeShares(workspace))) return null;
  const locked = { ...filterOf(view), from: undefined, to: undefined };
  return (
    <LinkButton href={withQuery(`/${workspace}/dashboard/shares`, locked)}>
      <Icon of={Share2} />
      {t("action")}
    </LinkButton>
  );
}

/** Whether the member here is a manager or an administrator. */
export async function maySeeShares(workspace: string): Promise<boolean> {
  const { member } = await frameOf(workspace);
  return member.role === "admin" || member.role === "manager";
}
