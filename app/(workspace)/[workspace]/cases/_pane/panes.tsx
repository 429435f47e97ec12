import type { ReactNode } from "react";

type PanesProps = {
  /** What the middle is called for who goes by regions. */
  name: string;
  queue: ReactNode;
  children: ReactNode;
};

/**
 * The queue and one of its cases side by side where there is room, up to the edges of the window; otherwise the case
 * alone. Each is scrolled by itself: the case with the page, the queue within its column.
 */
export function Panes({ name, queue, children }: PanesProps) {
  return (
    <div
      data-panes
      className="xl:-mx-10 xl:-mb-8 xl:grid xl:grid-cols-[20rem_minmax(0,1fr)] xl:first:-mt-8 2xl:grid-cols-[22.5rem_minmax(0,1fr)] print:m-0! print:block"
    >
      {queue}
      <section aria-label={name} className="min-w-0 xl:max-w-280 xl:px-6 xl:py-8 2xl:px-10 print:p-0">
        {children}
      </section>
    </div>
  );
}
