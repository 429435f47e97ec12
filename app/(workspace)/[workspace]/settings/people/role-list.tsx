import { KeyValueList } from "#app/_ui/key-value-list.tsx";
import { roleName } from "#app/(workspace)/role-name.ts";
import { t } from "../_settings/words.ts";

/** What each role may do, in words. */
export function RoleList() {
  return (
    <KeyValueList
      items={[
        { term: roleName("admin"), value: t("adminMay") },
        { term: roleName("manager"), value: t("managerMay") },
        { term: roleName("agent"), value: t("agentMay") },
        { term: roleName("viewer"), value: t("viewerMay") },
      ]}
    />
  );
}
