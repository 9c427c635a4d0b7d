import type { ReactNode } from "react";
import { useQuery } from "@tanstack/react-query";
import { Link, type LinkProps } from "@tanstack/react-router";
import {
  Activity,
  BookOpen,
  CircleHelp,
  FileDown,
  Folder,
  Grid3x3,
  Layers,
  List,
  PanelLeftClose,
  PanelLeftOpen,
  PlayCircle,
  Settings,
  Table2,
  Users,
  type LucideIcon,
} from "lucide-react";
import { datasetQuery, meQuery, summaryQuery, useMay } from "@/api/queries";
import { Brand, Mark } from "@/components/brand";
import { coverageQuery } from "@/features/coverage/api";
import { RunPill } from "@/features/runs/components/pill";
import { cx } from "@/lib/cx";
import { UserMenu } from "./user-menu";

const ITEM =
  "flex h-8.5 items-center gap-2.5 rounded-3 border border-transparent text-13 font-medium text-text-2 hover:bg-hover [&>svg]:shrink-0";
const ACTIVE = "border-line! bg-surface text-text! shadow-1 [&>svg]:text-primary-text";

type ItemProps = LinkProps & { icon: LucideIcon; label: string; rail: boolean; count?: number | undefined; exact?: boolean };

function Item({ icon: Icon, label, rail, count, exact = false, ...link }: ItemProps) {
  return (
    <Link
      {...link}
      title={rail ? label : undefined}
      aria-label={rail ? label : undefined}
      activeOptions={{ exact, includeSearch: false }}
      activeProps={{ className: ACTIVE, "aria-current": "page" }}
      className={cx(ITEM, rail ? "justify-center" : "px-2")}
    >
      <Icon aria-hidden size={16} strokeWidth={1.75} />
      {rail ? null : <span className="flex-1">{label}</span>}
      {!rail && count ? <span className="tnum text-12 font-regular text-text-2">{count.toLocaleString("en-US")}</span> : null}
    </Link>
  );
}

const Group = ({ name, rail, children }: { name: string; rail: boolean; children: ReactNode }) => (
  <div role="group" aria-label={name} className="grid">
    {rail ? <hr className="mx-1 my-2.5 border-line" /> : <p className="truncate px-2 pt-3 pb-1 text-12 font-medium text-text-3">{name}</p>}
    {children}
  </div>
);

function DatasetGroup({ id, rail }: { id: string; rail: boolean }) {
  const { data: dataset } = useQuery(datasetQuery(id));
  const { data: summary } = useQuery(summaryQuery(id));
  const { data: coverage } = useQuery(coverageQuery(id));
  const params = { id };
  const mayPlan = useMay("editor");
  return (
    <Group name={dataset?.name ?? "Dataset"} rail={rail}>
      <Item icon={Table2} label="Conversations" to="/d/$id" params={params} exact rail={rail} count={summary?.counts.total} />
      {mayPlan ? <Item icon={List} label="Plan" to="/d/$id/plan" params={params} rail={rail} /> : null}
      <Item icon={Grid3x3} label="Coverage" to="/d/$id/coverage" params={params} rail={rail} count={coverage?.gap_count} />
      <Item icon={PlayCircle} label="Runs" to="/d/$id/runs" params={params} rail={rail} />
      <Item icon={FileDown} label="Exports" to="/d/$id/export" params={params} rail={rail} />
    </Group>
  );
}

interface Props {
  dataset: string | undefined;
  rail: boolean;
  canFold: boolean;
  folded: boolean;
  onFold: (folded: boolean) => void;
  onHelp: () => void;
}

export function Navigation({ dataset, rail, canFold, folded, onFold, onHelp }: Props) {
  const { data: me } = useQuery(meQuery);
  const owner = useMay("owner");
  const plain = cx(ITEM, "w-full", rail ? "justify-center" : "px-2");
  return (
    <nav aria-label="Main" className={cx("flex h-full flex-col overflow-y-auto border-r border-line bg-bg p-2", rail ? "w-14" : "w-52")}>
      <Link to="/datasets" aria-label="Bright Run, all datasets" className={cx("flex h-10 items-center rounded-2", rail ? "justify-center" : "px-2")}>
        {rail ? <Mark /> : <Brand />}
      </Link>
      {dataset ? <DatasetGroup id={dataset} rail={rail} /> : null}
      <Group name={me?.tenant?.name ?? "Workspace"} rail={rail}>
        <Item icon={Folder} label="Datasets" to="/datasets" rail={rail} />
        <Item icon={Table2} label="All conversations" to="/conversations" rail={rail} />
        <Item icon={BookOpen} label="Sources" to="/sources" rail={rail} />
        <Item icon={Layers} label="Templates" to="/templates" rail={rail} />
        <Item icon={Activity} label="Activity" to="/activity" rail={rail} />
        {owner ? <Item icon={Users} label="People and keys" to="/people" rail={rail} /> : null}
        <Item icon={Settings} label="Settings" to="/settings" rail={rail} />
      </Group>
      <div className="mt-auto grid grid-cols-[minmax(0,1fr)] gap-px pt-4">
        <RunPill dataset={dataset} rail={rail} />
        {canFold ? (
          <button type="button" className={plain} title={rail ? "Wider" : undefined} aria-label={folded ? "Widen the navigation" : "Fold the navigation"} onClick={() => onFold(!folded)}>
            {rail ? <PanelLeftOpen aria-hidden size={16} strokeWidth={1.75} /> : <PanelLeftClose aria-hidden size={16} strokeWidth={1.75} />}
            {rail ? null : "Fold"}
          </button>
        ) : null}
        <button type="button" className={plain} title={rail ? "Help" : undefined} onClick={onHelp}>
          <CircleHelp aria-hidden size={16} strokeWidth={1.75} />
          {rail ? <span className="sr-only">Help</span> : "Help"}
        </button>
        <hr className="my-2 border-line" />
        <UserMenu rail={rail} />
      </div>
    </nav>
  );
}
