"use client";

import { Component, type ReactNode } from "react";
import type { Words } from "#app/_i18n/words.ts";
import { Button } from "./button.tsx";
import { Notice } from "./notice.tsx";

type PanelBoundaryProps = {
  /** `reference` has a place for `{digest}`, by which the log tells what happened. */
  words: Words<"title" | "text" | "retry" | "reference">;
  children: ReactNode;
};

/** Keeps a fault in one part of a page to that part: a box in its place says so, the others stay. */
export class PanelBoundary extends Component<PanelBoundaryProps, { fault: Fault | null }> {
  override state: { fault: Fault | null } = { fault: null };

  static getDerivedStateFromError(fault: Fault) {
    return { fault };
  }

  override render() {
    const { fault } = this.state;
    const { words, children } = this.props;
    if (!fault) return children;
    return (
      <div className="mt-8">
        <Notice
          tone="alarm"
          title={words.title}
          live
          actions={
            <Button size="small" onClick={() => location.reload()}>
              {words.retry}
            </Button>
          }
        >
          {words.text} {fault.digest && words.reference.replace("{digest}", fault.digest)}
        </Notice>
      </div>
    );
  }
}

type Fault = Error & { digest?: string };
