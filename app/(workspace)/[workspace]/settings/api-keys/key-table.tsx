import { EmptyState } from "#app/_ui/empty-state.tsx";
import { Moment } from "#app/_ui/moment.tsx";
import { Section } from "#app/_ui/section.tsx";
import { Table, Td, Th } from "#app/_ui/table.tsx";
import type { listApiKeys } from "#server/workspace/queries.ts";
import { t } from "../_settings/words.ts";
import { RevokeKey } from "./revoke-key.tsx";

type KeyTableProps = {
  workspace: string;
  keys: Awaited<ReturnType<typeof listApiKeys>>;
  timeZone: string;
};

export function KeyTable({ workspace, keys, timeZone }: KeyTableProps) {
  if (keys.length === 0) return <EmptyState title={t("noKeysTitle")}>{t("noKeysText")}</EmptyState>;
  const day = (at: Date) => <Moment at={at} timeZone={timeZone} style="date" />;
  return (
    <Section title={t("keysTitle")} space="rule">
      <Table caption={t("apiKeys")}>
        <thead>
          <tr>
            <Th>{t("key")}</Th>
            <Th className="max-sm:hidden">{t("keyMadeBy")}</Th>
            <Th>{t("lastUsed")}</Th>
            <Th>{t("keyState")}</Th>
          </tr>
        </thead>
        <tbody>
          {keys.map(({ id, name, lastFour, createdBy, createdAt, lastUsedAt, revokedAt }) => (
            <tr key={id}>
              <Th scope="row">
                {name} <span className="block font-mono font-normal text-muted">…{lastFour}</span>
              </Th>
              <Td className="text-muted max-sm:hidden">
                {day(createdAt)} {createdBy && t("by", { name: createdBy })}
              </Td>
              <Td className="text-muted">{lastUsedAt ? day(lastUsedAt) : t("neverUsed")}</Td>
              <Td>
                {revokedAt ? (
                  <span className="text-muted">
                    {t("keyRevokedOn")} {day(revokedAt)}
                  </span>
                ) : (
                  <RevokeKey workspace={workspace} id={id} name={name} />
                )}
              </Td>
            </tr>
          ))}
        </tbody>
      </Table>
    </Section>
  );
}
