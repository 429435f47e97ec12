"use client";

import { useEffect } from "react";
import { Toaster as Sonner, toast } from "sonner";
import { showMessages } from "./toast.ts";

/** The messages themselves. F8 leads to them. */
export default function Messages({ label }: { label: string }) {
  // Sonner hears only what is said when it is there, and its own effect comes before this one.
  useEffect(() => showMessages(toast), []);
  return (
    <Sonner
      containerAriaLabel={label}
      hotkey={["F8"]}
      style={{ fontFamily: "var(--font-sans)" }}
      position="bottom-right"
      mobileOffset={{ bottom: "var(--messages-above, 5rem)", left: "1rem", right: "1rem" }}
      toastOptions={{
        unstyled: true,
        classNames: {
          toast:
            "flex w-full items-center gap-3 rounded-control border border-rail-muted bg-rail px-4 py-3 text-sm text-rail-text shadow-float sm:w-[22rem]",
          content: "min-w-0 flex-1",
          title: "font-medium",
          description: "text-rail-muted",
          icon: "hidden",
          actionButton:
            "min-h-8 shrink-0 rounded-control border border-rail-muted px-3 font-medium hover:bg-rail-active max-sm:min-h-11",
          cancelButton: "min-h-8 shrink-0 px-2 text-rail-muted hover:text-rail-text max-sm:min-h-11",
        },
      }}
    />
  );
}
