import { type Refusal, refusal } from "#server/refusal.ts";
import { refusalOf } from "#server/refused-input.ts";
import { emailKeyOf, localeOf } from "./rules.ts";
import { ContactInput } from "./schema.ts";

/** A contact ready to be kept; `emailKey` is what makes its address unique, `consentedAt` is UTC. */
export type ReadyContact = Omit<ContactInput, "consentedAt"> & { emailKey: string; consentedAt: Date | null };

/** What is wrong with a contact: the field ("attributes.Shoe size" for one of its own) and how to mend it. */
export type ContactProblem = { field: string; reason: Refusal };

/**
 * A contact ready to be kept, or the first field that is wrong and how to mend it.
 *
 * @param now no consent was given later
 */
export function checkContact(contact: unknown, now: Date): ReadyContact | ContactProblem {
  const parsed = ContactInput.safeParse(contact);
  if (!parsed.success) {
    const issue = parsed.error.issues[0]!;
    const field = issue.code === "unrecognized_keys" ? issue.keys[0] : issue.path.join(".");
    return {
      field: field || "contact",
      reason: issue.code === "unrecognized_keys" ? refusal("noField") : refusalOf(issue),
    };
  }
  const emailKey = emailKeyOf(parsed.data.email);
  if (!emailKey) {
    const reason = refusal("email");
    return { field: "email", reason: parsed.data.email === "" ? refusal("emailMissing") : reason };
  }
  const locale = parsed.data.locale ? localeOf(parsed.data.locale) : null;
  if (parsed.data.locale && !locale) {
    return { field: "locale", reason: refusal("languageCode") };
  }
  const consentedAt = parsed.data.consentedAt ? new Date(parsed.data.consentedAt) : null;
  const wrong = groundProblem({ ...parsed.data, consentedAt }, now);
  return wrong ?? { ...parsed.data, locale, emailKey, consentedAt };
}

/** Consent is worth what is known of it: GDPR article 7 (1) wants it shown. */
function groundProblem(
  {
    legalGround,
    groundSource,
    consentedAt,
  }: Pick<ReadyContact, "legalGround" | "groundSource" | "consentedAt">,
  now: Date,
): ContactProblem | null {
  if (consentedAt && consentedAt > now) {
    return { field: "consentedAt", reason: refusal("dateAhead") };
  }
  if (legalGround !== "consent") return null;
  if (!consentedAt) return { field: "consentedAt", reason: refusal("consentWhen") };
  return groundSource ? null : { field: "groundSource", reason: refusal("consentWhere") };
}
