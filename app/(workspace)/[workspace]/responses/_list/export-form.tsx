import { Download } from "lucide-react";
import { Button } from "#app/_ui/button.tsx";
import { buttonClass } from "#app/_ui/button-class.ts";
import { Checkbox } from "#app/_ui/checkbox.tsx";
import { Disclosure } from "#app/_ui/disclosure.tsx";
import { Icon } from "#app/_ui/icon.tsx";
import { RadioGroup } from "#app/_ui/radio-group.tsx";
import type { Query } from "#server/response/address.ts";
import { words } from "../words.ts";

/** All answers that the page's filter lets through, as a CSV file of the reader's choice. */
export function ExportForm({ here, query }: { here: string; query: Query }) {
  const t = words();
  const carried = Object.entries(query).flatMap(([name, value]) =>
    value === undefined ? [] : [value].flat().map((one) => [name, one] as [string, string]),
  );
  return (
    <Disclosure
      className="relative"
      summary={
        <>
          <Icon of={Download} />
          {t("export.label")}
        </>
      }
      summaryClassName={buttonClass({})}
      panelClassName="z-30 mt-1 animate-appear rounded-sheet border border-line on-surface bg-surface p-4 shadow-float max-sm:fixed max-sm:inset-x-4 max-sm:top-20 sm:absolute sm:left-0 sm:w-80"
    >
      <form action={`${here}/export`} aria-label={t("export.title")} className="grid gap-3">
        {carried.map(([name, value]) => (
          <input key={`${name} ${value}`} type="hidden" name={name} value={value} />
        ))}
        <p className="font-medium">{t("export.title")}</p>
        <RadioGroup
          name="delimiter"
          legend={t("export.delimiter")}
          defaultValue=","
          options={[
            { value: ",", label: t("export.comma") },
            { value: ";", label: t("export.semicolon") },
          ]}
        />
        <Checkbox name="bom" value="1" label={t("export.bom")} />
        <Button type="submit" className="justify-self-start">
          {t("export.download")}
        </Button>
      </form>
    </Disclosure>
  );
}
