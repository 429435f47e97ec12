import { Button } from "#app/_ui/button.tsx";
import { Checkbox } from "#app/_ui/checkbox.tsx";
import { RemovableChip } from "#app/_ui/removable-chip.tsx";
import { Select } from "#app/_ui/select.tsx";
import { TextInput } from "#app/_ui/text-input.tsx";
import type { ListResponses } from "#server/response/schema.ts";
import { words } from "./words.ts";

type ResponseFiltersProps = {
  here: string;
  input: ListResponses;
  query: Record<string, string>;
  surveys: { id: string; name: string }[];
};

const carried = ["from", "to", "attribute", "value", "campaign"] as const;

/** Group, survey, comments and words as a plain form; what a link brought along (days, an attribute) stays as chips. */
export function ResponseFilters({ here, input, query, surveys }: ResponseFiltersProps) {
  const t = words();
  return (
    <form
      action={here}
      aria-label={t("filters")}
      className="mt-5 mb-6 flex flex-wrap items-center gap-2 print:hidden"
    >
      {carried.map(
        (name) =>
          query[name] !== undefined && <input key={name} type="hidden" name={name} value={query[name]} />,
      )}
      <Select
        name="group"
        aria-label={t("group.label")}
        defaultValue={input.group ?? ""}
        key={`g${input.group}`}
      >
        <option value="">{t("group.all")}</option>
        {(["detractor", "passive", "promoter"] as const).map((group) => (
          <option key={group} value={group}>
            {t(`group.${group}`)}
          </option>
        ))}
      </Select>
      <Select
        name="survey"
        aria-label={t("survey")}
        defaultValue={input.survey ?? ""}
        key={`s${input.survey}`}
      >
        <option value="">{t("everySurvey")}</option>
        {surveys.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </Select>
      <TextInput
        name="q"
        type="search"
        defaultValue={input.q}
        aria-label={t("search")}
        placeholder={t("search")}
        className="w-72 max-w-full"
      />
      <Checkbox
        name="commented"
        value="yes"
        label={t("commented")}
        defaultChecked={input.commented === "yes"}
      />
      <Button type="submit">{t("show")}</Button>
      {chipsOf(here, query).map(({ label, href }) => (
        <RemovableChip key={label} label={label} removeLabel={t("remove", { label })} href={href} />
      ))}
    </form>
  );
}

function chipsOf(here: string, query: Record<string, string>): { label: string; href: string }[] {
  const t = words();
  const without = (...names: string[]) => {
    const rest = Object.entries(query).filter(([name]) => !names.includes(name) && name !== "cursor");
    return `${here}?${new URLSearchParams(rest)}`;
  };
  return [
    ...(query.from ? [{ label: t("from", { day: query.from }), href: without("from") }] : []),
    ...(query.to ? [{ label: t("to", { day: query.to }), href: without("to") }] : []),
    ...(query.attribute
      ? [
          {
            label: t("attributeIs", { name: query.attribute, value: query.value ?? "" }),
            href: without("attribute", "value"),
          },
        ]
      : []),
    ...(query.campaign ? [{ label: t("campaign"), href: without("campaign") }] : []),
  ];
}
