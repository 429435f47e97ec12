import { LinkButton } from "#app/_ui/link-button.tsx";
import { Section } from "#app/_ui/section.tsx";
import { shareInWords } from "../../_campaigns/in-words.ts";
import type { SeenCampaign } from "../../_campaigns/seen.ts";
import { t } from "../../_campaigns/words.ts";

/** How many have answered so far, and the way to what they said. */
export function Answers({ workspace, campaign }: { workspace: string; campaign: SeenCampaign }) {
  const { answered, sent } = campaign.counts;
  return (
    <Section title={t("one.answers")}>
      <p className="text-lg font-bold tabular-nums">{t("one.answered", { answered })}</p>
      {sent > 0 && (
        <p className="text-muted tabular-nums">
          {t("one.answeredShare", { share: shareInWords(answered, sent) })}
        </p>
      )}
      {answered > 0 && (
        <div className="mt-3">
          <LinkButton href={`/${workspace}/responses?campaign=${campaign.id}`}>
            {t("one.toAnswers")}
          </LinkButton>
        </div>
      )}
    </Section>
  );
}
