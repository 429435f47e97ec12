"use client";

import { type ReactNode, useState } from "react";
import { problemAt } from "#app/_form/problems.ts";
import { RadioGroup } from "#app/_ui/radio-group.tsx";
import type { Audience, LeftOut, Sampling } from "#server/campaign/schema.ts";
import type { RouterOutputs } from "#server/router.ts";
import { t } from "../../_campaigns/words.ts";
import { Ahead } from "./ahead.tsx";
import { AddressChoice, AttributeChoice, TeamChoice } from "./audience-choices.tsx";
import { LeaveFields } from "./leave-fields.tsx";
import { SampleFields } from "./sample-fields.tsx";
import { StepForm } from "./step-form.tsx";
import { useDraft } from "./use-draft.ts";

export type Choices = RouterOutputs["campaign"]["choices"];
type Way = "all" | "team" | "attribute" | "emails";

type PeopleFieldsProps = {
  workspace: string;
  id: string;
  audience: Audience;
  sampling: Sampling | null;
  leftOut: LeftOut | null;
  choices: Choices;
};

/** Whom to ask. What is chosen is saved, and then counted. */
export function PeopleFields({ workspace, id, audience, sampling, leftOut, choices }: PeopleFieldsProps) {
  const draft = useDraft(workspace, id);
  const [way, setWay] = useState<Way>(wayOf(audience));
  const choose = (chosen: Audience) => draft.change({ audience: chosen });

  function change(value: string) {
    const next = ways.find((one) => one === value) ?? "all";
    setWay(next);
    if (next === "all") choose({ all: true });
  }

  const details: Record<Way, ReactNode> = {
    all: null,
    team: <TeamChoice audience={audience} choices={choices} onChoose={choose} />,
    attribute: <AttributeChoice audience={audience} choices={choices} onChoose={choose} />,
    emails: <AddressChoice audience={audience} onChoose={choose} />,
  };

  return (
    <div className="grid items-start gap-x-12 gap-y-8 lg:grid-cols-[minmax(0,1fr)_minmax(0,1fr)]">
      <StepForm here={`/${workspace}/campaigns/${id}`} step="people" draft={draft}>
        <RadioGroup
          name="audience"
          legend={t("people.legend")}
          value={way}
          onValueChange={change}
          error={problemAt(draft.problems, "audience")}
          options={[
            { value: "all", label: t("people.all"), hint: t("people.allHint", { n: choices.contacts }) },
            {
              value: "team",
              label: t("people.team"),
              hint: t(choices.teams.length > 0 ? "people.teamHint" : "people.noTeams"),
              disabled: choices.teams.length === 0,
            },
            {
              value: "attribute",
              label: t("people.attribute"),
              hint: t(choices.attributes.length > 0 ? "people.attributeHint" : "people.noAttributes"),
              disabled: choices.attributes.length === 0,
            },
            { value: "emails", label: t("people.emails"), hint: t("people.emailsHint") },
          ]}
        />
        {details[way]}
        <SampleFields draft={draft} sampling={sampling} />
        <LeaveFields draft={draft} leftOut={leftOut} />
      </StepForm>
      <Ahead workspace={workspace} id={id} saves={draft.saves} />
    </div>
  );
}

const ways = ["all", "team", "attribute", "emails"] as const;

function wayOf(audience: Audience): Way {
  if ("emails" in audience) return "emails";
  if ("teamId" in audience) return "team";
  return "attribute" in audience ? "attribute" : "all";
}
