import { Pencil } from "lucide-react";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { z } from "zod";
import { withWords } from "#app/_i18n/with-words.tsx";
import { LiveRefresh } from "#app/_live/live-provider.tsx";
import { read } from "#app/_trpc/server.ts";
import { Icon } from "#app/_ui/icon.tsx";
import { KeyValueList } from "#app/_ui/key-value-list.tsx";
import { LinkButton } from "#app/_ui/link-button.tsx";
import { PageHeader } from "#app/_ui/page-header.tsx";
import { Section } from "#app/_ui/section.tsx";
import { TextLink } from "#app/_ui/text-link.tsx";
import type { getContact } from "#server/contact/queries.ts";
import { frameOf } from "../../_frame/frame.ts";
import { mayNoteCases } from "../../cases/new/may-note.ts";
import { managesContacts, t } from "../words.ts";
import { AskingButton } from "./asking-button.tsx";
import { AskingNotice } from "./asking-notice.tsx";
import { factsOf } from "./facts.tsx";
import { Grounds } from "./grounds.tsx";
import { StopHistory } from "./stop-history.tsx";
import { TheirData } from "./their-data.tsx";
import { Timeline } from "./timeline.tsx";

export type FoundContact = Awaited<ReturnType<typeof getContact>>;

export const generateMetadata = (): Metadata => ({ title: t("title") });

export default withWords(["contacts"], ContactPage);

/** One customer: what is known, whether they may be asked, and everything that happened. */
async function ContactPage({ params }: PageProps<"/[workspace]/contacts/[contactId]">) {
  const { workspace, contactId } = await params;
  if (!z.uuid().safeParse(contactId).success) notFound();
  const { member } = await frameOf(workspace);
  const { found, changes, grounds } = await read(async (api) => ({
    found: await api.contact.get({ workspace, contactId }),
    changes: await api.suppression.history({ workspace, contactId }),
    grounds: await api.contact.grounds({ workspace, contactId }),
  }));
  const { contact, account, asking } = found;
  const name = contact.name ?? contact.email ?? t("noName");
  const stopped = !asking.now && asking.because === "stopped";

  return (
    <>
      <LiveRefresh kinds={["contacts", "responses", "cases"]} />
      <PageHeader
        back={<TextLink href={`/${workspace}/contacts`}>{t("back")}</TextLink>}
        title={account ? `${name} · ${account}` : name}
        status={contact.email}
        actions={
          <>
            {mayNoteCases(member.role) && (
              <LinkButton href={`/${workspace}/cases/new?contact=${contactId}`}>{t("newCase")}</LinkButton>
            )}
            {managesContacts(member.role) && (
              <>
                {contact.email && (
                  <AskingButton workspace={workspace} contactId={contactId} name={name} stopped={stopped} />
                )}
                <LinkButton href={`/${workspace}/contacts/${contactId}/edit`}>
                  <Icon of={Pencil} /> {t("edit")}
                </LinkButton>
              </>
            )}
          </>
        }
      />
      <div className="mt-6">
        <AskingNotice found={found} />
      </div>
      <div className="mt-8 grid gap-x-12 gap-y-8 lg:grid-cols-[minmax(0,1fr)_22rem]">
        <Section title={t("timeline")} space="none">
          <Timeline found={found} workspace={workspace} />
        </Section>
        <div>
          <Section title={t("facts")} space="none">
            <KeyValueList items={factsOf(found)} />
          </Section>
          <Grounds found={found} changes={grounds} />
          <StopHistory changes={changes} timezone={found.timezone} />
          {Object.keys(contact.attributes).length > 0 && (
            <Section title={t("attributes")}>
              <KeyValueList
                items={Object.entries(contact.attributes).map(([term, value]) => ({ term, value }))}
              />
            </Section>
          )}
          {managesContacts(member.role) && (
            <TheirData
              workspace={workspace}
              contactId={contactId}
              name={name}
              typed={contact.email ?? contact.name}
            />
          )}
        </div>
      </div>
    </>
  );
}
