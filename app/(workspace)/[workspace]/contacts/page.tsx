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
import { SearchInput } from "#app/_ui/search-input.tsx";
import { ListContacts } from "#server/contact/schema.ts";
import { frameOf } from "../_frame/frame.ts";
import { ContactTable } from "./contact-table.tsx";
import { managesContacts, t } from "./words.ts";

export const generateMetadata = (): Metadata => ({ title: t("title") });

/** The customers of a workspace, by name. */
export default async function ContactsPage({ params, searchParams }: PageProps<"/[workspace]/contacts">) {
  const { workspace } = await params;
  const asked = ListContacts.safeParse(await searchParams);
  const input = asked.data ?? ListContacts.parse({});
  const { member } = await frameOf(workspace);
  const found = await read((api) => api.contact.list({ workspace, ...input }));
  const here = `/${workspace}/contacts`;
  const actions = managesContacts(member.role) && (
    <>
      <LinkButton href={`${here}/new`}>
        <Icon of={UserPlus} /> {t("add")}
      </LinkButton>
      <LinkButton href={`/${workspace}/imports?kind=contacts`} variant="primary">
        <Icon of={Upload} /> {t("import")}
      </LinkButton>
    </>
  );
  const stops = (
    <LinkButton href={`${here}/suppressions`} variant="quiet">
      {t("stops.title")}
    </LinkButton>
  );
  const isEmpty = found.count === 0 && !input.q;

  return (
    <>
      <LiveRefresh kinds={["contacts"]} />
      <PageHeader
        title={t("title")}
        status={t(input.q ? "found" : "status", { n: found.count })}
        actions={
          <>
            {stops}
            {!isEmpty && actions}
          </>
        }
      />
      {!isEmpty && <Search here={here} q={input.q} />}
      {found.contacts.length === 0 ? (
        <EmptyState
          title={t(isEmpty ? "empty.title" : "empty.searchTitle")}
          drawing={<ListDrawing />}
          actions={isEmpty ? actions : <LinkButton href={here}>{t("all")}</LinkButton>}
        >
          {t(isEmpty ? "empty.text" : "empty.search")}
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

function Search({ here, q }: { here: string; q: string | undefined }) {
  return (
    <search>
      <form action={here} className="mt-6 mb-4 flex max-w-xl gap-2">
        <SearchInput label={t("search")} value={q} />
        <Button type="submit">{t("find")}</Button>
        {q && (
          <LinkButton href={here} variant="quiet">
            {t("all")}
          </LinkButton>
        )}
      </form>
    </search>
  );
}
