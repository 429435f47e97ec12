import { Button } from "#app/_ui/button.tsx";
import { SearchInput } from "#app/_ui/search-input.tsx";
import { Select } from "#app/_ui/select.tsx";
import type { ListCases } from "#server/case/schema.ts";
import { type NamedCause, pathOf } from "#server/cause/rules.ts";
import { narrowedBy } from "./address.ts";
import { searchField } from "./search-field.ts";
import { words } from "./words.ts";

type FindFormProps = {
  here: string;
  input: ListCases;
  tags: readonly { id: string; name: string }[];
  causes: readonly NamedCause[];
};

/** Looks for words among the cases of a view, and narrows them by a tag, the closed ones by their cause. */
export function FindForm({ here, input, tags, causes }: FindFormProps) {
  const t = words();
  const chosenBelow = [
    ...(tags.length > 0 ? ["tag"] : []),
    ...(input.view === "closed" && causes.length > 0 ? ["cause"] : []),
  ];
  return (
    <form action={here} className="flex max-w-2xl gap-2 max-sm:flex-wrap">
      <input type="hidden" name="view" value={input.view} />
      {Object.entries(narrowedBy(input)).flatMap(([name, value]) =>
        (chosenBelow.includes(name) ? [] : [value ?? []])
          .flat()
          .map((one) => <input key={`${name} ${one}`} type="hidden" name={name} value={one} />),
      )}
      <SearchInput id={searchField} label={t("search")} value={input.q} />
      {tags.length > 0 && (
        <Select name="tag" aria-label={t("tag.tags")} defaultValue={input.tag ?? ""}>
          <option value="">{t("tag.any")}</option>
          {tags.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </Select>
      )}
      {input.view === "closed" && causes.length > 0 && (
        <Select name="cause" aria-label={t("anyCause")} defaultValue={input.cause ?? ""}>
          <option value="">{t("anyCause")}</option>
          {causes.map((cause) => (
            <option key={cause.id} value={cause.id}>
              {pathOf(cause)}
            </option>
          ))}
        </Select>
      )}
      <Button type="submit">{t("searchButton")}</Button>
    </form>
  );
}
