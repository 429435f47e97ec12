"use client";

import { useState } from "react";
import { problemAt } from "#app/_form/problems.ts";
import { Checkbox } from "#app/_ui/checkbox.tsx";
import { Field } from "#app/_ui/field.tsx";
import { TextInput } from "#app/_ui/text-input.tsx";
import { Textarea } from "#app/_ui/textarea.tsx";
import type { LeftOut } from "#server/campaign/schema.ts";
import { t } from "../../_campaigns/words.ts";
import { addressesIn } from "./addresses-in.ts";
import type { Draft } from "./use-draft.ts";

/** Whether somebody of the chosen people is left out by hand, who, and why. */
export function LeaveFields({ draft, leftOut }: { draft: Draft; leftOut: LeftOut | null }) {
  const [leaves, setLeaves] = useState(leftOut !== null);
  const [why, setWhy] = useState(leftOut?.why ?? "");
  const [written, setWritten] = useState(leftOut?.emails.join("\n") ?? "");

  function save(next: { leaves?: boolean; why?: string; written?: string }) {
    const now = { leaves, why, written, ...next };
    draft.change({ leftOut: now.leaves ? { why: now.why, emails: addressesIn(now.written) } : null });
  }

  return (
    <>
      <Checkbox
        label={t("people.leave")}
        hint={t("people.leaveHint")}
        checked={leaves}
        onChange={(event) => {
          setLeaves(event.target.checked);
          save({ leaves: event.target.checked });
        }}
      />
      {leaves && (
        <>
          <Field
            name="leftOut.emails"
            label={t("people.leaveAddresses")}
            error={problemAt(draft.problems, "leftOut.emails")}
          >
            {(control) => (
              <Textarea
                {...control}
                rows={4}
                value={written}
                spellCheck={false}
                autoComplete="off"
                className="max-h-96"
                onChange={({ target: { value } }) => {
                  setWritten(value);
                  save({ written: value });
                }}
              />
            )}
          </Field>
          <Field
            name="leftOut.why"
            label={t("people.leaveWhy")}
            optional={t("text.optional")}
            hint={t("people.leaveWhyHint")}
            error={problemAt(draft.problems, "leftOut.why")}
          >
            {(control) => (
              <TextInput
                {...control}
                value={why}
                maxLength={300}
                onChange={({ target: { value } }) => {
                  setWhy(value);
                  save({ why: value });
                }}
              />
            )}
          </Field>
        </>
      )}
    </>
  );
}
