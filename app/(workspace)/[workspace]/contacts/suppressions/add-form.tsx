"use client";

import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useId, useState } from "react";
import { problemAt, problemsOf } from "#app/_form/problems.ts";
import { useTRPC } from "#app/_trpc/client.tsx";
import { Button } from "#app/_ui/button.tsx";
import { Field } from "#app/_ui/field.tsx";
import { RadioGroup } from "#app/_ui/radio-group.tsx";
import { Section } from "#app/_ui/section.tsx";
import { TextInput } from "#app/_ui/text-input.tsx";
import { Textarea } from "#app/_ui/textarea.tsx";
import { t } from "../words.ts";
import { AddedReport } from "./added-report.tsx";
import { textOf } from "./text-of.ts";

type Scope = "surveys" | "all";

/** Stops mail to one address or a whole list, typed, pasted or from a file. What was typed stays until it is taken. */
export function AddForm({ workspace }: { workspace: string }) {
  const router = useRouter();
  const fileId = useId();
  const [list, setList] = useState("");
  const [why, setWhy] = useState("");
  const [scope, setScope] = useState<Scope>("surveys");
  const add = useMutation(
    useTRPC().suppression.import.mutationOptions({
      onSuccess() {
        setList("");
        router.refresh();
      },
    }),
  );
  const problems = problemsOf(add.error, t("form.unreachable"));
  const lines = list.split("\n").filter((line) => line.trim()).length;
  return (
    <Section title={t("stops.add")}>
      <form
        noValidate
        className="grid max-w-xl grid-cols-1 gap-5"
        onSubmit={(event) => {
          event.preventDefault();
          if (add.isPending) return;
          const reason = lines > 1 ? "imported" : "by_hand";
          add.mutate({ workspace, list, scope, reason, ...(why && { why }) });
        }}
      >
        <Field
          name="list"
          label={t("stops.addresses")}
          hint={t("stops.addressesHint")}
          error={problemAt(problems, "list") ?? problems.find(({ fieldId }) => !fieldId)?.message}
        >
          {(control) => (
            <Textarea
              {...control}
              rows={4}
              value={list}
              spellCheck={false}
              onChange={(event) => setList(event.target.value)}
            />
          )}
        </Field>
        <div className="grid min-w-0 grid-cols-1 gap-1">
          <label htmlFor={fileId} className="text-sm text-muted">
            {t("stops.file")}
          </label>
          <input
            id={fileId}
            type="file"
            accept=".csv,.tsv,.txt,text/csv,text/plain"
            className="min-h-9 w-full min-w-0 text-sm file:mr-3 file:min-h-9 file:rounded-control file:border file:border-solid file:border-line-strong file:bg-surface file:px-3 file:text-text max-sm:min-h-11 max-sm:file:min-h-11"
            onChange={async ({ target }) => {
              const [file] = target.files ?? [];
              if (file) setList(await textOf(file));
            }}
          />
        </div>
        <RadioGroup
          name="scope"
          legend={t("stops.what")}
          value={scope}
          onValueChange={(value) => setScope(value === "all" ? "all" : "surveys")}
          options={[
            { value: "surveys", label: t("stops.reach.surveys"), hint: t("stops.surveysHint") },
            { value: "all", label: t("stops.reach.all"), hint: t("stops.allHint") },
          ]}
        />
        <Field
          name="why"
          label={t("stops.why")}
          optional={t("form.optional")}
          error={problemAt(problems, "why")}
        >
          {(control) => (
            <TextInput
              {...control}
              value={why}
              maxLength={500}
              onChange={(event) => setWhy(event.target.value)}
            />
          )}
        </Field>
        <div>
          <Button type="submit" aria-disabled={add.isPending || undefined}>
            <span aria-live="polite">{t(add.isPending ? "stops.adding" : "stops.doAdd")}</span>
          </Button>
        </div>
      </form>
      {add.data && <AddedReport report={add.data} />}
    </Section>
  );
}
