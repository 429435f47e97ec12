import { Link } from "#app/_ui/link.tsx";
import { t } from "./words.ts";

/** The product's name with its bracket, the way to the start page. */
export function Wordmark() {
  return (
    <Link
      href="/"
      className="inline-flex items-center gap-2.5 rounded-control text-lg font-bold tracking-tight"
    >
      <svg
        aria-hidden="true"
        viewBox="0 0 24 16"
        className="h-4 w-6 fill-none stroke-current"
        strokeWidth="2"
      >
        <path d="M1.5 2v12M1.5 8h21M22.5 2v12" />
        <circle cx="9.5" cy="8" r="3.5" className="fill-current stroke-none" />
      </svg>
      {t("title")}
    </Link>
  );
}
