"use client";

import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { type FormEvent, useState } from "react";
import { problemsOf, typed } from "#app/_form/problems.ts";
import { useTRPC } from "#app/_trpc/client.tsx";
import { Button } from "#app/_ui/button.tsx";
import { Checkbox } from "#app/_ui/checkbox.tsx";
import { Dialog } from "#app/_ui/dialog.tsx";
import { ErrorSummary } from "#app/_ui/error-summary.tsx";
import { SubmitButton } from "#app/_ui/submit-button.tsx";
import { toast } from "#app/_ui/toast.ts";
import type { SharedComments } from "#server/share/schema.ts";
import { ShareFields } from "./share-fields.tsx";
import { shared, t } from "./words.ts";

type ChangeShareDialogProps = {
  workspace: string;
  link: { id: string; name: string; comments: SharedComments; lastDay: string | null; hasPassword: boolean };
};

/** Changes a link, but for what it shows. */
export function ChangeShareDialog({ workspace, link }: ChangeShareDialogProps) {
  const router = useRouter();
  const [open, setOpen] = useState(false);
  const [comments, setComments] = useState(link.comments);
  const change = useMutation(
    useTRPC().share.change.mutationOptions({
      onSuccess() {
        toast.success(t("saved"));
        setOpen(false);
        router.refresh();
      },
    }),
  );
  const problems = problemsOf(change.error, shared("unreachable"));

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    change.mutate({
      workspace,
      shareId: link.id,
      comments,
      name: typed(form, "name"),
      password: form.has("open") ? null : typed(form, "password") || undefined,
      lastDay: typed(form, "lastDay") || null,
    });
  }

  return (
    <Dialog
      title={t("changeTitle", { name: link.name })}
      description={t("changeText")}
      closeLabel={t("cancel")}
      open={open}
      onOpenChange={setOpen}
      trigger={<Button aria-label={t("changeOf", { name: link.name })}>{t("change")}</Button>}
    >
      <form method="post" noValidate onSubmit={submit} className="grid gap-4">
        <ErrorSummary title={shared("formTitle")} errors={problems} />
        <ShareFields
          problems={problems}
          name={link.name}
          comments={comments}
          onComments={setComments}
          lastDay={link.lastDay ?? undefined}
          passwordWords={
            link.hasPassword
              ? { label: t("newPassword"), hint: t("newPasswordHint") }
              : { label: t("password"), hint: t("passwordHint") }
          }
        />
        {link.hasPassword && <Checkbox name="open" value="yes" label={t("noPassword")} />}
        <SubmitButton pendingLabel={t("saving")} pending={change.isPending} className="justify-self-start">
          {t("save")}
        </SubmitButton>
      </form>
    </Dialog>
  );
}
