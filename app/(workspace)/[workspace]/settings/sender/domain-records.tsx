import { Moment } from "#app/_ui/moment.tsx";
import { Section } from "#app/_ui/section.tsx";
import type { getSender } from "#server/sending-domain/queries.ts";
import { t } from "../_settings/words.ts";
import { CheckButton } from "./check-button.tsx";
import { ConfirmChange } from "./confirm-change.tsx";
import { DnsRecord } from "./dns-record.tsx";

export type SeenDomain = NonNullable<Awaited<ReturnType<typeof getSender>>["domain"]>;

type DomainRecordsProps = { workspace: string; domain: SeenDomain; timezone: string };

/** The records of a domain, each with what is expected and found, and what can be done. */
export function DomainRecords({ workspace, domain, timezone }: DomainRecordsProps) {
  const { id: domainId, checkedAt } = domain;
  const ask = { workspace, domainId };
  return (
    <Section title={`${t("records")}: ${domain.domain}`}>
      <p className="max-w-2xl text-muted">{t("recordsText")}</p>
      <div className="mt-3 flex flex-wrap items-center gap-x-4 gap-y-2">
        <CheckButton {...ask} checkedAt={checkedAt?.toISOString() ?? null} />
        <p className="text-sm text-muted">
          {checkedAt ? (
            <>
              {t("lastChecked")} <Moment at={checkedAt} timeZone={timezone} />
            </>
          ) : (
            t("neverChecked")
          )}
        </p>
      </div>
      <ol className="mt-5 max-w-3xl">
        {domain.records.map((record) => (
          <DnsRecord key={`${record.type} ${record.host}`} record={record} />
        ))}
      </ol>
      <div className="mt-5 flex flex-wrap gap-2">
        <ConfirmChange
          {...ask}
          change="rotateKey"
          label={t("rotateKey")}
          title={t("rotateTitle")}
          text={t("rotateText")}
          done={t("rotated")}
        />
        <ConfirmChange
          {...ask}
          change="remove"
          label={t("removeDomain")}
          title={t("removeDomainTitle", { domain: domain.domain })}
          text={t("removeDomainText")}
          done={t("domainRemoved")}
        />
      </div>
    </Section>
  );
}
