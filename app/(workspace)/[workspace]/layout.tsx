import type { Metadata } from "next";
import type { ReactNode } from "react";
import { wordsOf } from "#app/_i18n/words.ts";
import { KeysEverywhere } from "#app/_keys/everywhere.tsx";
import { KeysProvider } from "#app/_keys/keys-provider.tsx";
import { LiveProvider } from "#app/_live/live-provider.tsx";
import { ApiProvider } from "#app/_trpc/client.tsx";
import { pageContext, read } from "#app/_trpc/server.ts";
import { ForgetPages } from "#app/_ui/forget-pages.tsx";
import { Shell } from "#app/_ui/shell.tsx";
import { roleName } from "#app/(workspace)/role-name.ts";
import { appTranslator } from "#server/i18n/translate-app.ts";
import { frameOf } from "./_frame/frame.ts";
import { navItems, placesOf } from "./_frame/nav-items.tsx";
import { SampleBanner } from "./_frame/sample-banner.tsx";
import { SightLine } from "./_frame/sight-line.tsx";
import { UserMenu } from "./_frame/user-menu.tsx";

const t = appTranslator("shell");
const ofKeys = appTranslator("keys");
const sheetWords = () =>
  wordsOf(ofKeys, [
    ...(["title", "text", "off", "settings", "close", "none"] as const),
    ...(["escape", "left", "right", "enter", "shift", "command"] as const),
  ]);
const menuWords = () =>
  wordsOf(ofKeys, [
    ...(["sheet", "menu", "menuTitle", "menuField", "menuNone", "menuHere"] as const),
    ...(["menuPlaces", "menuCases", "menuContacts"] as const),
  ]);

type Props = { params: Promise<{ workspace: string }>; children: ReactNode };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { workspace } = await params;
  const { workspace: here } = await frameOf(workspace);
  return { title: { template: `%s · ${here.name}`, default: here.name } };
}

/** The frame around every page of a workspace; whoever is no member finds nothing at this address. */
export default async function WorkspaceLayout({ params, children }: Props) {
  const { workspace: slug } = await params;
  const { workspace, member, sight, openCases } = await frameOf(slug);
  const workspaces = await read((api) => api.workspace.mine());
  const { user } = await pageContext();
  return (
    <ApiProvider>
      <ForgetPages />
      <LiveProvider workspace={slug}>
        <KeysProvider
          on={user?.singleKeys ?? false}
          settings={`/${slug}/settings/me#keys`}
          words={sheetWords()}
        >
          <KeysEverywhere
            workspace={slug}
            title={ofKeys("everywhere")}
            words={menuWords()}
            places={placesOf(slug, member.role)}
          />
          <Shell
            words={{
              skip: t("skip"),
              navigation: t("navigation"),
              more: t("more"),
              messages: t("messages"),
              noNetwork: t("noNetwork"),
            }}
            workspace={{ name: workspace.name, href: `/${slug}` }}
            items={navItems(slug, member.role, openCases)}
            user={{ name: member.name, detail: roleName(member.role) }}
            userMenu={<UserMenu slug={slug} role={member.role} workspaces={workspaces} />}
          >
            {workspace.sampleLoadedAt && <SampleBanner workspace={slug} role={member.role} />}
            {sight && <SightLine sight={sight} />}
            {children}
          </Shell>
        </KeysProvider>
      </LiveProvider>
    </ApiProvider>
  );
}
