"use client";

import { useState } from "react";
import { problemAt, typed } from "#app/_form/problems.ts";
import type { Words } from "#app/_i18n/words.ts";
import { ErrorSummary } from "#app/_ui/error-summary.tsx";
import { SubmitButton } from "#app/_ui/submit-button.tsx";
import { goToCompany, isCompanyDemanded, type RefusalWords, signInBy } from "./credentials.ts";
import { EmailField } from "./email-field.tsx";
import type { signInKeys } from "./form-keys.ts";
import { PasswordField } from "./password-field.tsx";
import { useSubmission } from "./use-submission.ts";

type SignInFormProps = {
  next: string;
  /** Whether the company's own sign-in is looked for. */
  looks: boolean;
  words: Words<(typeof signInKeys)[number]> & RefusalWords;
};

/**
 * Address and password; leads to `next`. Where the company of an address has a sign-in that its people must use, that takes the
 * place of the password as soon as the address is typed; `/sign-in?password` does not ask, for the one administrator who
 * may go on with a password.
 */
export function SignInForm({ next, looks, words }: SignInFormProps) {
  /** Of which domain it was asked whether a company demands its own sign-in, and what was said. */
  const [company, setCompany] = useState<{ domain: string; demanded: boolean }>();

  async function look(email: string): Promise<void> {
    const domain = domainOf(email);
    if (!domain.includes(".") || domain === company?.domain) return;
    setCompany({ domain, demanded: false });
    const demanded = await isCompanyDemanded(email, words);
    setCompany((now) => (now?.domain === domain ? { domain, demanded } : now));
  }

  const { problems, pending, onSubmit } = useSubmission(async (form) => {
    const [email, password] = [typed(form, "email").trim(), typed(form, "password")];
    if (company?.demanded || (looks && !password && (await isCompanyDemanded(email, words))))
      return goToCompany(email, next, words);
    const refused = await signInBy("/sign-in/email", { email, password }, words, next);
    if (refused.some(({ message }) => message === words.companyDemands))
      setCompany({ domain: domainOf(email), demanded: true });
    return refused;
  });

  return (
    <form method="post" noValidate onSubmit={onSubmit} className="grid gap-4">
      <ErrorSummary title={words.problemTitle} errors={problems} />
      <EmailField
        label={words.email}
        error={problemAt(problems, "email")}
        onLeave={looks ? look : undefined}
      />
      {company?.demanded ? (
        <p className="text-muted">{words.companyDemands}</p>
      ) : (
        <PasswordField
          label={words.password}
          showLabel={words.showPassword}
          autoComplete="current-password"
          error={problemAt(problems, "password")}
        />
      )}
      <SubmitButton
        pendingLabel={company?.demanded ? words.goingToCompany : words.signingIn}
        pending={pending}
      >
        {company?.demanded ? words.companySignIn : words.signIn}
      </SubmitButton>
    </form>
  );
}

const domainOf = (email: string) => email.split("@")[1]?.toLowerCase() ?? "";
