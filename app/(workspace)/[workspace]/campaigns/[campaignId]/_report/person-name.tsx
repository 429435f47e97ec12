import { TextLink } from "#app/_ui/text-link.tsx";
import { t } from "../../_campaigns/words.ts";

type PersonNameProps = {
  workspace: string;
  person: { contactId: string; name: string | null; email: string | null; externalId?: string | null };
};

/** A customer by the best name there is, with the way to what is known; of one who was erased, that it was so. */
export function PersonName({ workspace, person }: PersonNameProps) {
  const name = person.name || person.email || person.externalId;
  if (!name) return t("one.erased");
  return <TextLink href={`/${workspace}/contacts/${person.contactId}`}>{name}</TextLink>;
}
