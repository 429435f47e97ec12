"use client";

import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { type FormEvent, useState } from "react";
import { problemAt, problemsOf, typed } from "#app/_form/problems.ts";
import { useTRPC } from "#app/_trpc/client.tsx";
import { Checkbox } from "#app/_ui/checkbox.tsx";
import { ErrorSummary } from "#app/_ui/error-summary.tsx";
import { Field } from "#app/_ui/field.tsx";
import { Fieldset } from "#app/_ui/fieldset.tsx";
import { RadioGroup } from "#app/_ui/radio-group.tsx";
import { Select } from "#app/_ui/select.tsx";
import { SubmitButton } from "#app/_ui/submit-button.tsx";
import { TextInput } from "#app/_ui/text-input.tsx";
import { toast } from "#app/_ui/toast.ts";
import { alertKinds, paces, scopes } from "#server/alert/choices.ts";
import type { AlertKind, Pace, Scope } from "#server/alert/schema.ts";
import { alertInWords } from "./in-words.ts";
import { shared, t } from "./words.ts";

type AlertFormProps = {
  workspace: string;
  /** Absent: a new one. */
  alertId?: string;
  /** Where it is told; null: by mail, to oneself. */
  channel: { id: string; name: string } | null;
  teams: readonly { id: string; name: string }[];
  begin: { kinds: readonly AlertKind[]; scope: Scope; teamId: string | null; pace: Pace; most: number };
};

const paceOptions = () =>
  paces.map((value) => ({
    value,
    label: t(`paces.${value}`),
    hint: t(`paceHints.${value}`),
  }));

/** Of what an alert tells, whose cases, and how soon, with the sentence it makes. */
export function AlertForm({ workspace, alertId, channel, teams, begin }: AlertFormProps) {
  const router = useRouter();
  const trpc = useTRPC();
  const [kinds, setKinds] = useState(begin.kinds);
  const [scope, setScope] = useState(begin.scope);
  const [teamId, setTeamId] = useState(begin.teamId ?? "");
  const [pace, setPace] = useState(begin.pace);
  const [most, setMost] = useState(String(begin.most));
  const done = {
    onSuccess() {
      toast.success(t(alertId ? "saved" : "created"));
      router.push(`/${workspace}/settings/alerts`);
      router.refresh();
    },
  };
  const create = useMutation(trpc.alert.create.mutationOptions(done));
  const change = useMutation(trpc.alert.change.mutationOptions(done));
  const { error, isPending } = alertId ? change : create;
  const problems = problemsOf(error, shared("unreachable"));
  const at = (field: string) => problemAt(problems, field);

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const content = { workspace, kinds: [...kinds], scope, teamId: scope === "team" ? teamId : null, pace };
    const bounded = {
      ...content,
      most: pace === "at_once" ? typed(new FormData(event.currentTarget), "most") : begin.most,
    };
    if (alertId) return change.mutate({ ...bounded, alertId });
    create.mutate({ ...bounded, channelId: channel?.id });
  }

  const team = teams.find(({ id }) => id === teamId)?.name ?? null;
  const options = scopes
    .filter((one) => !(channel && one === "mine") && !(teams.length === 0 && one === "team"))
    .map((value) => ({ value, label: t(`scopes.${value}`), hint: t(`scopeHints.${value}`) }));
  return (
    <form method="post" noValidate onSubmit={submit} className="grid gap-5">
      <ErrorSummary title={shared("formTitle")} errors={problems} />
      <Fieldset id="kinds" legend={t("kinds")} error={at("kinds")}>
        {alertKinds.map((kind) => (
          <Checkbox
            key={kind}
            name="kinds"
            label={t(`kind.${kind}`)}
            checked={kinds.includes(kind)}
            onChange={({ target }) =>
              setKinds(target.checked ? [...kinds, kind] : kinds.filter((one) => one !== kind))
            }
          />
        ))}
      </Fieldset>
      <RadioGroup
        name="scope"
        legend={t("scope")}
        options={options}
        value={scope}
        onValueChange={(value) => setScope(scopes.find((one) => one === value) ?? scope)}
        error={at("scope")}
      />
      {scope === "team" && (
        <Field name="teamId" label={t("team")} error={at("teamId")}>
          {(control) => (
            <Select
              {...control}
              value={teamId}
              onChange={({ target }) => setTeamId(target.value)}
              className="max-w-60"
            >
              <option value="">{t("chooseTeam")}</option>
              {teams.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </Select>
          )}
        </Field>
      )}
      <RadioGroup
        name="pace"
        legend={t("pace")}
        options={paceOptions()}
        value={pace}
        onValueChange={(value) => setPace(paces.find((one) => one === value) ?? pace)}
        error={at("pace")}
      />
      {pace === "at_once" && (
        <Field name="most" label={t("most")} hint={t("mostHint")} error={at("most")}>
          {(control) => (
            <TextInput
              {...control}
              value={most}
              onChange={({ target }) => setMost(target.value)}
              inputMode="numeric"
              className="max-w-24 tabular-nums"
              required
            />
          )}
        </Field>
      )}
      <div className="border-l-2 border-line-strong pl-4">
        <p className="text-sm text-muted">{t("preview")}</p>
        <p aria-live="polite" className="mt-1 break-words">
          {alertInWords(
            { kinds, scope, team, pace, most: Number(most) || begin.most },
            channel?.name ?? null,
          )}
        </p>
      </div>
      <SubmitButton
        pendingLabel={t(alertId ? "saving" : "creating")}
        pending={isPending}
        className="justify-self-start"
      >
        {t(alertId ? "save" : "create")}
      </SubmitButton>
    </form>
  );
}
