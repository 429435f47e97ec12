import { RemovableChip } from "#app/_ui/removable-chip.tsx";
import { type Query, withQuery } from "#server/response/address.ts";
import type { Choices } from "#server/response/list-choices.ts";
import type { ResponseFilter } from "#server/response/schema.ts";
import { chipsOf, filterWords } from "./say.ts";

type FilterChipsProps = { here: string; query: Query; filter: ResponseFilter; choices: readonly Choices[] };

/** Everything that narrows the page, each to be taken away; with two or more, all at once too. */
export function FilterChips({ here, query, filter, choices }: FilterChipsProps) {
  const t = filterWords();
  const chips = chipsOf(filter, choices);
  const none = Object.assign({}, ...chips.map(({ without }) => without), { where: undefined });
  return (
    <>
      {chips.map(({ label, without }) => (
        <RemovableChip
          key={label}
          label={label}
          removeLabel={t("remove", { label })}
          href={withQuery(here, query, without as Query)}
        />
      ))}
      {chips.length > 1 && (
        <RemovableChip
          label={t("removeAll")}
          removeLabel={t("removeAll")}
          href={withQuery(here, query, none as Query)}
        />
      )}
    </>
  );
}
