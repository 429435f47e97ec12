import type { Metadata } from "next";
import { LinkButton } from "#app/_ui/link-button.tsx";
import { appTranslator } from "#server/i18n/translate-app.ts";

const t = appTranslator("errors");

export const generateMetadata = (): Metadata => ({ title: t("notFoundTitle") });

/** What is not there and what belongs to somebody else look the same. */
export default function NotFound() {
  return (
    <div className="mx-auto grid max-w-110 gap-4 px-5 py-16">
      <h1 className="text-2xl font-bold">{t("notFoundTitle")}</h1>
      <p className="text-base text-muted">{t("notFoundText")}</p>
      <p>
        <LinkButton href="/">{t("home")}</LinkButton>
      </p>
    </div>
  );
}
