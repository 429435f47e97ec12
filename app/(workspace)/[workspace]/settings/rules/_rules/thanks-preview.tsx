"use client";

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { languageText, listText } from "#app/_i18n/format.ts";
import { useTRPC } from "#app/_trpc/client.tsx";
import { Field } from "#app/_ui/field.tsx";
import { Fieldset } from "#app/_ui/fieldset.tsx";
import { KeyValueList } from "#app/_ui/key-value-list.tsx";
import { LanguageOptions } from "#app/_ui/language-options.tsx";
import { Select } from "#app/_ui/select.tsx";
import type { Locale } from "#server/i18n/locales.ts";
import type { RouterOutputs } from "#server/router.ts";
import { Thanks } from "#server/thanks/schema.ts";
import { t } from "./words.ts";

type Preview = RouterOutputs["thanks"]["preview"];

type ThanksPreviewProps = { workspace: string; thanks: Thanks };

/** The mail as it would be sent to somebody who is made up, in a language, as soon as all of it is chosen. */
export default function ThanksPreview({ workspace, thanks }: ThanksPreviewProps) {
  const trpc = useTRPC();
  const [locale, setLocale] = useState<Locale>("en");
  const whole = Thanks.safeParse(thanks).success;
  const { data, isError } = useQuery({
    ...trpc.thanks.preview.queryOptions({ workspace, thanks, locale }, { enabled: whole }),
    placeholderData: keepPreviousData,
  });
  return (
    <Fieldset legend={t("thanks.preview")}>
      <div className="max-w-64">
        <Field name="thanks.locale" label={t("kinds.language")}>
          {(control) => (
            <Select {...control} value={locale} onChange={({ target }) => setLocale(target.value as Locale)}>
              <LanguageOptions />
            </Select>
          )}
        </Field>
      </div>
      {whole && data ? (
        <Drawn data={data} locale={locale} />
      ) : (
        <p className="mt-3 max-w-[66ch] text-sm text-muted">{t("thanks.previewEmpty")}</p>
      )}
      <p role="status" className="mt-2 text-sm text-muted">
        {isError && t("thanks.previewFailed")}
      </p>
    </Fieldset>
  );
}

function Drawn({ data: { mail, lacking }, locale }: { data: Preview; locale: Locale }) {
  const lines = [
    lacking.words.length > 0 && t("thanks.lacksWords", { languages: named(lacking.words) }),
    lacking.ask.length > 0 && t("thanks.lacksAsk", { languages: named(lacking.ask) }),
    "because" in mail && mail.because !== "no_text" && t(`thanks.because.${mail.because}`, { n: 1 }),
  ];
  return (
    <div className="mt-3 grid gap-2 text-sm">
      {lines.map((line) => line && <p key={line}>{line}</p>)}
      {!("because" in mail) && (
        <>
          <KeyValueList
            items={[
              { term: t("thanks.from"), value: mail.fromName },
              { term: t("thanks.subject"), value: <span lang={locale}>{mail.subject}</span> },
            ]}
          />
          <div className="overflow-x-auto rounded-sheet border border-line bg-sunken p-1">
            <iframe
              title={t("thanks.frame", { language: languageText(locale) })}
              sandbox=""
              srcDoc={mail.html}
              className="mx-auto block h-88 w-full max-w-[600px] border-0 bg-surface"
            />
          </div>
        </>
      )}
    </div>
  );
}

const named = (languages: readonly string[]) => listText(languages.map((one) => languageText(one)));
