import { useEffect, useState } from "react";
import { useNavigate } from "@tanstack/react-router";
import { takeReturned } from "@/api/oidc";
import { session } from "@/api/session";
import { ButtonLink } from "@/components/ui/button";
import { Spinner } from "@/components/ui/spinner";
import { IdentityFrame } from "./frame";
import { CLOSE_AFTER } from "./sign-in";

let answered: Promise<string | null> | null = null;

/** A code is good for one exchange, so it is taken once, however often the page is rendered. */
function exchangeOnce(): Promise<string | null> {
  answered ??= (async () => {
    const returned = takeReturned(location.search);
    if (!returned) return null;
    const good = await session.exchange(returned.code, returned.verifier, returned.redirectUri).catch(() => false);
    return good ? returned.returnTo : null;
  })();
  return answered;
}

export function SignedInPage() {
  const navigate = useNavigate();
  const [failed, setFailed] = useState(false);
  useEffect(() => {
    void exchangeOnce().then((target) => {
      answered = null;
      if (target === CLOSE_AFTER) {
        new BroadcastChannel("br.session").postMessage("signed-in");
        window.close();
      } else if (target) void navigate({ href: target, replace: true });
      else setFailed(true);
    });
  }, [navigate]);
  if (!failed) {
    return (
      <p role="status" className="flex h-full items-center justify-center gap-2 text-13 text-text-2">
        <Spinner /> Signing you in
      </p>
    );
  }
  return (
    <IdentityFrame title="That did not work">
      <p className="text-13 text-text-2">The sign-in was started in another tab or took too long. Starting again is all it takes.</p>
      <ButtonLink to="/sign-in" variant="primary" size="l">
        Sign in
      </ButtonLink>
    </IdentityFrame>
  );
}
