"use client";

import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import type { FormEvent } from "react";
import { problemAt, problemsOf, typed } from "#app/_form/problems.ts";
import { useTRPC } from "#app/_trpc/client.tsx";
import { Checkbox } from "#app/_ui/checkbox.tsx";
import { ErrorSummary } from "#app/_ui/error-summary.tsx";
import { Field } from "#app/_ui/field.tsx";
import { RadioGroup } from "#app/_ui/radio-group.tsx";
import { SubmitButton } from "#app/_ui/submit-button.tsx";
import { TextInput } from "#app/_ui/text-input.tsx";
import { toast } from "#app/_ui/toast.ts";
import { shapes } from "#server/chat/choices.ts";
import { shared, t } from "./words.ts";

type ChannelFormProps = {
  workspace: string;
  /** Absent: a new one. */
  channel?: {
    id: string;
    name: string;
    shape: (typeof shapes)[number];
    host: string;
    lastFour: string;
    saysWords: boolean;
    offAt: Date | null;
  };
};

const options = () =>
  shapes.map((value) => ({
    value,
    label: t(`shapes.${value}`),
    hint: t(`shapeHints.${value}`),
  }));

/** A chat channel: where it is, its webhook, and whether customers' words may go there. */
export function ChannelForm({ workspace, channel }: ChannelFormProps) {
  const router = useRouter();
  const trpc = useTRPC();
  const done = {
    onSuccess() {
      toast.success(t(channel ? "saved" : "added"));
      router.push(`/${workspace}/settings/alerts`);
      router.refresh();
    },
  };
  const add = useMutation(trpc.chat.add.mutationOptions(done));
  const change = useMutation(trpc.chat.change.mutationOptions(done));
  const { error, isPending } = channel ? change : add;
  const problems = problemsOf(error, shared("unreachable"));
  const at = (field: string) => problemAt(problems, field);

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const content = {
      ...{ workspace, name: typed(form, "name"), address: typed(form, "address") },
      shape: shapes.find((one) => one === typed(form, "shape")) ?? "slack",
      saysWords: form.has("saysWords"),
    };
    if (channel) return change.mutate({ ...content, channelId: channel.id });
    add.mutate(content);
  }

  return (
    <form method="post" noValidate onSubmit={submit} className="grid gap-5">
      <ErrorSummary title={shared("formTitle")} errors={problems} />
      <RadioGroup
        name="shape"
        legend={t("shape")}
        options={options()}
        defaultValue={channel?.shape ?? "slack"}
        error={at("shape")}
      />
      <Field name="name" label={t("channelName")} hint={t("channelNameHint")} error={at("name")}>
        {(control) => (
          <TextInput {...control} defaultValue={channel?.name} maxLength={60} autoComplete="off" required />
        )}
      </Field>
      <Field name="address" label={t("address")} hint={hintOf(channel)} error={at("address")}>
        {(control) => (
          <TextInput {...control} type="url" autoComplete="off" spellCheck={false} required={!channel} />
        )}
      </Field>
      <Checkbox
        name="saysWords"
        label={t("words")}
        hint={t("wordsHint")}
        defaultChecked={channel?.saysWords ?? false}
      />
      <SubmitButton
        pendingLabel={t(channel ? "saving" : "adding")}
        pending={isPending}
        className="justify-self-start"
      >
        {t(channel ? "save" : "add")}
      </SubmitButton>
    </form>
  );
}

function hintOf(channel: ChannelFormProps["channel"]): string {
  if (!channel) return t("addressHint");
  const { offAt, host, lastFour } = channel;
  return offAt ? t("addressOff") : t("addressKept", { host, lastFour });
}
