import { CallLog } from "@/features/calls/call-log";

/** What this conversation cost, call by call. */
export const CostLines = ({ id }: { id: string }) => <CallLog conversation={id} />;
