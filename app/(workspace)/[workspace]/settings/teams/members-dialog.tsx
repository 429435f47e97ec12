"use client";

import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import type { FormEvent } from "react";
import { problemAt, problemsOf } from "#app/_form/problems.ts";
import { useTRPC } from "#app/_trpc/client.tsx";
import { Choice } from "#app/_ui/choice.tsx";
import { Dialog } from "#app/_ui/dialog.tsx";
import { ErrorSummary } from "#app/_ui/error-summary.tsx";
import { Fieldset } from "#app/_ui/fieldset.tsx";
import { SubmitButton } from "#app/_ui/submit-button.tsx";
import { toast } from "#app/_ui/toast.ts";
import type { Person, Team } from "./team-article.tsx";
import { shared, t } from "./words.ts";

type MembersDialogProps = { workspace: string; team: Team; people: readonly Person[]; onClose(): void };

/** Asks who works in a team. */
export function MembersDialog({ workspace, team, people, onClose }: MembersDialogProps) {
  const router = useRouter();
  const { id: teamId, name } = team;
  const set = useMutation(
    useTRPC().team.setMembers.mutationOptions({
      onSuccess() {
        toast.success(t("membersSaved", { name }));
        onClose();
        router.refresh();
      },
    }),
  );
  const problems = problemsOf(set.error, shared("unreachable"));
  const problem = problemAt(problems, "userIds");

  function save(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const userIds = new FormData(event.currentTarget).getAll("userIds").map(String);
    set.mutate({ workspace, teamId, userIds });
  }

  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t("changeTitle", { name })}
      closeLabel={t("close")}
    >
      <form method="post" noValidate onSubmit={save} className="grid gap-4">
        <ErrorSummary title={shared("formTitle")} errors={problems} />
        <Fieldset
          id="userIds"
          legend={t("membersLegend")}
          hint={t("membersHint")}
          {...(problem ? { error: problem } : {})}
        >
          {people.map(({ userId, name: person }) => (
            <Choice
              key={userId}
              type="checkbox"
              name="userIds"
              value={userId}
              label={userId === team.leadId ? t("lead", { name: person }) : person}
              defaultChecked={team.memberIds.includes(userId)}
            />
          ))}
        </Fieldset>
        <SubmitButton pendingLabel={t("saving")} pending={set.isPending} className="justify-self-start">
          {t("save")}
        </SubmitButton>
      </form>
    </Dialog>
  );
}
