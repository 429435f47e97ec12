import { Moment } from "#app/_ui/moment.tsx";
import { Table, Td, Th } from "#app/_ui/table.tsx";
import { TextLink } from "#app/_ui/text-link.tsx";
import type { Listed } from "#server/suppression/queries.ts";
import { LiftDialog } from "../_lift/lift-dialog.tsx";
import { t } from "../words.ts";

type SuppressionTableProps = {
  workspace: string;
  suppressions: Listed[];
  timezone: string;
  manages: boolean;
};

const wide = "max-md:hidden";

/** Who is left alone, why, how far and until when. On a phone the reason stands under the address. */
export function SuppressionTable({ workspace, suppressions, timezone, manages }: SuppressionTableProps) {
  return (
    <Table caption={t("stops.list")}>
      <thead>
        <tr>
          <Th>{t("stops.address")}</Th>
          <Th className={wide}>{t("stops.reason")}</Th>
          <Th>{t("stops.scope")}</Th>
          <Th className={wide}>{t("stops.until")}</Th>
          <Th className="max-lg:hidden">{t("stops.since")}</Th>
          {manages && (
            <Th>
              <span className="sr-only">{t("lift")}</span>
            </Th>
          )}
        </tr>
      </thead>
      <tbody>
        {suppressions.map((one) => (
          <tr key={one.addressHash + one.reason}>
            <Th scope="row" className="break-all">
              {one.contactId ? (
                <TextLink href={`/${workspace}/contacts/${one.contactId}`}>
                  {one.email ?? one.name ?? t("noName")}
                </TextLink>
              ) : (
                <span className="break-normal text-muted">
                  {t("stops.nobody", { end: one.addressHash.slice(-6) })}
                </span>
              )}
              <span className="block font-normal text-muted md:hidden">
                {t(`stops.because.${one.reason}`)}
              </span>
            </Th>
            <Td className={wide}>{t(`stops.because.${one.reason}`)}</Td>
            <Td>{t(`stops.reach.${one.scope}`)}</Td>
            <Td className={wide}>
              {one.until ? <Moment at={one.until} timeZone={timezone} style="date" /> : t("stops.forGood")}
            </Td>
            <Td className="max-lg:hidden">
              <Moment at={one.since} timeZone={timezone} style="date" />
            </Td>
            {manages && (
              <Td>
                <LiftDialog
                  workspace={workspace}
                  of={{ addressHash: one.addressHash }}
                  label={t("stops.lift")}
                  name={one.email ?? t("stops.nobody", { end: one.addressHash.slice(-6) })}
                />
              </Td>
            )}
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
