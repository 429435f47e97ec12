import { emailKeyOf, localeOf } from "./rules.ts";
import { ContactInput } from "./schema.ts";

/** A contact ready to be kept; `emailKey` is what makes its address unique. */
export type ReadyContact = ContactInput & { emailKey: string };

/** What is wrong with a contact: the field ("attributes.Shoe size" for one of its own) and how to mend it. */
export type ContactProblem = { field: string; reason: string };

/** A contact ready to be kept, or the first field that is wrong and how to mend it. */
export function checkContact(contact: unknown): ReadyContact | ContactProblem {
  const parsed = ContactInput.safeParse(contact);
  if (!parsed.success) {
    const issue = parsed.error.issues[0]!;
    const field = issue.code === "unrecognized_keys" ? issue.keys[0] : issue.path.join(".");
    return { field: field || "contact", reason: issue.message };
  }
  const emailKey = emailKeyOf(parsed.data.email);
  if (!emailKey) {
    const reason = "This is not an e-mail address mail can be sent to, like name@example.com.";
    return { field: "email", reason: parsed.data.email === "" ? "The e-mail address is missing." : reason };
  }
  const locale = parsed.data.locale ? localeOf(parsed.data.locale) : null;
  if (parsed.data.locale && !locale) {
    return { field: "locale", reason: "Write the language as a code like sv or en, or by its name." };
  }
  return { ...parsed.data, locale, emailKey };
}
