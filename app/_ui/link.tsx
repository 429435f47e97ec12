import NextLink from "next/link";
import type { ComponentProps } from "react";

/**
 * A link of the application. Nothing is fetched ahead: these pages are made when they are asked for, so all that came
 * would be the frame, once for each link in view and again whenever the page is read anew for what has changed.
 */
export function Link(props: ComponentProps<typeof NextLink>) {
  return <NextLink prefetch={false} {...props} />;
}
