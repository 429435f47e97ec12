import { LinkButton } from "#app/_ui/link-button.tsx";
import { Notice } from "#app/_ui/notice.tsx";
import { TextLink } from "#app/_ui/text-link.tsx";
import { Wordmark } from "#app/(auth)/_auth/wordmark.tsx";
import { appTranslator } from "#server/i18n/translate-app.ts";
import { DemonstrationForm } from "./demonstration-form.tsx";
import { ScaleDrawing } from "./scale-drawing.tsx";

const t = appTranslator("auth");

/** What Svar is, and the ways in. `demonstration` offers the made-up workspace, `failed` says that loading it did. */
export function Hero({ demonstration, failed }: { demonstration: boolean; failed: boolean }) {
  return (
    <div className="mx-auto grid min-h-dvh max-w-275 grid-rows-[auto_1fr] px-5 py-6 sm:px-10 sm:py-10">
      <header className="flex items-center justify-between gap-4">
        <Wordmark />
        <TextLink href="/sign-in" className="py-2">
          {t("signIn")}
        </TextLink>
      </header>
      <main id="main" className="grid content-center gap-14 py-12">
        <div>
          <h1 className="text-3xl leading-[1.05] font-bold text-balance sm:text-score">
            {t("tagline")
              .split(/(?<=\.) /)
              .map((sentence) => (
                <span key={sentence} className="block">
                  {sentence}
                </span>
              ))}
          </h1>
          <p className="mt-6 max-w-[58ch] text-base text-muted sm:text-lg sm:leading-normal">{t("pitch")}</p>
          <div className="mt-8 flex flex-wrap items-start gap-3">
            <LinkButton href="/sign-up" variant="primary">
              {t("createWorkspace")}
            </LinkButton>
            {demonstration && <DemonstrationForm label={t("loadDemo")} pendingLabel={t("loadingDemo")} />}
          </div>
          {demonstration && <p className="mt-3 max-w-[58ch] text-subtle">{t("demoHint")}</p>}
          {failed && (
            <div className="mt-6 max-w-xl">
              <Notice tone="alarm" title={t("demoFailed")} live />
            </div>
          )}
        </div>
        <ScaleDrawing caption={t("scaleCaption")} low={t("notAtAll")} high={t("extremely")} />
      </main>
    </div>
  );
}
