import { Upload, UserPlus } from "lucide-react";
import type { Metadata } from "next";
import { LiveRefresh } from "#app/_live/live-provider.tsx";
import { read } from "#app/_trpc/server.ts";
import { Button } from "#app/_ui/button.tsx";
import { EmptyState } from "#app/_ui/empty-state.tsx";
import { Icon } from "#app/_ui/icon.tsx";
import { LinkButton } from "#app/_ui/link-button.tsx";
import { ListDrawing } from "#app/_ui/list-drawing.tsx";
import { PageHeader } from "#app/_ui/page-header.tsx";
import { PaginationLink } from "#app/_ui/pagination-link.tsx";
import { TextInput } from "#app/_ui/text-input.tsx";
import { ListContacts } from "#server/contact/schema.ts";
import { ContactTable } from "./contact-table.tsx";
import { t } from "./words.ts";

export const metadata: Metadata = { title: t("title") };

/** The customers of a workspace, by name. */
export default async function ContactsPage({ params, searchParams }: PageProps<"/[workspace]/contacts">) {
  const { workspace } = await params;
  const input = ListContacts.parse(await searchParams);
  const found = await read((api) => api.contact.list({ workspace, ...input }));
  const here = `/${workspace}/contacts`;
  const actions = (
    <>
      <LinkButton href={`${here}/new`}>
        <Icon of={UserPlus} /> {t("add")}
      </LinkButton>
      <LinkButton href={`/${workspace}/imports?kind=contacts`} variant="primary">
        <Icon of={Upload} /> {t("import")}
      </LinkButton>
    </>
  );

  return (
    <>
      <LiveRefresh kinds={["contacts"]} />
      <PageHeader title={t("title")} status={t("status", { n: found.count })} actions={actions} />
      {(found.count > 0 || input.q) && (
        <form action={here} className="mt-6 mb-4 flex max-w-xl gap-2">
          <TextInput
            name="q"
            type="search"
            defaultValue={input.q}
            aria-label={t("search")}
            placeholder={t("search")}
          />
          <Button type="submit">{t("find")}</Button>
        </form>
      )}
      {found.contacts.length === 0 ? (
        <EmptyState title={t(input.q ? "empty.searchTitle" : "empty.title")} drawing={<ListDrawing />}>
          {t(input.q ? "empty.search" : "empty.text")}
        </EmptyState>
      ) : (
        <ContactTable here={here} contacts={found.contacts} />
      )}
      {found.next && (
        <div className="mt-4">
          <PaginationLink
            rel="next"
            label={t("more")}
            href={`${here}?${new URLSearchParams({ ...(input.q && { q: input.q }), cursor: found.next })}`}
          />
        </div>
      )}
    </>
  );
}
