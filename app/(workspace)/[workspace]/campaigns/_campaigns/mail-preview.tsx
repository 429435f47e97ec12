import { languageText } from "#app/_i18n/format.ts";
import { Button } from "#app/_ui/button.tsx";
import { Field } from "#app/_ui/field.tsx";
import { KeyValueList } from "#app/_ui/key-value-list.tsx";
import { Section } from "#app/_ui/section.tsx";
import { Select } from "#app/_ui/select.tsx";
import { locales } from "#server/i18n/locales.ts";
import { t } from "./words.ts";

type MailPreviewProps = {
  here: string;
  /** What keeps the page where the preview stands, as a parameter of its address. */
  place: { step: "text" } | { tab: "mail" };
  mail: { locale: string; fromName: string; subject: string; html: string; text: string };
  /** Which version it is, where two are tried. */
  version: "a" | "b" | null;
};

/** The mail as it will be sent, in a frame that runs nothing and opens nothing. */
export function MailPreview({ here, place, mail, version }: MailPreviewProps) {
  return (
    <Section title={t("text.preview")} space="none">
      <form action={here} className="mb-3 flex flex-wrap items-end gap-2">
        {Object.entries(place).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <Field name="locale" label={t("text.language")}>
          {(control) => (
            <Select {...control} defaultValue={mail.locale} className="min-w-40">
              {locales.map((locale) => (
                <option key={locale} value={locale}>
                  {languageText(locale)}
                </option>
              ))}
            </Select>
          )}
        </Field>
        {version && (
          <Field name="version" label={t("test.version")}>
            {(control) => (
              <Select {...control} defaultValue={version}>
                <option value="a">{t("test.a")}</option>
                <option value="b">{t("test.b")}</option>
              </Select>
            )}
          </Field>
        )}
        <Button type="submit">{t("text.show")}</Button>
      </form>
      <KeyValueList
        items={[
          { term: t("text.from"), value: mail.fromName },
          { term: t("text.subject"), value: <span lang={mail.locale}>{mail.subject}</span> },
        ]}
      />
      <div className="mt-3 overflow-x-auto rounded-sheet border border-line bg-sunken p-1 sm:p-3">
        <iframe
          title={t("text.frame", { language: languageText(mail.locale) })}
          sandbox=""
          srcDoc={mail.html}
          className="mx-auto block h-160 w-full max-w-[600px] border-0 bg-surface"
        />
      </div>
      <details className="mt-3 text-sm">
        <summary className="min-h-8 cursor-pointer py-1 text-muted max-sm:min-h-11">
          {t("text.plain")}
        </summary>
        <pre
          lang={mail.locale}
          className="mt-2 overflow-x-auto rounded-control bg-sunken p-3 whitespace-pre-wrap"
        >
          {mail.text}
        </pre>
      </details>
    </Section>
  );
}
