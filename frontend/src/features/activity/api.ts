import { infiniteQueryOptions } from "@tanstack/react-query";
import { get } from "@/api/client";
import type { Activity, ActivityFile, RecordCheck } from "@/api/types";
import { asQuery, type ActivitySearch } from "./search";

export const activityQuery = (search: ActivitySearch) =>
  infiniteQueryOptions({
    queryKey: ["activity", asQuery(search)],
    queryFn: ({ pageParam, signal }) => get<Activity>("/activity", { ...asQuery(search), limit: 50, cursor: pageParam }, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next_cursor,
  });

export const checkRecord = (): Promise<RecordCheck> => get<RecordCheck>("/activity/verify");

/** The whole record as it is narrowed, put together from its parts. */
export async function recordAsCsv(search: ActivitySearch): Promise<string[]> {
  const parts: string[] = [];
  let cursor: string | null = null;
  do {
    const part: ActivityFile = await get<ActivityFile>("/activity/csv", { ...asQuery(search), cursor });
    parts.push(part.text);
    cursor = part.next_cursor;
  } while (cursor);
  return parts;
}
