"use client";

import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { problemsOf } from "#app/_form/problems.ts";
import { useTRPC } from "#app/_trpc/client.tsx";
import { Select } from "#app/_ui/select.tsx";
import { toast } from "#app/_ui/toast.ts";
import { shared, t } from "./words.ts";

type LeadSelectProps = {
  workspace: string;
  team: { id: string; name: string; leadId: string | null };
  members: readonly { userId: string; name: string }[];
};

/** Who leads a team; kept as soon as it is chosen. */
export function LeadSelect({ workspace, team, members }: LeadSelectProps) {
  const router = useRouter();
  const { id: teamId, name } = team;
  const set = useMutation(
    useTRPC().team.setLead.mutationOptions({
      onSuccess(_, { leadId }) {
        const lead = members.find(({ userId }) => userId === leadId)?.name;
        toast.success(lead ? t("leadSet", { lead, name }) : t("leadGone", { name }));
        router.refresh();
      },
      onError(error) {
        for (const { message } of problemsOf(error, shared("unreachable"))) toast.error(message);
      },
    }),
  );
  const chosen = set.isPending ? set.variables.leadId : team.leadId;
  return (
    <Select
      aria-label={t("leadOf", { name })}
      value={chosen ?? ""}
      onChange={({ target }) => set.mutate({ workspace, teamId, leadId: target.value || null })}
      className="max-w-60"
    >
      <option value="">{t("noLead")}</option>
      {members.map(({ userId, name: member }) => (
        <option key={userId} value={userId}>
          {member}
        </option>
      ))}
    </Select>
  );
}
