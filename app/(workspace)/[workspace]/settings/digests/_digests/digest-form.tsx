"use client";

import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { type FormEvent, useState } from "react";
import { problemAt, problemsOf, typed } from "#app/_form/problems.ts";
import { useTRPC } from "#app/_trpc/client.tsx";
import { ErrorSummary } from "#app/_ui/error-summary.tsx";
import { Field } from "#app/_ui/field.tsx";
import { LanguageOptions } from "#app/_ui/language-options.tsx";
import { RadioGroup } from "#app/_ui/radio-group.tsx";
import { Select } from "#app/_ui/select.tsx";
import { SubmitButton } from "#app/_ui/submit-button.tsx";
import { toast } from "#app/_ui/toast.ts";
import type { CreateDigest } from "#server/digest/schema.ts";
import { type Locale, locales } from "#server/i18n/locales.ts";
import { timeInWords, weekdayName } from "./in-words.ts";
import { shared, t } from "./words.ts";

const rhythms = ["daily", "weekly", "monthly"] as const satisfies CreateDigest["rhythm"][];
const weekdays = [1, 2, 3, 4, 5, 6, 7];

type Timing = { rhythm: CreateDigest["rhythm"]; weekday: number; hour: number; locale: Locale };

type DigestFormProps = {
  workspace: string;
  /** Absent: a new one. */
  digestId?: string;
  /** The words that narrow the answers. */
  filter: string;
  timezone: string;
  /** Whom it can be for beside oneself. */
  colleagues: readonly { userId: string; name: string }[];
  begin: Timing;
};

const options = () =>
  rhythms.map((value) => ({
    value,
    label: t(`rhythms.${value}`),
    hint: t(`rhythmHints.${value}`),
  }));

/** When a digest comes, in which language and for whom; sets it up or keeps what was changed. */
export function DigestForm({ workspace, digestId, filter, timezone, colleagues, begin }: DigestFormProps) {
  const router = useRouter();
  const trpc = useTRPC();
  const [rhythm, setRhythm] = useState<string>(begin.rhythm);
  const done = {
    onSuccess() {
      toast.success(t(digestId ? "saved" : "created"));
      router.push(`/${workspace}/settings/digests`);
      router.refresh();
    },
  };
  const create = useMutation(trpc.digest.create.mutationOptions(done));
  const change = useMutation(trpc.digest.change.mutationOptions(done));
  const { error, isPending } = digestId ? change : create;
  const problems = problemsOf(error, shared("unreachable"));
  const at = (field: string) => problemAt(problems, field);

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const content = {
      ...{ workspace, filter, rhythm: rhythms.find((one) => one === rhythm) ?? begin.rhythm },
      ...{ weekday: typed(form, "weekday") || null, hour: typed(form, "hour") },
      locale: locales.find((one) => one === typed(form, "locale")) ?? begin.locale,
    };
    if (digestId) return change.mutate({ ...content, digestId });
    create.mutate({ ...content, userId: typed(form, "userId") || undefined });
  }

  return (
    <form method="post" noValidate onSubmit={submit} className="grid gap-5">
      <ErrorSummary title={shared("formTitle")} errors={problems} />
      <RadioGroup
        name="rhythm"
        legend={t("rhythm")}
        options={options()}
        value={rhythm}
        onValueChange={setRhythm}
        error={at("rhythm")}
      />
      {rhythm === "weekly" && (
        <Field name="weekday" label={t("weekday")} error={at("weekday")}>
          {(control) => (
            <Select {...control} defaultValue={begin.weekday} className="w-44">
              {weekdays.map((weekday) => (
                <option key={weekday} value={weekday}>
                  {weekdayName(weekday)}
                </option>
              ))}
            </Select>
          )}
        </Field>
      )}
      <Field name="hour" label={t("hour")} hint={t("hourHint", { timezone })} error={at("hour")}>
        {(control) => (
          <Select {...control} defaultValue={begin.hour} className="w-28">
            {Array.from({ length: 24 }, (_, hour) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the index is the hour
              <option key={hour} value={hour}>
                {timeInWords(hour)}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <Field name="locale" label={t("language")} error={at("locale")}>
        {(control) => (
          <Select {...control} defaultValue={begin.locale} className="max-w-60">
            <LanguageOptions />
          </Select>
        )}
      </Field>
      {colleagues.length > 0 && (
        <Field name="userId" label={t("reader")} hint={t("readerHint")} error={at("userId")}>
          {(control) => (
            <Select {...control} defaultValue="" className="max-w-60">
              <option value="">{t("myself")}</option>
              {colleagues.map(({ userId, name }) => (
                <option key={userId} value={userId}>
                  {name}
                </option>
              ))}
            </Select>
          )}
        </Field>
      )}
      <SubmitButton
        pendingLabel={t(digestId ? "saving" : "creating")}
        pending={isPending}
        className="justify-self-start"
      >
        {t(digestId ? "save" : "create")}
      </SubmitButton>
    </form>
  );
}
