import { languageText } from "#app/_i18n/format.ts";
import { appTranslator } from "#server/i18n/translate-app.ts";
import { type Condition, readCondition } from "#server/response/conditions.ts";
import { attributeOf, type Dimension, dimensions } from "#server/response/cuts.ts";
import type { Choices } from "#server/response/list-choices.ts";
import type { ResponseFilter } from "#server/response/schema.ts";

/** The words of everything that narrows answers. */
export const filterWords = () => appTranslator("filter");

/** What answers are narrowed or cut by: "Team", "Country". */
export function sayDimension(dimension: Dimension): string {
  return attributeOf(dimension) ?? filterWords()(`dimension.${dimension as "team"}`);
}

/** One value of it, by the name it has. */
export function sayValue(dimension: Dimension, value: string, name: string | null): string {
  const t = filterWords();
  if (name) return name;
  if (dimension === "channel") return t(`channels.${value as "email"}`);
  if (dimension === "language") return languageText(value);
  return dimension === "team" || dimension === "campaign" ? t("gone") : value;
}

type Chip = { label: string; without: Partial<ResponseFilter> };

/** What narrows the answers, each in words, with what the filter is without it. */
export function chipsOf(filter: ResponseFilter, choices: readonly Choices[]): Chip[] {
  const t = filterWords();
  const named = dimensions.flatMap((dimension) => {
    const value = filter[dimension];
    if (!value) return [];
    const offered = choices.find((one) => one.dimension === dimension)?.values;
    const name = offered?.find((one) => one.value === value)?.name ?? null;
    const label = t("is", { name: sayDimension(dimension), value: sayValue(dimension, value, name) });
    return [{ label, without: { [dimension]: undefined } }];
  });
  const conditions = (filter.where ?? []).flatMap((text) => {
    const condition = readCondition(text);
    if (!condition) return [];
    return [
      { label: sayCondition(condition), without: { where: filter.where?.filter((one) => one !== text) } },
    ];
  });
  const group = filter.group
    ? [
        {
          label: t("is", { name: t("group.label"), value: t(`group.${filter.group}`) }),
          without: { group: undefined },
        },
      ]
    : [];
  const commented = filter.commented ? [{ label: t("commented"), without: { commented: undefined } }] : [];
  return [...named, ...conditions, ...group, ...commented];
}

const sayCondition = ({ name, operator, value }: Condition): string =>
  filterWords()(operator, { name, value });
