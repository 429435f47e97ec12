import { Moment } from "#app/_ui/moment.tsx";
import { Table, Td, Th } from "#app/_ui/table.tsx";
import { roleName } from "#app/(workspace)/role-name.ts";
import type { listMembers } from "#server/workspace/queries.ts";
import { t } from "../_settings/words.ts";
import { MemberActions } from "./member-actions.tsx";

type MemberTableProps = {
  workspace: string;
  members: Awaited<ReturnType<typeof listMembers>>;
  me: string;
  isAdmin: boolean;
  timeZone: string;
};

export function MemberTable({ workspace, members, me, isAdmin, timeZone }: MemberTableProps) {
  return (
    <Table caption={t("people")}>
      <thead>
        <tr>
          <Th>{t("person")}</Th>
          <Th>{t("role")}</Th>
          <Th className="max-sm:hidden">{t("since")}</Th>
          {isAdmin && <Th aria-label={t("actionsFor", { name: "" })} />}
        </tr>
      </thead>
      <tbody>
        {members.map(({ userId, name, email, role, since }) => (
          <tr key={userId}>
            <Th scope="row">
              {name} {email === me && <span className="font-normal text-muted">({t("you")})</span>}
              <span className="block font-normal break-all text-muted">{email}</span>
            </Th>
            <Td>{roleName(role)}</Td>
            <Td className="text-muted max-sm:hidden">
              <Moment at={since} timeZone={timeZone} style="date" />
            </Td>
            {isAdmin && (
              <Td className="text-right">
                <MemberActions workspace={workspace} member={{ userId, name, role }} />
              </Td>
            )}
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
