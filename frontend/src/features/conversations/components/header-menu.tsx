import { Ellipsis, FileUp } from "lucide-react";
import { IconButton } from "@/components/ui/button";
import { DropMenu, MenuItem } from "@/components/ui/popover";
import { useSeedsDialog } from "@/features/seeds/ask";

/** What is done with a dataset now and then. */
export function HeaderMenu({ dataset }: { dataset: string }) {
  const { ask, dialog } = useSeedsDialog(dataset);
  return (
    <>
      <DropMenu trigger={<IconButton icon={Ellipsis} label="More for this dataset" />}>
        <MenuItem icon={FileUp} onSelect={ask}>
          Import your own conversations
        </MenuItem>
      </DropMenu>
      {dialog}
    </>
  );
}
