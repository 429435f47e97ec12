import { Moment } from "#app/_ui/moment.tsx";
import { Table, Td, Th } from "#app/_ui/table.tsx";
import { roleName } from "#app/(workspace)/role-name.ts";
import type { listInvitations } from "#server/workspace/queries.ts";
import { t } from "../_settings/words.ts";
import { PendingActions } from "./pending-actions.tsx";

type PendingTableProps = {
  workspace: string;
  invitations: Awaited<ReturnType<typeof listInvitations>>;
  timeZone: string;
};

export function PendingTable({ workspace, invitations, timeZone }: PendingTableProps) {
  return (
    <Table caption={t("pendingTitle")}>
      <thead>
        <tr>
          <Th>{t("email")}</Th>
          <Th>{t("role")}</Th>
          <Th className="max-sm:hidden">{t("validUntil")}</Th>
          <Th aria-label={t("actionsFor", { name: "" })} />
        </tr>
      </thead>
      <tbody>
        {invitations.map(({ id, email, role, expiresAt }) => (
          <tr key={id}>
            <Th scope="row" className="break-all">
              {email}
            </Th>
            <Td>{roleName(role)}</Td>
            <Td className="text-muted max-sm:hidden">
              <Moment at={expiresAt} timeZone={timeZone} style="date" />
            </Td>
            <Td className="text-right">
              <PendingActions workspace={workspace} invitation={{ id, email, role }} />
            </Td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
