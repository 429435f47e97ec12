import { Checkbox } from "#app/_ui/checkbox.tsx";
import { Fieldset } from "#app/_ui/fieldset.tsx";
import type { Offer } from "#server/rule/list-offered.ts";
import { t } from "./words.ts";

type AnyOfProps<Value extends string> = {
  id: string;
  legend: string;
  hint?: string;
  error?: string;
  offers: readonly (Offer & { value: Value })[];
  value: readonly Value[];
  onChange(value: Value[]): void;
};

/** Several of a list, each with a box of its own. What is chosen and offered no more stays until it is unticked. */
export function AnyOf<Value extends string>({ offers, value, onChange, ...fieldset }: AnyOfProps<Value>) {
  const gone = value.filter((one) => !offers.some((offer) => offer.value === one));
  const all = [...offers, ...gone.map((one) => ({ value: one, name: t("say.gone") }))];
  return (
    <Fieldset {...fieldset}>
      {all.length === 0 && <p className="text-sm text-muted">{t("noneYet")}</p>}
      <div className="grid gap-x-6 sm:grid-cols-2">
        {all.map((offer) => (
          <Checkbox
            key={offer.value}
            name={fieldset.id}
            value={offer.value}
            label={offer.name}
            checked={value.includes(offer.value)}
            onChange={({ target }) =>
              onChange(target.checked ? [...value, offer.value] : value.filter((one) => one !== offer.value))
            }
          />
        ))}
      </div>
    </Fieldset>
  );
}
