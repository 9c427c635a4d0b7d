import { GitCompareArrows, Keyboard, X } from "lucide-react";
import { Kbd } from "@/components/ui/bits";
import { Button } from "@/components/ui/button";
import { roughly } from "@/lib/time";
import { paceOf, type Done } from "../queue";

interface Props {
  name: string;
  done: readonly Done[];
  total: number;
  onExit: () => void;
  onCompare: (() => void) | null;
  comparing: boolean;
  onShortcuts: () => void;
}

/** The way out, how far it is, and how long it will take at the pace of the last ten. */
export function TopBar({ name, done, total, onExit, onCompare, comparing, onShortcuts }: Props) {
  const left = Math.max(0, total - done.length);
  const pace = paceOf(done);
  const share = total > 0 ? (done.length / total) * 100 : 0;
  return (
    <header className="relative flex h-13 shrink-0 items-center gap-3 border-b border-line px-4">
      <Button icon={X} onClick={onExit}>
        Exit <Kbd>Esc</Kbd>
      </Button>
      <h1 className="flex min-w-0 items-baseline gap-3 text-13">
        <span className="font-semibold">Review</span>
        <span className="truncate text-text-2 max-lg:hidden">{name}</span>
      </h1>
      <p role="status" className="tnum m-auto text-13 text-text-2">
        {total > 0 ? (
          <>
            <strong className="font-semibold text-text">{done.length}</strong> of {total.toLocaleString("en-US")} read, {left.toLocaleString("en-US")} to go
          </>
        ) : null}
        {pace && left > 0 ? (
          <span className="max-lg:hidden">
            <span aria-hidden className="mx-3">·</span>
            {pace.perHour} an hour, about {roughly(pace.secondsEach * left)} left
          </span>
        ) : null}
      </p>
      <Button variant={comparing ? "default" : "quiet"} icon={GitCompareArrows} aria-pressed={comparing} disabledReason={!onCompare && "There is one version only"} onClick={() => onCompare?.()}>
        <span className="max-lg:sr-only">Compare</span> <Kbd>C</Kbd>
      </Button>
      <Button variant="quiet" icon={Keyboard} onClick={onShortcuts}>
        <span className="max-lg:sr-only">Shortcuts</span> <Kbd>?</Kbd>
      </Button>
      <div role="progressbar" aria-label="Read" aria-valuemin={0} aria-valuemax={total} aria-valuenow={done.length} className="absolute inset-x-0 -bottom-px h-0.5">
        <span className="block h-full bg-primary" style={{ width: `${String(share)}%` }} />
      </div>
    </header>
  );
}
