import { useState } from "react";
import { useQuery } from "@tanstack/react-query";
import { LogOut, Monitor, Moon, Sun } from "lucide-react";
import { signOutUrl } from "@/api/oidc";
import { meQuery } from "@/api/queries";
import { session } from "@/api/session";
import { DropMenu, MenuCheck, MenuItem, MenuLabel, MenuLine } from "@/components/ui/popover";
import { cx } from "@/lib/cx";
import { chooseTheme, themeChoice, type Theme } from "@/lib/theme";

const THEMES: { value: Theme; label: string; icon: typeof Sun }[] = [
  { value: "light", label: "Light", icon: Sun },
  { value: "dark", label: "Dark", icon: Moon },
  { value: "system", label: "As the device", icon: Monitor },
];

const initials = (name: string): string =>
  name
    .split(/\s+/)
    .slice(0, 2)
    .map((word) => word.charAt(0).toUpperCase())
    .join("");

const leave = async (): Promise<void> => {
  await session.end();
  location.assign(signOutUrl());
};

export function UserMenu({ rail }: { rail: boolean }) {
  const { data: me } = useQuery(meQuery);
  const [theme, setTheme] = useState(themeChoice);
  const name = me?.user.name || me?.user.email || "";
  const place = [me?.tenant?.name, me?.role].filter(Boolean).join(", ");
  return (
    <DropMenu
      align="start"
      side="top"
      trigger={
        <button type="button" className={cx("flex items-center gap-2 rounded-3 py-1 text-left hover:bg-hover", rail ? "justify-center" : "px-2")}>
          <span aria-hidden className="grid size-6 shrink-0 place-items-center rounded-pill bg-primary-soft text-11 font-semibold text-primary-text">
            {initials(name)}
          </span>
          <span className="sr-only">Theme and sign out, {rail ? `${name}, ${place}` : ""}</span>
          {rail ? null : (
            <span className="min-w-0">
              <span className="block truncate text-12 font-medium">{name}</span>
              <span className="block truncate text-12 text-text-2">{place}</span>
            </span>
          )}
        </button>
      }
    >
      <MenuLabel>Theme</MenuLabel>
      {THEMES.map(({ value, label }) => (
        <MenuCheck
          key={value}
          checked={theme === value}
          onChange={() => {
            setTheme(value);
            chooseTheme(value);
          }}
        >
          {label}
        </MenuCheck>
      ))}
      <MenuLine />
      <MenuItem icon={LogOut} onSelect={() => void leave()}>
        Sign out
      </MenuItem>
    </DropMenu>
  );
}
