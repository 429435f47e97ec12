import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { z } from "zod";
import { LiveRefresh } from "#app/_live/live-provider.tsx";
import { read } from "#app/_trpc/server.ts";
import { KeyValueList } from "#app/_ui/key-value-list.tsx";
import { Notice } from "#app/_ui/notice.tsx";
import { PageHeader } from "#app/_ui/page-header.tsx";
import { Section } from "#app/_ui/section.tsx";
import { TextLink } from "#app/_ui/text-link.tsx";
import type { getContact } from "#server/contact/queries.ts";
import { t } from "../words.ts";
import { AskingButton } from "./asking-button.tsx";
import { Timeline } from "./timeline.tsx";

export type FoundContact = Awaited<ReturnType<typeof getContact>>;

export const metadata: Metadata = { title: t("title") };

/** One customer: what is known, whether they may be asked, and everything that happened. */
export default async function ContactPage({ params }: PageProps<"/[workspace]/contacts/[contactId]">) {
  const { workspace, contactId } = await params;
  if (!z.uuid().safeParse(contactId).success) notFound();
  const found = await read((api) => api.contact.get({ workspace, contactId }));
  const { contact, account, suppressions } = found;
  const name = contact.name ?? contact.email ?? t("noName");
  const stopped = suppressions.length > 0;

  return (
    <>
      <LiveRefresh kinds={["contacts", "responses", "cases"]} />
      <PageHeader
        back={<TextLink href={`/${workspace}/contacts`}>{t("back")}</TextLink>}
        title={account ? `${name} · ${account}` : name}
        status={contact.email}
        actions={
          contact.email && <AskingButton workspace={workspace} contactId={contactId} stopped={stopped} />
        }
      />
      {stopped && (
        <div className="mt-6">
          <Notice title={t("stoppedTitle")}>
            {suppressions.map(({ reason }) => (
              <p key={reason}>{t(`suppression.${reason}`)}</p>
            ))}
          </Notice>
        </div>
      )}
      <div className="mt-8 grid gap-x-12 gap-y-8 lg:grid-cols-[minmax(0,1fr)_22rem]">
        <Section title={t("timeline")} space="none">
          <Timeline found={found} workspace={workspace} />
        </Section>
        <Section title={t("facts")} space="none">
          <KeyValueList items={factsOf(found)} />
        </Section>
      </div>
    </>
  );
}

function factsOf({ contact, account, team }: FoundContact) {
  return [
    { term: t("email"), value: contact.email },
    { term: t("account"), value: account },
    { term: t("team"), value: team },
    { term: t("employee"), value: contact.employee },
    { term: t("language"), value: contact.locale },
    { term: t("externalId"), value: contact.externalId },
    ...Object.entries(contact.attributes).map(([term, value]) => ({ term, value })),
    { term: t("source"), value: contact.source },
    { term: t("legalGround"), value: contact.legalGround },
  ].filter((fact) => fact.value);
}
