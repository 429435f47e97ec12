import type { Metadata } from "next";
import { withWords } from "#app/_i18n/with-words.tsx";
import { PageHeader } from "#app/_ui/page-header.tsx";
import { TextLink } from "#app/_ui/text-link.tsx";
import { frameOf } from "../../_frame/frame.ts";
import { ContactForm } from "../contact-form.tsx";
import { managesContacts, t } from "../words.ts";

export const generateMetadata = (): Metadata => ({ title: t("form.title") });

export default withWords(["contacts", "legal"], NewContactPage);

async function NewContactPage({ params }: PageProps<"/[workspace]/contacts/new">) {
  const { workspace } = await params;
  const { member } = await frameOf(workspace);
  const mayAdd = managesContacts(member.role);
  return (
    <>
      <PageHeader
        back={<TextLink href={`/${workspace}/contacts`}>{t("back")}</TextLink>}
        title={t("form.title")}
        status={mayAdd ? undefined : t("forbidden")}
      />
      {mayAdd && <ContactForm workspace={workspace} />}
    </>
  );
}
