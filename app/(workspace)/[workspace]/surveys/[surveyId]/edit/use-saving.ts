"use client";

import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { type Problem, problemsOf } from "#app/_form/problems.ts";
import { useTRPC } from "#app/_trpc/client.tsx";
import { toast } from "#app/_ui/toast.ts";
import { shared, t } from "../../_surveys/words.ts";
import { type Draft, draftOf, textsOf } from "./draft.ts";

type Saved = Parameters<typeof draftOf>[0] & { updatedAt: Date | string };

/**
 * Saves a draft, or publishes it, each against the survey as it was `seen`, and tells `onSaved` what is saved now. The
 * problems of the last try are those of the form's fields.
 */
export function useSaving(
  ids: { workspace: string; surveyId: string },
  seenAt: Date,
  onSaved: (now: Draft) => void,
) {
  const router = useRouter();
  const [seen, setSeen] = useState(seenAt);
  const survey = useTRPC().survey;
  const after = (message: string) => (row: Saved) => {
    setSeen(new Date(row.updatedAt));
    onSaved(draftOf(row));
    toast.success(message);
    router.refresh();
  };
  const save = useMutation(survey.update.mutationOptions({ onSuccess: after(t("saved")) }));
  const publish = useMutation(survey.publish.mutationOptions({ onSuccess: after(t("published")) }));
  const inputOf = ({ name, touchpoint, kind, tone, drivers, texts }: Draft) => ({
    ...{ ...ids, seen, name, touchpoint, kind },
    draft: { tone, drivers, texts: textsOf({ texts }) },
  });
  return {
    problems: [save, publish].flatMap(({ error }) => problemsOf(error, shared("unreachable"))).map(atField),
    saving: save.isPending,
    publishing: publish.isPending,
    save(draft: Draft) {
      publish.reset();
      save.mutate(inputOf(draft));
    },
    publish(draft: Draft) {
      save.reset();
      publish.mutate(inputOf(draft));
    },
  };
}

/** Words are sent as `draft`, and stand in the form without that. */
const atField = ({ fieldId, message }: Problem): Problem => ({
  fieldId: fieldId?.replace(/^draft\./, ""),
  message,
});
