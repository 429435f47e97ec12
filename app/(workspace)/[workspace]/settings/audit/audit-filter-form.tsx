import { Button } from "#app/_ui/button.tsx";
import { Field } from "#app/_ui/field.tsx";
import { LinkButton } from "#app/_ui/link-button.tsx";
import { Select } from "#app/_ui/select.tsx";
import { TextInput } from "#app/_ui/text-input.tsx";
import type { listAudit } from "#server/audit/queries.ts";
import { type AuditFilter, families } from "#server/audit/schema.ts";
import { t } from "./words.ts";

type AuditFilterFormProps = {
  here: string;
  filter: AuditFilter;
  people: Awaited<ReturnType<typeof listAudit>>["people"];
};

/** What, who and when; the address of the page says what was chosen. */
export function AuditFilterForm({ here, filter, people }: AuditFilterFormProps) {
  const { family, who, from, to } = filter;
  return (
    <search>
      <form action={here} className="mt-6 mb-4 flex flex-wrap items-end gap-3">
        <Field name="family" label={t("family")}>
          {(control) => (
            <Select {...control} defaultValue={family ?? ""}>
              <option value="">{t("everything")}</option>
              {families.map((one) => (
                <option key={one} value={one}>
                  {t(`families.${one}`)}
                </option>
              ))}
            </Select>
          )}
        </Field>
        <Field name="who" label={t("who")}>
          {(control) => (
            <Select {...control} defaultValue={who ?? ""}>
              <option value="">{t("everybody")}</option>
              {people.map(({ id, name, kind }) => (
                <option key={id} value={id}>
                  {kind === "member" ? name : t("key", { name })}
                </option>
              ))}
              <option value="customer">{t("customers")}</option>
              <option value="system">{t("system")}</option>
            </Select>
          )}
        </Field>
        <Field name="from" label={t("from")}>
          {(control) => <TextInput {...control} type="date" defaultValue={from} />}
        </Field>
        <Field name="to" label={t("to")}>
          {(control) => <TextInput {...control} type="date" defaultValue={to} />}
        </Field>
        <Button type="submit">{t("show")}</Button>
        {Object.values(filter).some(Boolean) && (
          <LinkButton href={here} variant="quiet">
            {t("all")}
          </LinkButton>
        )}
      </form>
    </search>
  );
}
