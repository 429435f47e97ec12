import { listText } from "#app/_i18n/format.ts";
import { read } from "#app/_trpc/server.ts";
import { EmptyState } from "#app/_ui/empty-state.tsx";
import { t } from "./words.ts";

/** Says whom to ask. */
export async function NoAccess({ workspace }: { workspace: string }) {
  const members = await read((api) => api.workspace.members({ workspace }));
  const administrators = members.filter(({ role }) => role === "admin").map(({ name }) => name);
  return (
    <EmptyState title={t("noAccessTitle")}>
      {t("noAccess", { names: listText(administrators, "disjunction") })}
    </EmptyState>
  );
}
