import type { ActivityEvent } from "@/api/types";

type Action = ActivityEvent["action"];

/** What was done, in a few words each. An action without words does not compile. */
export const ACTION_WORDS: Record<Action, string> = {
  "conversation.generated": "Written",
  "conversation.rewritten": "Rewritten",
  "conversation.failed": "Not written",
  "conversation.attempt_failed": "A call came to nothing",
  "conversation.edited": "Edited",
  "conversation.draft_saved": "Went on editing",
  "conversation.described": "Description changed",
  "conversation.situation_changed": "Situation changed",
  "conversation.tagged": "Tagged",
  "conversation.judged": "Second opinion given",
  "conversation.version_deleted": "Version deleted",
  "conversation.deleted": "Deleted",
  "conversation.approved": "Approved",
  "conversation.rejected": "Rejected",
  "conversation.needs_edit": "Sent back for editing",
  "conversation.review_reset": "Decision taken back",
  "conversation.decision_undone": "Decision undone",
  "conversation.rated": "Rated",
  "conversation.commented": "Commented",
  "conversation.comment_changed": "Comment changed",
  "conversation.comment_deleted": "Comment deleted",
  "bulk.started": "Began to change many",
  "bulk.ended": "Changed many",
  "batch.started": "Run started",
  "batch.paused": "Run paused",
  "batch.resumed": "Run resumed",
  "batch.cancelled": "Run cancelled",
  "batch.retried": "Failed ones tried again",
  "batch.round": "Weak ones written again",
  "batch.ended": "Run ended",
  "budget.warning": "Much of a budget spent",
  "export.started": "Export started",
  "export.ready": "Export ready",
  "export.failed": "Export failed",
  "export.downloaded": "Export downloaded",
  "dataset.created": "Dataset started",
  "dataset.changed": "Dataset changed",
  "plan.applied": "Planned",
  "seeds.imported": "Your examples imported",
  "documents.imported": "Documents imported",
  "template.created": "Template made",
  "template.version_added": "Template version added",
  "template.weights_changed": "Template shares changed",
  "template.activated": "Template turned on",
  "template.deactivated": "Template turned off",
  "template.retired": "Template retired",
  "tenant.created": "Workspace opened",
  "settings.changed": "Settings changed",
  "member.invited": "Invited",
  "member.joined": "Joined",
  "member.changed": "Role changed",
  "member.removed": "Removed",
  "key.created": "API key made",
  "key.revoked": "API key ended",
};

const GROUP_NAMES: Record<string, string> = {
  conversation: "Conversations",
  bulk: "Many at once",
  batch: "Runs and money",
  budget: "Runs and money",
  export: "Exports",
  dataset: "Datasets and plans",
  plan: "Datasets and plans",
  documents: "Sources",
  template: "Templates",
};

const isAction = (text: string): text is Action => Object.hasOwn(ACTION_WORDS, text);
/** What something is called that has no name of its own. */
export const KIND_WORDS: Record<ActivityEvent["subject"]["kind"], string> = {
  tenant: "workspace",
  member: "person",
  key: "API key",
  document: "document",
  dataset: "dataset",
  batch: "run",
  conversation: "conversation",
  export: "export",
  template: "template",
  operation: "many at once",
};

export const actionWords = (action: string): string => (isAction(action) ? ACTION_WORDS[action] : action);

/** All actions under the heading where one would look for them. */
export const ACTION_GROUPS: ReadonlyMap<string, Action[]> = (Object.keys(ACTION_WORDS) as Action[]).reduce((groups, action) => {
  const name = GROUP_NAMES[action.split(".")[0] ?? ""] ?? "Workspace and people";
  return groups.set(name, [...(groups.get(name) ?? []), action]);
}, new Map<string, Action[]>());
