import { clsx } from "clsx";
import { SlidersHorizontal } from "lucide-react";
import type { ReactNode } from "react";
import { Button } from "#app/_ui/button.tsx";
import { buttonClass } from "#app/_ui/button-class.ts";
import { Checkbox } from "#app/_ui/checkbox.tsx";
import { Disclosure } from "#app/_ui/disclosure.tsx";
import { Icon } from "#app/_ui/icon.tsx";
import { Select } from "#app/_ui/select.tsx";
import { TextInput } from "#app/_ui/text-input.tsx";
import { GROUPS } from "#server/nps/groups.ts";
import { operators } from "#server/response/conditions.ts";
import { attributeOf, dimensions } from "#server/response/cuts.ts";
import type { Choices } from "#server/response/list-choices.ts";
import type { ResponseFilter } from "#server/response/schema.ts";
import { filterButton } from "./buttons.ts";
import { narrowingChoice } from "./narrowing.ts";
import { filterWords, sayDimension, sayValue } from "./say.ts";

type FilterFieldsProps = {
  filter: ResponseFilter;
  choices: readonly Choices[];
  /** Whether the group is chosen here too, and not by a field of its own. */
  withGroup?: boolean;
  /** The edge of the button that the panel keeps to: the end where the button stands far to the right. */
  edge?: "start" | "end";
  /** Fields of the page beside those that every page has. */
  children?: ReactNode;
};

/** Fields of a form that narrow the answers further: by a value of anything they are counted by, or by a condition. */
export function FilterFields({ filter, choices, withGroup, edge = "start", children }: FilterFieldsProps) {
  const t = filterWords();
  const offered = choices.filter(({ values }) => values.length > 0);
  return (
    <>
      <Carried filter={filter} />
      {withGroup && filter.group && <input type="hidden" name="group" value={filter.group} />}
      <Disclosure
        className="relative"
        summary={
          <>
            <Icon of={SlidersHorizontal} />
            {t("add")}
          </>
        }
        summaryClassName={buttonClass({})}
        panelClassName={clsx(
          "z-20 mt-1 grid max-sm:fixed max-sm:inset-x-4 max-sm:top-20 sm:absolute sm:w-80 gap-3 animate-appear rounded-sheet border border-line on-surface bg-surface p-4 shadow-float",
          edge === "end" ? "sm:right-0" : "sm:left-0",
        )}
      >
        {(offered.length > 0 || withGroup) && (
          <Select id={filterButton} name="add" aria-label={t("byValue")} defaultValue="">
            <option value="">{t("byValue")}</option>
            {withGroup && (
              <optgroup label={t("group.label")}>
                {GROUPS.map((group) => (
                  <option key={group} value={narrowingChoice("group", group)}>
                    {t("is", { name: t("group.label"), value: t(`group.${group}`) })}
                  </option>
                ))}
              </optgroup>
            )}
            {offered.map(({ dimension, values }) => (
              <optgroup key={dimension} label={sayDimension(dimension)}>
                {values.map(({ value, name }) => (
                  <option key={value} value={narrowingChoice(dimension, value)}>
                    {t("is", { name: sayDimension(dimension), value: sayValue(dimension, value, name) })}
                  </option>
                ))}
              </optgroup>
            ))}
          </Select>
        )}
        <Condition choices={choices} />
        <Checkbox
          name="commented"
          value="yes"
          label={t("commented")}
          defaultChecked={filter.commented === "yes"}
        />
        {children}
        <Button type="submit">{t("show")}</Button>
      </Disclosure>
    </>
  );
}

function Condition({ choices }: { choices: readonly Choices[] }) {
  const t = filterWords();
  const names = choices.map(({ dimension }) => attributeOf(dimension)).filter((name) => name !== null);
  return (
    <fieldset className="grid gap-2">
      <legend className="mb-2 text-sm text-muted">{t("condition")}</legend>
      <TextInput
        name="name"
        aria-label={t("attribute")}
        placeholder={t("attribute")}
        list="attribute-names"
      />
      <datalist id="attribute-names">
        {names.map((name) => (
          <option key={name} value={name} />
        ))}
      </datalist>
      <Select name="operator" aria-label={t("operator")} defaultValue="is">
        {operators.map((operator) => (
          <option key={operator} value={operator}>
            {t(`operators.${operator}`)}
          </option>
        ))}
      </Select>
      <TextInput name="value" aria-label={t("value")} placeholder={t("value")} maxLength={1000} />
    </fieldset>
  );
}

/** What narrows already, and is not one of the fields. */
function Carried({ filter }: { filter: ResponseFilter }) {
  return (
    <>
      {dimensions.map(
        (name) => filter[name] && <input key={name} type="hidden" name={name} value={filter[name]} />,
      )}
      {filter.where?.map((text) => (
        <input key={text} type="hidden" name="where" value={text} />
      ))}
    </>
  );
}
