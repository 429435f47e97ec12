"use client";

import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { type FormEvent, useState } from "react";
import { type Problem, problemAt, problemsOf } from "#app/_form/problems.ts";
import { useTRPC } from "#app/_trpc/client.tsx";
import { Button } from "#app/_ui/button.tsx";
import { ErrorSummary } from "#app/_ui/error-summary.tsx";
import { Field } from "#app/_ui/field.tsx";
import { SubmitButton } from "#app/_ui/submit-button.tsx";
import { TextInput } from "#app/_ui/text-input.tsx";
import { toast } from "#app/_ui/toast.ts";
import type { Offered } from "#server/rule/list-offered.ts";
import { ActionFields } from "./action-fields.tsx";
import { ConditionFields } from "./condition-fields.tsx";
import { type Draft, inputOf, saidBy } from "./draft.ts";
import { sentenceOf } from "./sentence.ts";
import { TrialPanel } from "./trial-panel.tsx";
import { shared, t } from "./words.ts";

type RuleEditorProps = {
  workspace: string;
  offered: Offered;
  begin: Draft;
  /** Which one is changed; a new one without. */
  rule: { ruleId: string; version: number; isOn: boolean; wasOn: boolean } | null;
  days: number;
};

/** A rule being built as a sentence. It is tried on what came in before it is switched on, or changed while it is on. */
export function RuleEditor({ workspace, offered, begin, rule, days }: RuleEditorProps) {
  const router = useRouter();
  const trpc = useTRPC();
  const [draft, setDraft] = useState(begin);
  const [tried, setTried] = useState<string | null>(null);
  const home = `/${workspace}/settings/rules`;
  const trial = useMutation(trpc.rule.try.mutationOptions());
  const save = useMutation(
    trpc.rule.save.mutationOptions({
      onSuccess(_, { name, on }) {
        toast.success(t(on ? "savedOn" : "saved", { name }));
        router.push(home);
        router.refresh();
      },
    }),
  );
  const input = inputOf(draft);
  const now = JSON.stringify(input);
  const problems = atFields(problemsOf(save.error ?? trial.error, shared("unreachable")));
  const problem = (path: string) => problemAt(problems, path);
  const change = (some: Partial<Draft>) => setDraft((before) => ({ ...before, ...some }));

  function tryIt(event: FormEvent) {
    event.preventDefault();
    save.reset();
    trial.mutate({ workspace, ...input, ruleId: rule?.ruleId }, { onSuccess: () => setTried(now) });
  }
  function keep(on: boolean) {
    if (save.isPending) return;
    trial.reset();
    save.mutate({ workspace, ...input, ruleId: rule?.ruleId, version: rule?.version, on });
  }

  return (
    <div className="mt-8 grid gap-x-12 gap-y-8 lg:grid-cols-[minmax(0,1fr)_24rem]">
      <form method="post" noValidate onSubmit={tryIt} className="grid min-w-0 content-start gap-8">
        <ErrorSummary title={shared("formTitle")} errors={problems} />
        <Field name="name" label={t("name")} hint={t("nameHint")} error={problem("name")}>
          {(control) => (
            <TextInput
              {...control}
              autoComplete="off"
              maxLength={60}
              value={draft.name}
              onChange={({ target }) => change({ name: target.value })}
            />
          )}
        </Field>
        <p className="max-w-[66ch] border-l-2 border-brand pl-4 text-lg break-words">
          <span className="sr-only">{t("sentence")}: </span>
          {sentenceOf(saidBy(draft), offered)}
        </p>
        <ConditionFields
          conditions={draft.conditions}
          offered={offered}
          problem={problem}
          onChange={(conditions) => change({ conditions })}
        />
        <ActionFields
          workspace={workspace}
          draft={draft}
          offered={offered}
          problem={problem}
          onChange={change}
        />
        <div className="flex flex-wrap gap-2">
          <SubmitButton
            variant={tried === now ? "secondary" : "primary"}
            pendingLabel={t("trying")}
            pending={trial.isPending}
          >
            {t("tryIt", { days })}
          </SubmitButton>
          {!rule?.isOn && (
            <Button aria-disabled={save.isPending || undefined} onClick={() => keep(false)}>
              {t(rule?.wasOn ? "saveOff" : "saveDraft")}
            </Button>
          )}
        </div>
      </form>
      <TrialPanel
        workspace={workspace}
        trial={trial.data && tried === now ? trial.data : null}
        isStale={tried !== null && tried !== now}
        isOn={rule?.isOn ?? false}
        days={days}
        saving={save.isPending}
        onSave={() => keep(true)}
      />
    </div>
  );
}

/** What is wrong with one of several entries is said at the field that has them all, once. */
function atFields(problems: readonly Problem[]): Problem[] {
  const placed = problems.map(({ fieldId, message }) => ({
    fieldId: fieldId?.replace(/(^tags|\.any)\.\d+$/, "$1"),
    message,
  }));
  return [...new Map(placed.map((one) => [`${one.fieldId} ${one.message}`, one])).values()];
}
