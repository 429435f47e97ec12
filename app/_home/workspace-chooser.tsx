import { ChevronRight } from "lucide-react";
import { Icon } from "#app/_ui/icon.tsx";
import { Link } from "#app/_ui/link.tsx";
import { TextLink } from "#app/_ui/text-link.tsx";
import { Entrance } from "#app/(auth)/_auth/entrance.tsx";
import { roleName } from "#app/(workspace)/role-name.ts";
import { appTranslator } from "#server/i18n/translate-app.ts";
import type { RouterOutputs } from "#server/router.ts";

const t = appTranslator("auth");

/** For somebody who works in several workspaces. */
export function WorkspaceChooser({ workspaces }: { workspaces: RouterOutputs["workspace"]["mine"] }) {
  return (
    <Entrance
      title={t("chooseTitle")}
      intro={t("chooseText")}
      footer={
        <p>
          <TextLink href="/sign-up">{t("createWorkspace")}</TextLink>
        </p>
      }
    >
      <ul className="border-t border-line">
        {workspaces.map(({ slug, name, role }) => (
          <li key={slug} className="border-b border-line">
            <Link
              href={`/${slug}`}
              className="flex min-h-13 items-center gap-3 rounded-control px-2 hover:bg-sunken"
            >
              <span className="min-w-0 flex-1 text-base font-medium break-words">{name}</span>
              <span className="text-muted">{roleName(role)}</span>
              <Icon of={ChevronRight} className="text-muted" />
            </Link>
          </li>
        ))}
      </ul>
    </Entrance>
  );
}
