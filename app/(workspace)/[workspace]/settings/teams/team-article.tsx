"use client";

import { useState } from "react";
import { Button } from "#app/_ui/button.tsx";
import { MembersDialog } from "./members-dialog.tsx";
import { t } from "./words.ts";

export type Person = { userId: string; name: string };
export type Team = { id: string; name: string; leadId: string | null; memberIds: readonly string[] };

type TeamArticleProps = { workspace: string; team: Team; people: readonly Person[]; manages: boolean };

/** One team and who works in it, its lead first. */
export function TeamArticle({ workspace, team, people, manages }: TeamArticleProps) {
  const [open, setOpen] = useState(false);
  const { id, name, leadId, memberIds } = team;
  const lead = people.find(({ userId }) => userId === leadId);
  const others = people.filter(({ userId }) => userId !== leadId && memberIds.includes(userId));
  const names = [...(lead ? [t("lead", { name: lead.name })] : []), ...others.map((one) => one.name)];
  return (
    <article aria-labelledby={id} className="border-t border-line py-4">
      <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-3">
        <div className="min-w-0 flex-1 basis-56">
          <h3 id={id} className="font-bold">
            {name}
          </h3>
          <p className="text-sm text-muted">{names.length > 0 ? names.join(", ") : t("nobody")}</p>
        </div>
        {manages && (
          <Button aria-label={t("changeNamed", { name })} onClick={() => setOpen(true)}>
            {t("change")}
          </Button>
        )}
      </div>
      {open && (
        <MembersDialog workspace={workspace} team={team} people={people} onClose={() => setOpen(false)} />
      )}
    </article>
  );
}
