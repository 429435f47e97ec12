"use client";

import { useMutation } from "@tanstack/react-query";
import { Ellipsis } from "lucide-react";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { problemsOf } from "#app/_form/problems.ts";
import { withinSentence } from "#app/_i18n/format.ts";
import { useTRPC } from "#app/_trpc/client.tsx";
import { Button } from "#app/_ui/button.tsx";
import { Dialog, DialogClose } from "#app/_ui/dialog.tsx";
import { IconButton } from "#app/_ui/icon-button.tsx";
import { Menu, MenuItem, MenuSeparator } from "#app/_ui/menu.tsx";
import { toast } from "#app/_ui/toast.ts";
import { roleName } from "#app/(workspace)/role-name.ts";
import type { Role } from "#server/context.ts";
import { shared, t } from "../_settings/words.ts";

const roles: Role[] = ["admin", "manager", "agent", "viewer"];

type MemberActionsProps = { workspace: string; member: { userId: string; name: string; role: Role } };

/** Another role for a member, or the end of the membership. */
export function MemberActions({ workspace, member: { userId, name, role } }: MemberActionsProps) {
  const trpc = useTRPC();
  const router = useRouter();
  const [removing, setRemoving] = useState(false);
  const done = (message: string) => {
    toast.success(message);
    setRemoving(false);
    router.refresh();
  };
  const changeRole = useMutation(
    trpc.workspace.changeRole.mutationOptions({
      onSuccess: (row) => done(t("roleChanged", { name, role: withinSentence(roleName(row.role)) })),
      onError: refused,
    }),
  );
  const remove = useMutation(
    trpc.workspace.removeMember.mutationOptions({
      onSuccess: () => done(t("removed", { name })),
      onError: refused,
    }),
  );

  return (
    <>
      <Menu trigger={<IconButton icon={Ellipsis} label={t("actionsFor", { name })} />}>
        {roles
          .filter((other) => other !== role)
          .map((other) => (
            <MenuItem key={other} onSelect={() => changeRole.mutate({ workspace, userId, role: other })}>
              {t("makeRole", { role: withinSentence(roleName(other)) })}
            </MenuItem>
          ))}
        <MenuSeparator />
        <MenuItem danger onSelect={() => setRemoving(true)}>
          {t("removeMember")}
        </MenuItem>
      </Menu>
      <Dialog
        open={removing}
        onOpenChange={setRemoving}
        title={t("removeTitle", { name })}
        description={t("removeText", { name })}
        closeLabel={t("close")}
      >
        <div className="flex flex-wrap gap-2">
          <Button variant="danger" onClick={() => remove.mutate({ workspace, userId })}>
            {t("removeMember")}
          </Button>
          <DialogClose>
            <Button>{t("cancel")}</Button>
          </DialogClose>
        </div>
      </Dialog>
    </>
  );
}

function refused(error: Parameters<typeof problemsOf>[0]): void {
  for (const { message } of problemsOf(error, shared("unreachable")))
    toast.error(message, { duration: 10_000 });
}
