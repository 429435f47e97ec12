"use client";

import { useMutation } from "@tanstack/react-query";
import { Ellipsis } from "lucide-react";
import { useRouter } from "next/navigation";
import { problemsOf } from "#app/_form/problems.ts";
import { useTRPC } from "#app/_trpc/client.tsx";
import { IconButton } from "#app/_ui/icon-button.tsx";
import { Menu, MenuItem } from "#app/_ui/menu.tsx";
import { toast } from "#app/_ui/toast.ts";
import type { Role } from "#server/context.ts";
import { shared, t } from "../_settings/words.ts";

type PendingActionsProps = { workspace: string; invitation: { id: string; email: string; role: Role } };

/** A fresh link for somebody invited, or the end of the old one. */
export function PendingActions({ workspace, invitation: { id, email, role } }: PendingActionsProps) {
  const trpc = useTRPC();
  const router = useRouter();
  const outcome = (message: string) => ({
    onSuccess() {
      toast.success(message);
      router.refresh();
    },
    onError(error: Parameters<typeof problemsOf>[0]) {
      for (const problem of problemsOf(error, shared("unreachable"))) toast.error(problem.message);
    },
  });
  const invite = useMutation(trpc.workspace.inviteMember.mutationOptions(outcome(t("invited", { email }))));
  const revoke = useMutation(trpc.workspace.revokeInvitation.mutationOptions(outcome(t("revoked"))));

  return (
    <Menu trigger={<IconButton icon={Ellipsis} label={t("actionsFor", { name: email })} />}>
      <MenuItem onSelect={() => invite.mutate({ workspace, email, role })}>{t("resend")}</MenuItem>
      <MenuItem danger onSelect={() => revoke.mutate({ workspace, id })}>
        {t("revoke")}
      </MenuItem>
    </Menu>
  );
}
