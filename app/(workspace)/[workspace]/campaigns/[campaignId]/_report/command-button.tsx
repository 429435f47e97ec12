"use client";

import { Button, type ButtonProps } from "#app/_ui/button.tsx";
import { toast } from "#app/_ui/toast.ts";
import { t } from "../../_campaigns/words.ts";
import { type Command, useCommand } from "./use-command.ts";

type CommandButtonProps = {
  workspace: string;
  id: string;
  command: Command;
  label: string;
  variant?: ButtonProps["variant"];
};

/** Gives a command that needs no second thought. */
export function CommandButton({ workspace, id, command, label, variant }: CommandButtonProps) {
  const { give, isPending } = useCommand(workspace, id, command, (message) =>
    toast.error(t("command.failed"), { description: message }),
  );
  return (
    <Button variant={variant} aria-disabled={isPending || undefined} onClick={() => !isPending && give()}>
      <span aria-live="polite">{isPending ? t("command.working") : label}</span>
    </Button>
  );
}
