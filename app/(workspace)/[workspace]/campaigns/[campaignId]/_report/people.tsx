import { buttonClass } from "#app/_ui/button-class.ts";
import type { SeenCampaign } from "../../_campaigns/seen.ts";
import { t } from "../../_campaigns/words.ts";
import { LeftOut } from "./left-out.tsx";
import { Sums } from "./sums.tsx";
import { Undelivered } from "./undelivered.tsx";

type PeopleProps = {
  here: string;
  workspace: string;
  campaign: SeenCampaign;
  query: Record<string, string | string[] | undefined>;
  manages: boolean;
};

/** The eligibility ledger of a campaign: who was asked and who was not, why and by whom. */
export function People({ manages, ...props }: PeopleProps) {
  const { here, workspace, campaign, query } = props;
  return (
    <>
      <Sums here={here} workspace={workspace} id={campaign.id} query={query} />
      {manages && (
        <p className="mt-4">
          <a href={`${here}/ledger`} download className={buttonClass({})}>
            {t("ledger.download")}
          </a>
        </p>
      )}
      <LeftOut {...props} />
      <Undelivered {...props} />
    </>
  );
}
