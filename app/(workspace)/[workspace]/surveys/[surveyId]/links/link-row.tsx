import { languageText } from "#app/_i18n/format.ts";
import { buttonClass } from "#app/_ui/button-class.ts";
import { Chip } from "#app/_ui/chip.tsx";
import { CopyButton } from "#app/_ui/copy-button.tsx";
import { isLocale } from "#server/i18n/locales.ts";
import type { listSurveyLinks } from "#server/survey-link/queries.ts";
import { t } from "../../_surveys/words.ts";
import { CloseButton } from "./close-button.tsx";

type LinkRowProps = {
  workspace: string;
  link: Awaited<ReturnType<typeof listSurveyLinks>>[number];
  manages: boolean;
};

/** One link: its address, its QR code, what came by it, and whether it is open. */
export function LinkRow({ workspace, link, manages }: LinkRowProps) {
  const code = `/${workspace}/surveys/${link.surveyId}/links/${link.id}/code`;
  const facts = [
    t(`links.kind.${link.kind}`),
    link.touchpoint,
    link.locale && isLocale(link.locale) ? languageText(link.locale) : t("links.anyLanguage"),
    link.once && t("links.onceFact"),
    t("links.answers", { n: link.answers }),
  ].filter(Boolean);
  return (
    <li className="grid gap-x-8 gap-y-4 border-t border-line py-6 sm:grid-cols-[minmax(0,1fr)_auto]">
      <div className="min-w-0">
        <h2 className="flex flex-wrap items-baseline gap-x-3 font-bold">
          {link.name} {link.closedAt && <Chip>{t("links.closed")}</Chip>}
        </h2>
        <p className="mt-1 text-sm text-muted">{facts.join(" · ")}</p>
        {!link.closedAt && (
          <>
            <p className="mt-3 text-sm break-all">{link.url}</p>
            <div className="mt-3 flex flex-wrap items-center gap-x-4 gap-y-2">
              <CopyButton
                value={link.url}
                label={t("links.copy")}
                copiedLabel={t("links.copied")}
                failedLabel={t("links.copyFailed")}
              />
              <a href={link.url} className={buttonClass({})}>
                {t("links.open")}
              </a>
              <a href={`${code}?as=png`} download className={buttonClass({})}>
                {t("links.png")}
              </a>
              <a href={`${code}?as=svg`} download className={buttonClass({})}>
                {t("links.svg")}
              </a>
            </div>
          </>
        )}
        {manages && (
          <div className="mt-3">
            <CloseButton
              workspace={workspace}
              linkId={link.id}
              name={link.name}
              closed={Boolean(link.closedAt)}
            />
          </div>
        )}
      </div>
      {!link.closedAt && (
        // biome-ignore lint/performance/noImgElement: a drawing of a few kilobytes, made for this session
        <img
          src={`${code}?as=svg`}
          alt={t("links.codeOf", { name: link.name })}
          width={144}
          height={144}
          className="rounded-sheet border border-line bg-white"
        />
      )}
    </li>
  );
}
