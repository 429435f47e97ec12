import { Chip } from "#app/_ui/chip.tsx";
import { Table, Td, Th } from "#app/_ui/table.tsx";
import { TextLink } from "#app/_ui/text-link.tsx";
import type { RouterOutputs } from "#server/router.ts";
import { t } from "./words.ts";

type ContactTableProps = { here: string; contacts: RouterOutputs["contact"]["list"]["contacts"] };

/** Contacts as rows; each name leads to its page. */
export function ContactTable({ here, contacts }: ContactTableProps) {
  return (
    <Table caption={t("list")}>
      <thead>
        <tr>
          <Th>{t("name")}</Th>
          <Th>{t("email")}</Th>
          <Th>{t("account")}</Th>
          <Th>{t("employee")}</Th>
          <Th>{t("language")}</Th>
          <Th>{t("state")}</Th>
        </tr>
      </thead>
      <tbody>
        {contacts.map((contact) => (
          <tr key={contact.id}>
            <Th scope="row">
              <TextLink href={`${here}/${contact.id}`}>{contact.name ?? t("noName")}</TextLink>
            </Th>
            <Td>{contact.email}</Td>
            <Td>{contact.account}</Td>
            <Td>{contact.employee}</Td>
            <Td>{contact.locale}</Td>
            <Td>
              {contact.suppressed ? (
                <Chip>{t("stopped")}</Chip>
              ) : (
                <span className="text-muted">{t("mayAsk")}</span>
              )}
            </Td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
