import { useState } from "react";
import { Outlet, useLocation, useParams, useSearch } from "@tanstack/react-router";
import { Menu, X } from "lucide-react";
import { IconButton } from "@/components/ui/button";
import { GenerateHost } from "@/features/generate/host";
import { SituationHost } from "@/features/situation/host";
import { HelpDialog } from "@/features/help/dialog";
import { RunPill } from "@/features/runs/components/pill";
import { cx } from "@/lib/cx";
import { useKept } from "@/lib/kept";
import { useMedia } from "@/lib/media";
import { useShortcuts } from "@/lib/shortcuts";
import { Navigation } from "./navigation";

/** The frame of every page: navigation at the left, the page beside it, what runs in the corner. */
export function Shell() {
  const { id } = useParams({ strict: false });
  const search = useSearch({ strict: false });
  const path = useLocation({ select: (location) => location.pathname });
  const [byChoice, keepChoice] = useKept("rail", false);
  // The menu belongs to the page on which it was opened, so going somewhere closes it.
  const [menuOn, setMenuOn] = useState<string | null>(null);
  const menu = menuOn === path;
  const [help, setHelp] = useState(false);
  const narrow = useMedia("(max-width: 1279px)");
  const covered = useMedia("(max-width: 1599px)");
  const behindMenu = useMedia("(max-width: 1023px)");
  useShortcuts({ "?": () => setHelp(true) });

  const rail = !behindMenu && (byChoice || narrow || (covered && Boolean(search.open)));
  return (
    <div className="relative flex h-full">
      <a href="#main" className="absolute -top-20 left-2 z-toast rounded-2 bg-primary px-3 py-2 text-on-primary focus:top-2">
        Skip to the page
      </a>
      {behindMenu ? (
        <div className="absolute top-3 left-5 z-panel">
          <IconButton variant="default" icon={menu ? X : Menu} label="Menu" aria-expanded={menu} onClick={() => setMenuOn(menu ? null : path)} />
        </div>
      ) : null}
      <div className={cx(behindMenu && !menu && "hidden", behindMenu && "absolute inset-y-0 left-0 z-sticky pt-14 shadow-3", "bg-bg")}>
        <Navigation
          dataset={id}
          rail={rail}
          canFold={!behindMenu && !narrow}
          folded={byChoice}
          onFold={keepChoice}
          onHelp={() => setHelp(true)}
        />
      </div>
      <main id="main" tabIndex={-1} className="flex min-w-0 flex-1 flex-col bg-surface outline-none">
        <Outlet />
      </main>
      {behindMenu ? (
        <div className="absolute right-5 bottom-14 z-panel">
          <RunPill dataset={id} rail={false} />
        </div>
      ) : null}
      <GenerateHost />
      <SituationHost />
      <HelpDialog open={help} onClose={() => setHelp(false)} />
    </div>
  );
}
