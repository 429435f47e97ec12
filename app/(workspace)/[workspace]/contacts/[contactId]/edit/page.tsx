import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { z } from "zod";
import { withWords } from "#app/_i18n/with-words.tsx";
import { read } from "#app/_trpc/server.ts";
import { PageHeader } from "#app/_ui/page-header.tsx";
import { TextLink } from "#app/_ui/text-link.tsx";
import { frameOf } from "../../../_frame/frame.ts";
import { ContactForm } from "../../contact-form.tsx";
import { managesContacts, t } from "../../words.ts";

export const generateMetadata = (): Metadata => ({ title: t("form.editTitle") });

export default withWords(["contacts", "legal"], EditContactPage);

/** What is known of a customer, to be corrected by hand. */
async function EditContactPage({ params }: PageProps<"/[workspace]/contacts/[contactId]/edit">) {
  const { workspace, contactId } = await params;
  if (!z.uuid().safeParse(contactId).success) notFound();
  const { member } = await frameOf(workspace);
  const mayEdit = managesContacts(member.role);
  const { contact, account, team } = await read((api) => api.contact.get({ workspace, contactId }));
  const written = {
    email: contact.email ?? "",
    name: contact.name ?? "",
    account: account ?? "",
    team: team ?? "",
    employee: contact.employee ?? "",
    externalId: contact.externalId ?? "",
    locale: contact.locale ?? "",
    attributes: contact.attributes,
    ground: contact.legalGround,
    groundSource: contact.groundSource ?? "",
    consentedOn: contact.consentedAt?.toISOString().slice(0, 10) ?? "",
  };
  const name = contact.name ?? contact.email ?? t("noName");
  return (
    <>
      <PageHeader
        back={<TextLink href={`/${workspace}/contacts/${contactId}`}>{name}</TextLink>}
        title={t("form.editTitle")}
        status={mayEdit ? undefined : t("forbidden")}
      />
      {mayEdit && <ContactForm workspace={workspace} contactId={contactId} written={written} />}
    </>
  );
}
