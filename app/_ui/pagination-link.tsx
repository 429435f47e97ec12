import { ArrowLeft, ArrowRight } from "lucide-react";
import { Icon } from "./icon.tsx";
import { LinkButton } from "./link-button.tsx";

/** One step through a list that is paged by cursor, such as "Older". */
export function PaginationLink({ href, rel, label }: { href: string; rel: "next" | "prev"; label: string }) {
  return (
    <LinkButton href={href} rel={rel}>
      {rel === "prev" && <Icon of={ArrowLeft} />}
      {label}
      {rel === "next" && <Icon of={ArrowRight} />}
    </LinkButton>
  );
}
