import type { ReactNode } from "react";
import { PageHeader } from "#app/_ui/page-header.tsx";
import { TextLink } from "#app/_ui/text-link.tsx";
import { t } from "./words.ts";

/** The page of one alert or one channel. */
export function FormPage({
  workspace,
  title,
  children,
}: {
  workspace: string;
  title: string;
  children: ReactNode;
}) {
  return (
    <>
      <PageHeader
        back={<TextLink href={`/${workspace}/settings/alerts`}>{t("back")}</TextLink>}
        title={title}
      />
      <div className="mt-6 max-w-xl">{children}</div>
    </>
  );
}
