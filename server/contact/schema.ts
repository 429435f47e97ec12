import { z } from "zod";
import { grounds } from "#server/legal/rules.ts";
import { refusal } from "#server/refusal.ts";

const words = (most: number) => z.string().trim().max(most, refusal("tooLong", { most }));
const optional = (most: number) => words(most).nullish();

/** A customer as programs and files bring them. Only the address is needed; what is absent or empty leaves what is known. */
export const ContactInput = z.strictObject({
  email: words(254),
  name: optional(200),
  locale: optional(40),
  externalId: optional(200),
  account: optional(200),
  team: optional(200),
  employee: optional(254),
  /** On what ground we may ask; consent comes with its date and where it was given. */
  legalGround: z.enum(grounds, refusal("groundNames")).nullish(),
  groundSource: optional(300),
  consentedAt: z
    .union([z.iso.date(), z.iso.datetime({ offset: true, local: true })], refusal("consentDate"))
    .nullish(),
  attributes: z
    .record(
      words(100).min(1),
      z.union([z.string(), z.number(), z.boolean()]).transform(String).pipe(words(1000)),
    )
    .refine((attributes) => Object.keys(attributes).length <= 100, refusal("attributesMost", { most: 100 }))
    .nullish(),
});
export type ContactInput = z.infer<typeof ContactInput>;

/** At most 1,000 at once; each is taken or refused by itself. */
export const UpsertContacts = z.strictObject({
  contacts: z
    .array(z.unknown())
    .min(1, refusal("contactsNone"))
    .max(1000, refusal("contactsMost", { most: 1_000 })),
});
export type UpsertContacts = z.infer<typeof UpsertContacts>;

export const ListContacts = z.object({
  q: words(200).optional(),
  cursor: z.string().max(500).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
export type ListContacts = z.infer<typeof ListContacts>;

export const GetContact = z.object({ contactId: z.uuid() });
export type GetContact = z.infer<typeof GetContact>;

export const SaveContact = z.object({ contact: ContactInput });
export type SaveContact = z.infer<typeof SaveContact>;

/** What a contact becomes: an empty field is emptied, attributes that are left out stay as they are. */
export const UpdateContact = z.object({ contactId: z.uuid(), contact: ContactInput });
export type UpdateContact = z.infer<typeof UpdateContact>;

/** Somebody who came without being known: a name or an address at least. */
export const Caller = z.object({
  name: words(200).optional(),
  email: words(254).optional(),
  phone: words(60).optional(),
});
export type Caller = z.infer<typeof Caller>;
