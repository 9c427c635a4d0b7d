import { useEffect, useState } from "react";
import { Link, useSearch } from "@tanstack/react-router";
import { LogIn } from "lucide-react";
import { startSignIn } from "@/api/oidc";
import { Button } from "@/components/ui/button";
import { IdentityFrame } from "./frame";

/** Where the small window of "Please sign in again" ends. */
export const CLOSE_AFTER = "/signed-in?close=1";

export function SignInPage() {
  const { to, again } = useSearch({ from: "/sign-in" });
  const [leaving, setLeaving] = useState(false);
  const go = (): void => {
    setLeaving(true);
    void startSignIn(again ? CLOSE_AFTER : (to ?? "/datasets"));
  };
  useEffect(() => {
    if (again) void startSignIn(CLOSE_AFTER);
  }, [again]);
  return (
    <IdentityFrame title="Sign in">
      <p className="text-13 text-text-2">
        Plan conversations from what you know, read each one, and export the ones you approve. You see the price before
        anything is written.
      </p>
      <Button variant="primary" size="l" icon={LogIn} busy={leaving} onClick={go}>
        Sign in
      </Button>
      <p className="text-13 text-text-2">
        New here?{" "}
        <Link to="/sign-up" className="font-semibold text-primary-text hover:underline">
          Make an account
        </Link>
      </p>
    </IdentityFrame>
  );
}
