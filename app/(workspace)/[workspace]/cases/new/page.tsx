import type { Metadata } from "next";
import { z } from "zod";
import { read } from "#app/_trpc/server.ts";
import { PageHeader } from "#app/_ui/page-header.tsx";
import { TextLink } from "#app/_ui/text-link.tsx";
import { frameOf } from "../../_frame/frame.ts";
import { words } from "../words.ts";
import { mayNoteCases } from "./may-note.ts";
import { NewCaseForm } from "./new-case-form.tsx";

export const generateMetadata = (): Metadata => ({ title: words()("newCase.title") });

/** A case for a customer who called, wrote elsewhere or came by: who it was and what they said. */
export default async function NewCasePage({ params, searchParams }: PageProps<"/[workspace]/cases/new">) {
  const { workspace } = await params;
  const asked = z.uuid().safeParse((await searchParams).contact);
  const { member } = await frameOf(workspace);
  const mayNote = mayNoteCases(member.role);
  const known =
    mayNote && asked.success
      ? await read((api) => api.contact.get({ workspace, contactId: asked.data }))
      : null;
  const t = words();
  return (
    <>
      <PageHeader
        back={<TextLink href={`/${workspace}/cases`}>{t("back")}</TextLink>}
        title={t("newCase.title")}
        status={t(mayNote ? "newCase.about" : "newCase.forbidden")}
      />
      {mayNote && (
        <NewCaseForm
          known={
            known && {
              id: known.contact.id,
              name: known.contact.name ?? known.contact.email ?? t("noName"),
              email: known.contact.email,
              account: known.account,
            }
          }
        />
      )}
    </>
  );
}
