"use client";

import { useMutation } from "@tanstack/react-query";
import { Ellipsis } from "lucide-react";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { problemsOf } from "#app/_form/problems.ts";
import { useTRPC } from "#app/_trpc/client.tsx";
import { IconButton } from "#app/_ui/icon-button.tsx";
import { Menu, MenuItem } from "#app/_ui/menu.tsx";
import { toast } from "#app/_ui/toast.ts";
import { shared } from "../_settings/words.ts";
import { MergeDialog } from "./merge-dialog.tsx";
import { NameDialog } from "./name-dialog.tsx";
import { t } from "./words.ts";

type CauseMenuProps = {
  workspace: string;
  cause: { id: string; name: string; retired: boolean; first: boolean };
  /** Those that are offered beside it, with their paths. */
  others: readonly { id: string; path: string }[];
};

/** What can be done with a cause of the list. */
export function CauseMenu({ workspace, cause, others }: CauseMenuProps) {
  const { id, name, retired, first } = cause;
  const router = useRouter();
  const trpc = useTRPC();
  const [asked, ask] = useState<"rename" | "beneath" | "merge" | null>(null);
  const done = (words: string) => ({
    onSuccess() {
      toast.success(words);
      router.refresh();
    },
    onError(error: Parameters<typeof problemsOf>[0]) {
      for (const { message } of problemsOf(error, shared("unreachable"))) toast.error(message);
    },
  });
  const move = useMutation(trpc.cause.move.mutationOptions(done(t("moved", { name }))));
  const retire = useMutation(trpc.cause.retire.mutationOptions(done(t("retired", { name }))));
  const restore = useMutation(trpc.cause.restore.mutationOptions(done(t("restored", { name }))));
  const dialog = { workspace, onClose: () => ask(null) };

  return (
    <>
      <Menu trigger={<IconButton icon={Ellipsis} label={t("more", { name })} />}>
        <MenuItem onSelect={() => ask("rename")}>{t("rename")}</MenuItem>
        {first && !retired && <MenuItem onSelect={() => ask("beneath")}>{t("beneath")}</MenuItem>}
        {!retired && (
          <>
            <MenuItem onSelect={() => move.mutate({ workspace, id, by: "up" })}>{t("up")}</MenuItem>
            <MenuItem onSelect={() => move.mutate({ workspace, id, by: "down" })}>{t("down")}</MenuItem>
          </>
        )}
        {others.length > 0 && <MenuItem onSelect={() => ask("merge")}>{t("merge")}</MenuItem>}
        {retired ? (
          <MenuItem onSelect={() => restore.mutate({ workspace, id })}>{t("restore")}</MenuItem>
        ) : (
          <MenuItem onSelect={() => retire.mutate({ workspace, id })}>{t("retire")}</MenuItem>
        )}
      </Menu>
      {asked === "rename" && (
        <NameDialog
          {...dialog}
          asked={{ id, name }}
          title={t("renameNamed", { name })}
          description={t("renameText")}
        />
      )}
      {asked === "beneath" && (
        <NameDialog {...dialog} asked={{ parentId: id }} title={t("addBeneath", { name })} />
      )}
      {asked === "merge" && <MergeDialog {...dialog} cause={cause} others={others} />}
    </>
  );
}
