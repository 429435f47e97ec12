import { CircleAlert, CircleCheck, CircleDashed, CircleHelp } from "lucide-react";
import { Chip } from "#app/_ui/chip.tsx";
import type { CheckedRecord } from "#db/schema/index.ts";
import { DnsValue } from "../_settings/dns-value.tsx";
import { t } from "../_settings/words.ts";

const looks = {
  verified: { tone: "ok", icon: CircleCheck },
  missing: { tone: "warn", icon: CircleDashed },
  wrong: { tone: "alarm", icon: CircleAlert },
  unknown: { tone: "plain", icon: CircleHelp },
} as const;

/** One DNS record: what it is for, its state in a word, and its name and value to copy. */
export function DnsRecord({ record }: { record: CheckedRecord }) {
  const { name, type, host, expected, found, state } = record;
  return (
    <li className="border-t border-line py-4">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <h3 className="font-medium">{t(`recordName.${name}`)}</h3>
        <Chip {...looks[state]}>{t(`recordState.${state}`)}</Chip>
      </div>
      <dl className="mt-2 grid gap-x-4 gap-y-1 text-sm sm:grid-cols-[6rem_minmax(0,1fr)]">
        <dt className="text-muted">{t("recordType")}</dt>
        <dd>{type}</dd>
        <dt className="text-muted">{t("recordHost")}</dt>
        <DnsValue value={host} />
        <dt className="text-muted">{t("recordExpected")}</dt>
        <DnsValue value={expected} />
        {state !== "verified" && state !== "unknown" && (
          <>
            <dt className="text-muted">{t("recordFound")}</dt>
            <dd className="font-mono break-all">
              {found.length > 0 ? found.join(" | ") : t("foundNothing")}
            </dd>
          </>
        )}
      </dl>
      {name === "dmarc" && state !== "verified" && (
        <p className="mt-2 text-sm text-muted">{t("dmarcHint")}</p>
      )}
    </li>
  );
}
