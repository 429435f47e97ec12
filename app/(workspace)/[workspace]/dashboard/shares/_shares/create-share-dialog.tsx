"use client";

import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { type FormEvent, useState } from "react";
import { problemsOf, typed } from "#app/_form/problems.ts";
import { useTRPC } from "#app/_trpc/client.tsx";
import { Button } from "#app/_ui/button.tsx";
import { Chip } from "#app/_ui/chip.tsx";
import { Dialog } from "#app/_ui/dialog.tsx";
import { ErrorSummary } from "#app/_ui/error-summary.tsx";
import { RadioGroup } from "#app/_ui/radio-group.tsx";
import { SubmitButton } from "#app/_ui/submit-button.tsx";
import { toast } from "#app/_ui/toast.ts";
import type { SharedComments, ShareKind } from "#server/share/schema.ts";
import { ShareFields } from "./share-fields.tsx";
import { shared, t } from "./words.ts";

const kinds = () =>
  (["dashboard", "wallboard"] as const).map((value) => ({
    value,
    label: t(`kinds.${value}`),
    hint: t(`kindHints.${value}`),
  }));

type CreateShareDialogProps = {
  workspace: string;
  /** The segment that will be locked, in the words of an address, and as people say it. */
  locked: string;
  filters: readonly string[];
};

/** Asks what a new link is for, and makes it. */
export function CreateShareDialog({ workspace, locked, filters }: CreateShareDialogProps) {
  const router = useRouter();
  const [open, setOpen] = useState(false);
  const [kind, setKind] = useState<ShareKind>("dashboard");
  const [chosen, choose] = useState<SharedComments | null>(null);
  const comments = chosen ?? (kind === "wallboard" ? "none" : "anonymous");
  const create = useMutation(
    useTRPC().share.create.mutationOptions({
      onSuccess() {
        toast.success(t("created"));
        setOpen(false);
        router.refresh();
      },
    }),
  );
  const problems = problemsOf(create.error, shared("unreachable"));

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    create.mutate({
      workspace,
      kind,
      locked,
      comments,
      name: typed(form, "name"),
      password: typed(form, "password") || null,
      lastDay: typed(form, "lastDay") || null,
    });
  }

  return (
    <Dialog
      title={t("new")}
      description={t("newText")}
      closeLabel={t("cancel")}
      open={open}
      onOpenChange={setOpen}
      trigger={<Button variant="primary">{t("new")}</Button>}
    >
      <form method="post" noValidate onSubmit={submit} className="grid gap-4">
        <ErrorSummary title={shared("formTitle")} errors={problems} />
        <div className="text-sm">
          <p className="font-medium">{t("shows")}</p>
          <p className="mt-2 flex flex-wrap gap-2">
            {filters.length === 0
              ? t("everything")
              : filters.map((filter) => <Chip key={filter}>{filter}</Chip>)}
          </p>
          <p className="mt-2 text-muted">{t("showsHint")}</p>
        </div>
        <RadioGroup
          name="kind"
          legend={t("kind")}
          options={kinds()}
          value={kind}
          onValueChange={(value) => setKind(value as ShareKind)}
        />
        <ShareFields
          problems={problems}
          comments={comments}
          onComments={choose}
          passwordWords={{ label: t("password"), hint: t("passwordHint") }}
        />
        <SubmitButton pendingLabel={t("creating")} pending={create.isPending} className="justify-self-start">
          {t("create")}
        </SubmitButton>
      </form>
    </Dialog>
  );
}
