import { clsx } from "clsx";
import { Mail, Phone } from "lucide-react";
import { words } from "./words.ts";

type ContactWishProps = {
  answer: { contactBy: "email" | "phone" | null; contactPhone: string | null };
  /** Small, and the number cannot be pressed: where the whole is something to press. */
  plain?: boolean;
};

/** How the customer asked to be contacted, in words; nothing when they did not. */
export function ContactWish({ answer: { contactBy, contactPhone }, plain }: ContactWishProps) {
  if (!contactBy) return null;
  const t = words();
  const Icon = contactBy === "phone" ? Phone : Mail;
  return (
    <p className={clsx("flex items-center font-medium", plain ? "gap-1.5 text-xs" : "gap-2 text-sm")}>
      <Icon
        aria-hidden="true"
        className={clsx("shrink-0", plain ? "size-3.5" : "size-4")}
        strokeWidth={1.75}
      />
      {contactPhone ? (
        <span>
          {t.rich("asks.phone", {
            phone: contactPhone,
            call: (number) =>
              plain ? (
                number
              ) : (
                <a
                  key="call"
                  className="relative z-10 underline underline-offset-2"
                  href={dial(contactPhone)}
                >
                  {number}
                </a>
              ),
          })}
        </span>
      ) : (
        t("asks.email")
      )}
    </p>
  );
}

/** The link that calls a number (RFC 3966): without its extension, and without the (0) that is for callers at home. */
function dial(phone: string): string {
  const number = phone.split(/x/i)[0]!.replace(/^(\+.*?)\(0\)/, "$1");
  return `tel:${number.replace(/[^+\d]/g, "")}`;
}
