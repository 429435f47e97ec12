import {
  ChartNoAxesColumn,
  ContactRound,
  Inbox,
  type LucideIcon,
  MessageSquareQuote,
  Send,
  Settings,
  SquarePen,
} from "lucide-react";
import { numberText } from "#app/_i18n/format.ts";
import type { Place } from "#app/_keys/use-going.ts";
import { Icon } from "#app/_ui/icon.tsx";
import type { NavItem } from "#app/_ui/nav-link.tsx";
import type { Role } from "#server/context.ts";
import { appTranslator } from "#server/i18n/translate-app.ts";

const t = appTranslator("shell");

const places = [
  { place: "cases", icon: Inbox, letter: "c" },
  { place: "responses", icon: MessageSquareQuote, letter: "r" },
  { place: "dashboard", icon: ChartNoAxesColumn, letter: "d" },
  { place: "campaigns", icon: Send, managers: true },
  { place: "contacts", icon: ContactRound },
  { place: "surveys", icon: SquarePen, managers: true },
  { place: "settings", icon: Settings, letter: "s" },
] as const satisfies { place: string; icon: LucideIcon; letter?: string; managers?: true }[];

/** The places of a workspace for somebody in `role`; who asks and what is asked is the managers' business. */
export function navItems(slug: string, role: Role, openCases: number): NavItem[] {
  return openTo(role).map(({ place, icon }) => ({
    href: `/${slug}/${place}`,
    label: t(place),
    icon: <Icon of={icon} size={20} />,
    ...(place === "cases" && openCases > 0
      ? { count: numberText(openCases), countLabel: t("openCases", { count: openCases }) }
      : {}),
  }));
}

/** The same places with the letters that lead to them, for keys and the menu of commands. */
export function placesOf(slug: string, role: Role): Place[] {
  return openTo(role).map((one) => ({
    href: `/${slug}/${one.place}`,
    label: t(one.place),
    ...("letter" in one ? { letter: one.letter } : {}),
  }));
}

function openTo(role: Role) {
  const manages = role === "admin" || role === "manager";
  return places.filter((one) => manages || !("managers" in one));
}
