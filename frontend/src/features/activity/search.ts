import { asList, asText, type Search } from "@/lib/search-params";

/** What the record is narrowed to, as the address holds it. Days are in UTC, both included. */
export interface ActivitySearch {
  user?: string[];
  action?: string[];
  since?: string;
  until?: string;
  /** Everything about one thing, by its id, and the name that it is read by. */
  about?: string;
  ref?: string;
}

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const ACTION = /^[a-z]+\.[a-z_]+$/;

/** Drops what can't be meant. */
export function readActivitySearch(given: Record<string, unknown>): ActivitySearch {
  const search = given as Search;
  const user = asList(search["user"]);
  const action = asList(search["action"]).filter((one) => ACTION.test(one));
  const texts = Object.fromEntries(
    (["since", "until", "about", "ref"] as const).flatMap((name) => {
      const text = asText(search[name]);
      return text && (name === "about" || name === "ref" || DAY.test(text)) ? [[name, text]] : [];
    }),
  );
  return { ...(user.length > 0 ? { user } : {}), ...(action.length > 0 ? { action } : {}), ...texts };
}

export const isNarrowed = ({ user, action, since, until }: ActivitySearch): boolean => Boolean(user ?? action ?? since ?? until);

/** A changed search; what is empty leaves the address. */
export const narrowed = (search: ActivitySearch, change: { [K in keyof ActivitySearch]?: ActivitySearch[K] | undefined }): ActivitySearch =>
  readActivitySearch({ ...search, ...change });

/** As the server takes them. */
export const asQuery = ({ user, action, since, until, about }: ActivitySearch) => ({ user, action, since, until, subject: about });
