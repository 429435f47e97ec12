"use client";

import { useCallback, useEffect, useRef, useState } from "react";
import { Button } from "#app/_ui/button.tsx";
import { mailWords } from "./words.ts";

/**
 * A mail as it was written, in a frame in which nothing runs and that is as high as what it shows. Pictures from elsewhere
 * are loaded when the reader wants it.
 */
export function MailFrame({ src, name }: { src: string; name: string }) {
  const t = mailWords();
  const frame = useRef<HTMLIFrameElement>(null);
  const [wanted, want] = useState(false);
  const [missing, setMissing] = useState(0);
  const [height, setHeight] = useState(120);
  const stop = useRef<(() => void) | null>(null);

  const watch = useCallback(() => {
    stop.current?.();
    const shown = frame.current && contentOf(frame.current);
    if (!frame.current || !shown) return;
    const { page, content } = shown;
    page.documentElement.style.colorScheme = page.documentElement.classList.contains("page")
      ? getComputedStyle(frame.current).colorScheme
      : "";
    setMissing(page.querySelectorAll(".left-out").length);
    const measure = () => setHeight(Math.ceil(content.getBoundingClientRect().height));
    const observer = new ResizeObserver(measure);
    observer.observe(frame.current);
    observer.observe(content);
    measure();
    stop.current = () => observer.disconnect();
  }, []);

  // It may have loaded before this page came alive.
  useEffect(() => {
    watch();
    return () => stop.current?.();
  }, [watch]);

  return (
    <div className="grid gap-2">
      {missing > 0 && (
        <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-sm text-muted">
          <span>
            {t("pictures", { n: missing })} {t("picturesHint")}
          </span>
          <Button size="small" onClick={() => want(true)}>
            {t("showPictures")}
          </Button>
        </p>
      )}
      <iframe
        ref={frame}
        title={t("frame", { name })}
        src={wanted ? `${src}?pictures` : src}
        sandbox="allow-same-origin allow-popups allow-popups-to-escape-sandbox"
        referrerPolicy="no-referrer"
        onLoad={watch}
        style={{ height }}
        className="block w-full border-0"
      />
    </div>
  );
}

function contentOf(frame: HTMLIFrameElement) {
  const page = frame.contentDocument;
  const content = page?.querySelector("main");
  return page && content ? { page, content } : null;
}
