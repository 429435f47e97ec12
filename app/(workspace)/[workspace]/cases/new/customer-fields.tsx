"use client";

import { useQuery } from "@tanstack/react-query";
import { useDeferredValue, useState } from "react";
import { type Problem, problemAt } from "#app/_form/problems.ts";
import { useTRPC } from "#app/_trpc/client.tsx";
import { Button } from "#app/_ui/button.tsx";
import { Failure } from "#app/_ui/failure.tsx";
import { Field } from "#app/_ui/field.tsx";
import { panelItemClass } from "#app/_ui/panel-item-class.ts";
import { TextInput } from "#app/_ui/text-input.tsx";
import { useActing } from "../_act/use-acting.ts";
import { words } from "../words.ts";

export type KnownCustomer = { id: string; name: string; email: string | null; account: string | null };

type CustomerFieldsProps = {
  customer: KnownCustomer | "new" | null;
  onChoose(customer: KnownCustomer | "new" | null): void;
  problems: readonly Problem[];
};

const mostFound = 6;

/** Which customer it is: one who is known, found by name or address, or somebody new. */
export function CustomerFields({ customer, onChoose, problems }: CustomerFieldsProps) {
  const t = words();
  const [q, setQ] = useState("");
  if (customer === "new") return <NewCustomer name={q} problems={problems} onBack={() => onChoose(null)} />;
  if (customer) {
    return (
      <div className="flex flex-wrap items-center justify-between gap-3 border-y border-line py-3">
        <p className="min-w-0 break-words">
          <span className="font-medium">{customer.name}</span>
          <span className="block text-sm text-muted">
            {[customer.account, customer.email ?? t("newCase.noEmail")].filter(Boolean).join(" · ")}
          </span>
        </p>
        <Button onClick={() => onChoose(null)}>{t("newCase.other")}</Button>
      </div>
    );
  }
  return (
    <div>
      <Field
        name="find"
        label={t("newCase.find")}
        hint={t("newCase.findHint")}
        error={problemAt(problems, "find")}
      >
        {(control) => (
          <TextInput
            {...control}
            type="search"
            autoComplete="off"
            value={q}
            onChange={(event) => setQ(event.target.value)}
          />
        )}
      </Field>
      <Found q={q} onChoose={onChoose} />
    </div>
  );
}

function Found({ q, onChoose }: { q: string; onChoose(customer: KnownCustomer | "new"): void }) {
  const t = words();
  const { workspace } = useActing();
  const asked = useDeferredValue(q.trim());
  const found = useQuery(
    useTRPC().contact.list.queryOptions(
      { workspace, q: asked, limit: mostFound },
      { enabled: asked.length > 1, placeholderData: (before) => before },
    ),
  );
  const contacts = asked.length > 1 ? (found.data?.contacts ?? []) : [];
  return (
    <div className="mt-2">
      <p role="status" className="sr-only">
        {asked.length > 1 && found.isSuccess && t("newCase.found", { n: contacts.length })}
      </p>
      {found.isError && <Failure>{found.error.message}</Failure>}
      <ul aria-label={t("newCase.matches")} className="empty:hidden">
        {contacts.map(({ id, name, email, account }) => (
          <li key={id}>
            <button
              type="button"
              className={panelItemClass}
              onClick={() => onChoose({ id, email, account, name: name ?? email ?? t("noName") })}
            >
              <span className="min-w-0 break-words text-left">
                {name ?? email ?? t("noName")}
                <span className="block text-sm text-muted">
                  {[account, name ? email : null].filter(Boolean).join(" · ")}
                </span>
              </span>
            </button>
          </li>
        ))}
      </ul>
      <Button variant="quiet" className="mt-1" onClick={() => onChoose("new")}>
        {t("newCase.somebodyNew")}
      </Button>
    </div>
  );
}

type NewCustomerProps = { name: string; problems: readonly Problem[]; onBack(): void };

function NewCustomer({ name, problems, onBack }: NewCustomerProps) {
  const t = words();
  const isAddress = name.includes("@");
  const field = (of: "name" | "email" | "phone", type: string, written?: string) => (
    <Field
      name={of}
      label={t(`newCase.${of}`)}
      optional={t("newCase.optional")}
      hint={of === "email" ? t("newCase.emailHint") : undefined}
      error={problemAt(problems, of)}
    >
      {(control) => <TextInput {...control} type={type} autoComplete="off" defaultValue={written} />}
    </Field>
  );
  return (
    <fieldset className="grid gap-4 border-y border-line py-4">
      <legend className="sr-only">{t("newCase.somebodyNew")}</legend>
      {field("name", "text", isAddress ? "" : name)}
      {field("email", "email", isAddress ? name : "")}
      {field("phone", "tel")}
      <p className="max-w-[66ch] text-sm text-muted">{t("newCase.law")}</p>
      <Button variant="quiet" className="justify-self-start" onClick={onBack}>
        {t("newCase.known")}
      </Button>
    </fieldset>
  );
}
