import type { ReactNode } from "react";
import { BottomBar } from "./bottom-bar.tsx";
import { NoNetwork } from "./no-network.tsx";
import { Rail, type RailProps } from "./rail.tsx";
import { Toaster } from "./toaster.tsx";

type ShellProps = Omit<RailProps, "navLabel"> & {
  words: { skip: string; navigation: string; more: string; messages: string; noNetwork: string };
  children: ReactNode;
};

/** The frame of every staff page: skip link, what is said without a network, rail or bottom bar, `main`, messages. */
export function Shell({ words, children, ...rail }: ShellProps) {
  return (
    <>
      <a
        href="#main"
        className="fixed top-2 left-2 z-50 -translate-y-24 rounded-control border border-line-strong bg-surface px-4 py-2.5 font-medium focus:translate-y-0 print:hidden"
      >
        {words.skip}
      </a>
      <NoNetwork text={words.noNetwork} />
      <div className="md:grid md:grid-cols-[200px_minmax(0,1fr)] print:block">
        <Rail {...rail} navLabel={words.navigation} />
        <main
          id="main"
          tabIndex={-1}
          className="max-w-305 px-4 has-[[data-panes]]:max-w-none pt-5 pb-24 md:px-10 md:py-8 print:max-w-none print:p-0"
        >
          {children}
        </main>
        <BottomBar {...rail} navLabel={words.navigation} moreLabel={words.more} />
      </div>
      <Toaster label={words.messages} />
    </>
  );
}
