import type { ReactNode } from "react";
import { ShowKeys, ShowMenu } from "#app/_keys/everywhere.tsx";
import { currentTheme } from "#app/_theme/current-theme.ts";
import { Link } from "#app/_ui/link.tsx";
import { panelItemClass } from "#app/_ui/panel-item-class.ts";
import { ThemeSwitch } from "#app/_ui/theme-switch.tsx";
import { SignOutButton } from "#app/(auth)/_auth/sign-out-button.tsx";
import type { Role } from "#server/context.ts";
import { appTranslator } from "#server/i18n/translate-app.ts";

const t = appTranslator("shell");
const ofKeys = appTranslator("keys");

type UserMenuProps = { slug: string; role: Role; workspaces: { slug: string; name: string }[] };

/** What belongs to the person and not to the page: other workspaces, theme, account, the way out. */
export async function UserMenu({ slug, role, workspaces }: UserMenuProps) {
  const others = workspaces.filter((one) => one.slug !== slug);
  return (
    <>
      <Item href={`/${slug}/settings/me`}>{t("me")}</Item>
      <ShowMenu label={ofKeys("menu")} className={panelItemClass} />
      <ShowKeys label={t("shortcuts")} className={panelItemClass} />
      {role === "admin" && <Item href={`/${slug}/welcome`}>{t("setUp")}</Item>}
      <hr className="my-1.5 border-line" />
      {others.length > 0 && <p className="px-2.5 pt-1 text-xs text-subtle">{t("otherWorkspaces")}</p>}
      {others.map((one) => (
        <Item key={one.slug} href={`/${one.slug}`}>
          <span className="truncate">{one.name}</span>
        </Item>
      ))}
      <Item href="/sign-up">{t("newWorkspace")}</Item>
      <hr className="my-1.5 border-line" />
      <div className="px-2.5 py-1.5">
        <ThemeSwitch
          current={await currentTheme()}
          legend={t("theme")}
          words={{ light: t("themeLight"), dark: t("themeDark"), system: t("themeSystem") }}
        />
      </div>
      <hr className="my-1.5 border-line" />
      <SignOutButton next="/sign-in" className={panelItemClass}>
        {t("signOut")}
      </SignOutButton>
    </>
  );
}

function Item({ href, children }: { href: string; children: ReactNode }) {
  return (
    <Link href={href} className={panelItemClass}>
      {children}
    </Link>
  );
}
