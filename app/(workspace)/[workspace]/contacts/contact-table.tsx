import { Chip } from "#app/_ui/chip.tsx";
import { Table, Td, Th } from "#app/_ui/table.tsx";
import { TextLink } from "#app/_ui/text-link.tsx";
import type { RouterOutputs } from "#server/router.ts";
import { t } from "./words.ts";

type ContactTableProps = { here: string; contacts: RouterOutputs["contact"]["list"]["contacts"] };

const wide = "max-sm:hidden";

/** Contacts as rows; each name leads to its page. On a phone the address stands under the name. */
export function ContactTable({ here, contacts }: ContactTableProps) {
  return (
    <Table caption={t("list")}>
      <thead>
        <tr>
          <Th>{t("name")}</Th>
          <Th className={wide}>{t("email")}</Th>
          <Th className={wide}>{t("account")}</Th>
          <Th className="max-lg:hidden">{t("employee")}</Th>
          <Th className="max-lg:hidden">{t("language")}</Th>
          <Th>{t("state")}</Th>
        </tr>
      </thead>
      <tbody>
        {contacts.map((contact) => (
          <tr key={contact.id}>
            <Th scope="row" className="break-words">
              <TextLink href={`${here}/${contact.id}`}>
                {contact.name ?? contact.email ?? t("noName")}
              </TextLink>
              <span className="block font-normal break-all text-muted sm:hidden">
                {contact.name ? contact.email : contact.account}
              </span>
            </Th>
            <Td className={`${wide} break-all`}>{contact.email}</Td>
            <Td className={wide}>{contact.account}</Td>
            <Td className="max-lg:hidden">{contact.employee}</Td>
            <Td className="max-lg:hidden">{contact.locale}</Td>
            <Td>
              {contact.suppressed ? (
                <Chip>{t("stopped")}</Chip>
              ) : (
                <span className="text-muted">{t(contact.email ? "mayAsk" : "noAddress")}</span>
              )}
            </Td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
