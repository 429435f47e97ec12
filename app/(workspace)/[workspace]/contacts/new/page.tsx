import type { Metadata } from "next";
import { PageHeader } from "#app/_ui/page-header.tsx";
import { TextLink } from "#app/_ui/text-link.tsx";
import { t } from "../words.ts";
import { ContactForm } from "./contact-form.tsx";

export const metadata: Metadata = { title: t("form.title") };

export default async function NewContactPage({ params }: PageProps<"/[workspace]/contacts/new">) {
  const { workspace } = await params;
  return (
    <>
      <PageHeader
        back={<TextLink href={`/${workspace}/contacts`}>{t("back")}</TextLink>}
        title={t("form.title")}
      />
      <ContactForm workspace={workspace} />
    </>
  );
}
