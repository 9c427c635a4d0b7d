// Generated from functions/api/openapi.json by `npm run api:generate`. Not edited by hand.
export interface paths {
    "/activity": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List what was done, newest first
         * @description For roles with the permission `read`.
         */
        get: operations["list_activity"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/activity/csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read what was done as a CSV file, in parts: ask on with `next_cursor` and put them behind each other
         * @description For roles with the permission `read`.
         */
        get: operations["read_activity_file"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/activity/verify": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Check that nobody changed the record, or find the first entry that does not fit
         * @description For roles with the permission `administer`.
         */
        get: operations["verify_record"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/overview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Count workspaces, conversations, runs and errors; never a text
         * @description For the staff of the platform.
         */
        get: operations["read_overview"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api-keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the workspace's keys
         * @description For roles with the permission `administer`.
         */
        get: operations["list_api_keys"];
        put?: never;
        /**
         * Make a key; it is shown in this answer and never again
         * @description For roles with the permission `administer`.
         */
        post: operations["create_api_key"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api-keys/{key_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * End a key
         * @description For roles with the permission `administer`.
         */
        delete: operations["revoke_api_key"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/batches/{batch_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a run as it stands
         * @description For roles with the permission `read`.
         */
        get: operations["read_batch"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/batches/{batch_id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take what waits out of the queue; what is written is kept
         * @description For roles with the permission `spend`.
         */
        post: operations["cancel_batch"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/batches/{batch_id}/pause": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Make no new call; what is in flight ends and is kept
         * @description For roles with the permission `spend`.
         */
        post: operations["pause_batch"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/batches/{batch_id}/resume": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Go on with what is left, if wanted under a higher cap
         * @description For roles with the permission `spend`.
         */
        post: operations["resume_batch"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/batches/{batch_id}/retry-failed": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Write what failed once more, under the same cap
         * @description For roles with the permission `spend`.
         */
        post: operations["retry_failed"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/chunks/{chunk_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a passage, and which conversations come from it
         * @description For roles with the permission `read`.
         */
        get: operations["read_chunk"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/conversations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the conversations of all datasets of the workspace
         * @description For roles with the permission `read`.
         */
        get: operations["list_all_conversations"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/conversations/{conversation_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a conversation in full, with its current version and its sources
         * @description For roles with the permission `read`.
         */
        get: operations["read_conversation"];
        put?: never;
        post?: never;
        /**
         * Delete a conversation with everything that it says; its cost and its lines in the record stay
         * @description For roles with the permission `write`.
         */
        delete: operations["delete_conversation"];
        options?: never;
        head?: never;
        /**
         * Change what a conversation is filed under, in the dataset's own words
         * @description For roles with the permission `write`.
         */
        patch: operations["describe_conversation"];
        trace?: never;
    };
    "/conversations/{conversation_id}/attempts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List every call that was made for a conversation, and what it cost
         * @description For roles with the permission `read`.
         */
        get: operations["list_attempts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/conversations/{conversation_id}/attempts/{attempt_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read one call with its request and its answer
         * @description For roles with the permission `write`.
         */
        get: operations["read_attempt"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/conversations/{conversation_id}/comments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the comments on a conversation
         * @description For roles with the permission `read`.
         */
        get: operations["list_comments"];
        put?: never;
        /**
         * Say something about a message
         * @description For roles with the permission `review`.
         */
        post: operations["add_comment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/conversations/{conversation_id}/comments/{comment_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Take a comment of your own away
         * @description For roles with the permission `review`.
         */
        delete: operations["delete_comment"];
        options?: never;
        head?: never;
        /**
         * Put a comment of your own in other words
         * @description For roles with the permission `review`.
         */
        patch: operations["change_comment"];
        trace?: never;
    };
    "/conversations/{conversation_id}/generate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Write one conversation now, ahead of all batches
         * @description For roles with the permission `spend`.
         */
        post: operations["generate_conversation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/conversations/{conversation_id}/opened": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Keep that this person has a version open; edge cases are approved many at once only if they were
         * @description For roles with the permission `read`.
         */
        post: operations["note_opened"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/conversations/{conversation_id}/rating": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Give one to five stars, or take them away
         * @description For roles with the permission `review`.
         */
        post: operations["rate_conversation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/conversations/{conversation_id}/repair": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Change one conversation by an instruction, ahead of all batches; the text as it was stays a version
         * @description For roles with the permission `spend`.
         */
        post: operations["repair_conversation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/conversations/{conversation_id}/review": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Approve, reject or send back the version that was read
         * @description For roles with the permission `review`.
         */
        post: operations["review_conversation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/conversations/{conversation_id}/second-opinion": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ask a model what it thinks of a conversation, ahead of all batches; no text changes
         * @description For roles with the permission `spend`.
         */
        post: operations["judge_conversation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/conversations/{conversation_id}/situation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change what a conversation that is not written will be written from
         * @description For roles with the permission `write`.
         */
        patch: operations["change_situation"];
        trace?: never;
    };
    "/conversations/{conversation_id}/turns": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change messages: one new version a sitting, the text before stays as it was
         * @description For roles with the permission `write`.
         */
        patch: operations["edit_turns"];
        trace?: never;
    };
    "/conversations/{conversation_id}/undo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take the newest decision back, as long as nothing came after it
         * @description For roles with the permission `review`.
         */
        post: operations["undo_decision"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/conversations/{conversation_id}/versions/{number}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read one version of a conversation
         * @description For roles with the permission `read`.
         */
        get: operations["read_version"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/conversations/{conversation_id}/versions/delete": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Delete versions that nobody needs; their cost and their lines in the record stay
         * @description For roles with the permission `write`.
         */
        post: operations["delete_versions"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/datasets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the datasets
         * @description For roles with the permission `read`.
         */
        get: operations["list_datasets"];
        put?: never;
        /**
         * Start a dataset, from a starter pack's taxonomy or one of your own
         * @description For roles with the permission `write`.
         */
        post: operations["create_dataset"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/datasets/{dataset_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a dataset
         * @description For roles with the permission `read`.
         */
        get: operations["read_dataset"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change a dataset's name, taxonomy, weights or budget
         * @description For roles with the permission `write`.
         */
        patch: operations["change_dataset"];
        trace?: never;
    };
    "/datasets/{dataset_id}/batches": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List a dataset's runs
         * @description For roles with the permission `read`.
         */
        get: operations["list_batches"];
        put?: never;
        /**
         * Write the selected conversations, within a cap
         * @description For roles with the permission `spend`.
         */
        post: operations["start_batch"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/datasets/{dataset_id}/batches/estimate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Say what a run would cost and take; nothing is spent
         * @description For roles with the permission `read`.
         */
        post: operations["estimate_batch"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/datasets/{dataset_id}/bulk": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Approve, reject, delete, tag or generate many; beyond a hundred it goes on after the answer
         * @description For roles with the permission `review`.
         */
        post: operations["act_on_many"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/datasets/{dataset_id}/bulk/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Say what would be done and what would be left out; nothing is changed
         * @description For roles with the permission `review`.
         */
        post: operations["preview_bulk"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/datasets/{dataset_id}/conversations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List conversations by filters, search and order, with exact totals and counts
         * @description For roles with the permission `read`.
         */
        get: operations["list_conversations"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/datasets/{dataset_id}/coverage": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read how many conversations stand in every pair of two dimensions, and what is missing
         * @description For roles with the permission `read`.
         */
        get: operations["read_coverage"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/datasets/{dataset_id}/coverage/fill": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Plan conversations for gaps; nothing is spent by that
         * @description For roles with the permission `write`.
         */
        post: operations["fill_gaps"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/datasets/{dataset_id}/exports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List a dataset's exports
         * @description For roles with the permission `read`.
         */
        get: operations["list_exports"];
        put?: never;
        /**
         * Build an export in the background
         * @description For roles with the permission `export`.
         */
        post: operations["start_export"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/datasets/{dataset_id}/exports/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Show what an export would hold, and what a trainer would refuse
         * @description For roles with the permission `read`.
         */
        post: operations["preview_export"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/datasets/{dataset_id}/plan": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Add the planned conversations to the dataset
         * @description For roles with the permission `write`.
         */
        post: operations["apply_plan"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/datasets/{dataset_id}/plan/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Show what a plan would make and cost
         * @description For roles with the permission `write`.
         */
        post: operations["preview_plan"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/datasets/{dataset_id}/seeds": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Bring own conversations in as examples: all of them, or none when one is wrong
         * @description For roles with the permission `write`.
         */
        post: operations["import_seeds"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/datasets/{dataset_id}/seeds/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Show what a file of own conversations holds
         * @description For roles with the permission `write`.
         */
        post: operations["preview_seeds"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/datasets/{dataset_id}/similarity": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read which conversations say nearly the same or begin alike, and how different all are
         * @description For roles with the permission `read`.
         */
        get: operations["read_similarity"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/datasets/{dataset_id}/sources/csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read which conversation comes from which passage of which document, as CSV in parts: ask on with `after`
         * @description For roles with the permission `read`.
         */
        get: operations["read_sources_file"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/datasets/{dataset_id}/summary": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a dataset's figures, counted from its conversations
         * @description For roles with the permission `read`.
         */
        get: operations["read_summary"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/datasets/{dataset_id}/verify": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Check that record, ledger and states hold together
         * @description For roles with the permission `read`.
         */
        get: operations["verify_dataset"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/datasets/{dataset_id}/vocabulary": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a dataset's words as a CSV file
         * @description For roles with the permission `read`.
         */
        get: operations["read_vocabulary"];
        put?: never;
        /**
         * Replace the lists of words that a CSV file names; one bad line refuses it whole
         * @description For roles with the permission `write`.
         */
        post: operations["import_vocabulary"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/documents": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the documents
         * @description For roles with the permission `read`.
         */
        get: operations["list_documents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/documents/{document_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a document's title and figures
         * @description For roles with the permission `read`.
         */
        get: operations["read_document"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/documents/{document_id}/chunks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List a document's passages
         * @description For roles with the permission `read`.
         */
        get: operations["list_chunks"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/documents/import": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Bring documents in: all of them, or none when one is wrong
         * @description For roles with the permission `write`.
         */
        post: operations["import_documents"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/errors": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List failures, newest first
         * @description For roles with the permission `read`.
         */
        get: operations["list_failures"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/exports/{export_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read an export: its state, checks and files
         * @description For roles with the permission `read`.
         */
        get: operations["read_export"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/exports/{export_id}/link": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Make a link for one download
         * @description For roles with the permission `export`.
         */
        post: operations["link_export"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/health": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Say that the service answers
         * @description Open to everyone.
         */
        get: operations["read_health"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/invitations/accept": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Join the workspace that an invitation was made for
         * @description For everyone who is signed in.
         */
        post: operations["accept_invitation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Say who the caller is; a new customer's first call makes their workspace
         * @description For everyone who is signed in.
         */
        get: operations["read_me"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/members": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the people of the workspace and who was invited
         * @description For roles with the permission `read`.
         */
        get: operations["list_members"];
        put?: never;
        /**
         * Invite somebody; the answer holds the token to send to them
         * @description For roles with the permission `administer`.
         */
        post: operations["invite_member"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/members/{member_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Remove a member, or take an invitation back
         * @description For roles with the permission `administer`.
         */
        delete: operations["remove_member"];
        options?: never;
        head?: never;
        /**
         * Give a member another role
         * @description For roles with the permission `administer`.
         */
        patch: operations["change_member"];
        trace?: never;
    };
    "/models": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the models with their dated prices
         * @description For roles with the permission `read`.
         */
        get: operations["list_models"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/openapi.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Describe the API as OpenAPI 3.1
         * @description Open to everyone.
         */
        get: operations["read_openapi"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/operations/{operation_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read how far an operation is, and why some could not be done
         * @description For roles with the permission `read`.
         */
        get: operations["read_operation"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/operations/{operation_id}/undo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take the decisions of an operation back, as far as they still stand
         * @description For roles with the permission `review`.
         */
        post: operations["undo_operation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/packs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the starter packs
         * @description For roles with the permission `read`.
         */
        get: operations["list_packs"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/packs/{slug}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a starter pack with its documents, ready to be imported
         * @description For roles with the permission `read`.
         */
        get: operations["read_pack"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/session": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Exchange the sign-in page's code for a token
         * @description Open to everyone.
         */
        post: operations["open_session"];
        /**
         * Sign out
         * @description Open to everyone.
         */
        delete: operations["close_session"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/session/refresh": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Get a fresh token by the session's cookie
         * @description Open to everyone.
         */
        post: operations["refresh_session"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/settings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read the workspace's limits and thresholds
         * @description For roles with the permission `read`.
         */
        get: operations["read_settings"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change the workspace's limits and thresholds
         * @description For roles with the permission `administer`.
         */
        patch: operations["change_settings"];
        trace?: never;
    };
    "/settings/second-opinion/agreement": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Say how far second opinions agree with people's decisions, by model, and what they cost this month
         * @description For roles with the permission `read`.
         */
        get: operations["read_agreement"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/templates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the prompt templates with their figures
         * @description For roles with the permission `read`.
         */
        get: operations["list_templates"];
        put?: never;
        /**
         * Make a template of one's own
         * @description For roles with the permission `write`.
         */
        post: operations["create_template"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/templates/{template_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a template with all its versions
         * @description For roles with the permission `read`.
         */
        get: operations["read_template"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/templates/{template_id}/duplicate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Copy a template; the copy stands beside it
         * @description For roles with the permission `write`.
         */
        post: operations["duplicate_template"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/templates/{template_id}/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Fill a template with a conversation's parameters, and send nothing
         * @description For roles with the permission `read`.
         */
        post: operations["preview_template"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/templates/{template_id}/shares": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Say which versions are in use, and in which shares
         * @description For roles with the permission `write`.
         */
        post: operations["share_template_versions"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/templates/{template_id}/state": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Turn a template on or off, or retire it for good
         * @description For roles with the permission `write`.
         */
        post: operations["switch_template"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/templates/{template_id}/usage": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Count how a template's versions do, and say what may be concluded
         * @description For roles with the permission `read`.
         */
        get: operations["read_template_usage"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/templates/{template_id}/versions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Add a version; no version is ever changed
         * @description For roles with the permission `write`.
         */
        post: operations["add_template_version"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/templates/check": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Name the parameters of a text that are unknown or missing, and save nothing
         * @description For roles with the permission `read`.
         */
        post: operations["check_template"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/templates/import": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Make a template from a file's text; {{x}} is read as {x}
         * @description For roles with the permission `write`.
         */
        post: operations["import_template"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /** AcceptInvitation */
        AcceptInvitation: {
            /** Token */
            token: string;
        };
        /**
         * Action
         * @enum {string}
         */
        Action: "tenant.created" | "settings.changed" | "member.invited" | "member.joined" | "member.changed" | "member.removed" | "key.created" | "key.revoked" | "documents.imported" | "dataset.created" | "dataset.changed" | "plan.applied" | "seeds.imported" | "template.created" | "template.version_added" | "template.weights_changed" | "template.activated" | "template.deactivated" | "template.retired" | "batch.started" | "batch.paused" | "batch.resumed" | "batch.cancelled" | "batch.retried" | "batch.round" | "batch.ended" | "budget.warning" | "conversation.generated" | "conversation.rewritten" | "conversation.judged" | "conversation.edited" | "conversation.draft_saved" | "conversation.described" | "conversation.situation_changed" | "conversation.version_deleted" | "conversation.tagged" | "conversation.deleted" | "conversation.failed" | "conversation.attempt_failed" | "conversation.approved" | "conversation.rejected" | "conversation.needs_edit" | "conversation.review_reset" | "conversation.decision_undone" | "conversation.commented" | "conversation.comment_changed" | "conversation.comment_deleted" | "conversation.rated" | "bulk.started" | "bulk.ended" | "export.started" | "export.ready" | "export.failed" | "export.downloaded";
        /**
         * Activity
         * @description A page of the record, newest first. It has no total: the record is never read as a whole.
         */
        Activity: {
            /** Items */
            items: components["schemas"]["ActivityEvent"][];
            /** Next Cursor */
            next_cursor: string | null;
        };
        /**
         * ActivityEvent
         * @description Something that was done, by whom, to what.
         */
        ActivityEvent: {
            action: components["schemas"]["Action"];
            actor: components["schemas"]["Who"];
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** Details */
            details: {
                [key: string]: unknown;
            };
            /** Id */
            id: string;
            subject: components["schemas"]["Subject"];
            /** Summary */
            summary: string;
        };
        /**
         * ActivityFile
         * @description A part of the record as CSV, newest first; the first part begins with the names of the columns.
         */
        ActivityFile: {
            /** Lines */
            lines: number;
            /** Next Cursor */
            next_cursor: string | null;
            /** Text */
            text: string;
        };
        /**
         * ActivityFilter
         * @description `since` and `until` are days in UTC, both included.
         */
        ActivityFilter: {
            /** Action */
            action?: components["schemas"]["Action"][];
            /**
             * Cursor
             * @default null
             */
            cursor: string | null;
            /**
             * Since
             * @default null
             */
            since: string | null;
            /**
             * Subject
             * @default null
             */
            subject: string | null;
            /**
             * Until
             * @default null
             */
            until: string | null;
            /** User */
            user?: string[];
        };
        /** ActivityQuery */
        ActivityQuery: {
            /** Action */
            action?: components["schemas"]["Action"][];
            /**
             * Cursor
             * @default null
             */
            cursor: string | null;
            /**
             * Limit
             * @default 50
             */
            limit: number;
            /**
             * Since
             * @default null
             */
            since: string | null;
            /**
             * Subject
             * @default null
             */
            subject: string | null;
            /**
             * Until
             * @default null
             */
            until: string | null;
            /** User */
            user?: string[];
        };
        /**
         * Agreement
         * @description How far a model's opinions go along with people's decisions. Null while there are fewer than `needed`.
         */
        Agreement: {
            /** Agreed */
            agreed: number;
            /** Kappa */
            kappa: number | null;
            /** Kappa High */
            kappa_high: number | null;
            /** Kappa Low */
            kappa_low: number | null;
            /** Model */
            model: string;
            /** N */
            n: number;
            /** Needed */
            needed: number;
            /** Sentence */
            sentence: string;
            /** Share */
            share: number | null;
            /** Unseen */
            unseen: number;
        };
        /**
         * Agreements
         * @description One for each model that has given opinions, with what they have cost this month.
         */
        Agreements: {
            /** Items */
            items: components["schemas"]["Agreement"][];
            /** Limit Micros */
            limit_micros: number;
            /**
             * Next Cursor
             * @default null
             */
            next_cursor: string | null;
            /** Spent Micros */
            spent_micros: number;
            /** Total */
            total: number;
        };
        /**
         * Alternative
         * @description The same run on another model: as it was asked for, and in economy mode.
         */
        Alternative: {
            /** Economy Expected Micros */
            economy_expected_micros: number;
            /** Expected Micros */
            expected_micros: number;
            /** Model */
            model: string;
            /** Model Name */
            model_name: string;
        };
        /**
         * ApiKey
         * @description A key for programs, by its first characters.
         */
        ApiKey: {
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /** Created By */
            created_by: string;
            /** Id */
            id: string;
            /** Name */
            name: string;
            /** Prefix */
            prefix: string;
            /** Revoked At */
            revoked_at: string | null;
            role: components["schemas"]["Role"];
        };
        /**
         * ApiKeyMade
         * @description The whole key, shown this once.
         */
        ApiKeyMade: {
            /** Id */
            id: string;
            /** Key */
            key: string;
            /** Name */
            name: string;
            /** Prefix */
            prefix: string;
            role: components["schemas"]["Role"];
        };
        /**
         * ApiKeys
         * @description All keys of the workspace, newest first.
         */
        ApiKeys: {
            /** Items */
            items: components["schemas"]["ApiKey"][];
            /**
             * Next Cursor
             * @default null
             */
            next_cursor: string | null;
            /** Total */
            total: number;
        };
        /**
         * Arc
         * @description An emotional arc. `start` and `end` are the feelings it leads from and to (`from`, `to` on the wire).
         */
        Arc: {
            /**
             * Detail
             * @default
             */
            detail: string;
            /**
             * From
             * @default
             */
            from: string;
            /** Name */
            name: string;
            /**
             * To
             * @default
             */
            to: string;
        };
        /**
         * Attempt
         * @description One call to the model, with what it cost. Null where nobody knows.
         */
        Attempt: {
            /** Batch Id */
            batch_id: string;
            /** Cache Read Tokens */
            cache_read_tokens: number;
            /** Cache Write Tokens */
            cache_write_tokens: number;
            /** Cost Micros */
            cost_micros: number;
            /** Duration Ms */
            duration_ms: number | null;
            /** Ended At */
            ended_at: string | null;
            error: components["schemas"]["AttemptProblem"] | null;
            /** Id */
            id: string;
            /** Input Tokens */
            input_tokens: number;
            /**
             * Kind
             * @enum {string}
             */
            kind: "generate" | "rewrite" | "judge" | "repair";
            /** Model */
            model: string;
            outcome: components["schemas"]["Outcome"];
            /** Output Tokens */
            output_tokens: number;
            /** Request Id */
            request_id: string | null;
            /** Reserved Micros */
            reserved_micros: number;
            /**
             * Started At
             * Format: date-time
             */
            started_at: string;
            /** Stop Reason */
            stop_reason: string | null;
            /**
             * Task
             * @enum {string}
             */
            task: "write" | "rewrite" | "judge";
            /** Thinking Tokens */
            thinking_tokens: number | null;
        };
        /** AttemptProblem */
        AttemptProblem: {
            /** Code */
            code: string;
            /** Reason */
            reason: string;
        };
        /**
         * Attempts
         * @description Every call for a conversation, oldest first.
         */
        Attempts: {
            /** Items */
            items: components["schemas"]["Attempt"][];
            /**
             * Next Cursor
             * @default null
             */
            next_cursor: string | null;
            /** Total */
            total: number;
        };
        /**
         * Band
         * @enum {string}
         */
        Band: "low" | "fair" | "good";
        /**
         * Batch
         * @description A run as it stands, counted from its conversations.
         */
        Batch: {
            /** Cap Micros */
            cap_micros: number;
            counts: components["schemas"]["Counts"];
            /** Current */
            current: components["schemas"]["CurrentItem"][];
            /** Dataset Id */
            dataset_id: string;
            /** End */
            end: ("completed" | "with_failures" | "cancelled") | null;
            /** Ended At */
            ended_at: string | null;
            estimate: components["schemas"]["Promise"];
            /** Eta Seconds */
            eta_seconds: number | null;
            /** Failures */
            failures: components["schemas"]["FailedItem"][];
            /** Id */
            id: string;
            /**
             * Kind
             * @enum {string}
             */
            kind: "batch" | "single";
            /**
             * Mode
             * @enum {string}
             */
            mode: "now" | "economy";
            /** Model */
            model: string;
            /** Notify Email */
            notify_email: string;
            /** Opinions Run */
            opinions_run: string | null;
            /** Opinions Sentence */
            opinions_sentence: string;
            /** Parts */
            parts: components["schemas"]["RunPart"][];
            /** Pause Budget */
            pause_budget: ("batch" | "dataset" | "month" | "opinions") | null;
            /** Pause Reason */
            pause_reason: ("user" | "budget" | "provider") | null;
            /** Pause Sentence */
            pause_sentence: string;
            /** Percent */
            percent: number;
            /** Rate Per Minute */
            rate_per_minute: number | null;
            /** Reserved Micros */
            reserved_micros: number;
            /** Revision */
            revision: number;
            /** Rounds */
            rounds: number;
            /** Run */
            run: number;
            /** Spent Micros */
            spent_micros: number;
            /**
             * Started At
             * Format: date-time
             */
            started_at: string;
            /** Started By */
            started_by: string;
            /** Started By Name */
            started_by_name: string;
            /**
             * State
             * @enum {string}
             */
            state: "running" | "paused" | "cancelling" | "ended";
            /** Stop Sentence */
            stop_sentence: string;
            task: components["schemas"]["Task"];
            throttled: components["schemas"]["Throttled"] | null;
            /** Until Passing */
            until_passing: number | null;
            /** Warnings */
            warnings: components["schemas"]["BudgetWarning"][];
            /** Written By */
            written_by: string[];
        };
        /**
         * Batches
         * @description All runs of a dataset, newest first.
         */
        Batches: {
            /** Items */
            items: components["schemas"]["Batch"][];
            /**
             * Next Cursor
             * @default null
             */
            next_cursor: string | null;
            /** Total */
            total: number;
        };
        /**
         * BudgetWarning
         * @description So much of a budget is spent. A budget with another cap is warned of anew.
         */
        BudgetWarning: {
            /**
             * Budget
             * @enum {string}
             */
            budget: "batch" | "dataset" | "month" | "opinions";
            /** Cap Micros */
            cap_micros: number;
            /** Percent */
            percent: number;
            /** Sentence */
            sentence: string;
        };
        /** BulkFailure */
        BulkFailure: {
            /** Code */
            code: string;
            /** Id */
            id: string;
            /** Reason */
            reason: string;
            /** Ref */
            ref: string;
        };
        /**
         * BulkPreview
         * @description What would be done and what would be left out. Nothing was changed.
         */
        BulkPreview: {
            /** Ready */
            ready: number;
            /** Reasons */
            reasons: components["schemas"]["BulkReason"][];
            /** Total */
            total: number;
            /** Unopened */
            unopened: number;
            /** Unopened Refs */
            unopened_refs: string[];
        };
        /**
         * BulkReason
         * @description Why some were not done, as the second half of a sentence: "3 could not be: they are still being written".
         */
        BulkReason: {
            /** Code */
            code: string;
            /** Count */
            count: number;
            /** Phrase */
            phrase: string;
        };
        /**
         * BulkRequest
         * @description One action, by ids or on all that match a filter; each succeeds or fails by itself.
         */
        BulkRequest: {
            /**
             * Action
             * @enum {string}
             */
            action: "generate" | "approve" | "reject" | "delete" | "tag";
            /** Add Tags */
            add_tags?: string[];
            /** @default null */
            filter: components["schemas"]["RowFilter"] | null;
            /** Ids */
            ids?: string[];
            /**
             * Note
             * @default
             */
            note: string;
            /** Remove Tags */
            remove_tags?: string[];
        };
        /**
         * Check
         * @description A rule of the target's trainer. Red blocks, amber warns, ok says that it was looked at.
         */
        Check: {
            /** Code */
            code: string;
            /**
             * Ids
             * @default []
             */
            ids: string[];
            /**
             * Level
             * @enum {string}
             */
            level: "red" | "amber" | "ok";
            /** Sentence */
            sentence: string;
        };
        /**
         * Chunk
         * @description A passage with its dimensions and the gates that decide whether it may enter a prompt.
         */
        Chunk: {
            /** Dimensions */
            dimensions: {
                [key: string]: unknown;
            };
            /** Document Id */
            document_id: string;
            /** Id */
            id: string;
            /** Include In Training */
            include_in_training: boolean;
            /** Ip Sensitivity */
            ip_sensitivity: string;
            /** Number */
            number: number;
            /** Pii Flag */
            pii_flag: boolean;
            /** Text */
            text: string;
        };
        /**
         * Chunks
         * @description A document's passages in reading order.
         */
        Chunks: {
            /** Items */
            items: components["schemas"]["Chunk"][];
            /**
             * Next Cursor
             * @default null
             */
            next_cursor: string | null;
            /** Total */
            total: number;
        };
        /**
         * Claim
         * @description A figure, a name or a run of words in a turn, and the passage that says so, says otherwise, or is missing.
         *
         *     Places are character offsets into the turn's content and into the passage's text.
         */
        Claim: {
            /** End */
            end: number;
            /**
             * Kind
             * @enum {string}
             */
            kind: "figure" | "name" | "words";
            /**
             * Passage
             * @default null
             */
            passage: string | null;
            /**
             * Passage End
             * @default null
             */
            passage_end: number | null;
            /**
             * Passage Start
             * @default null
             */
            passage_start: number | null;
            /** Start */
            start: number;
            /**
             * State
             * @enum {string}
             */
            state: "found" | "differs" | "unsupported";
            /** Turn */
            turn: number;
        };
        /**
         * CodeExchange
         * @description What the browser brings back from the sign-in page (OIDC code flow with PKCE).
         */
        CodeExchange: {
            /** Code */
            code: string;
            /** Code Verifier */
            code_verifier: string;
            /** Redirect Uri */
            redirect_uri: string;
        };
        /**
         * Comment
         * @description What somebody said about a message of the version that they saw. `mine` is true for the caller's own.
         */
        Comment: {
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** By */
            by: string;
            /** By Name */
            by_name: string;
            /** Changed At */
            changed_at: string | null;
            /** Id */
            id: string;
            /** Mine */
            mine: boolean;
            /** Text */
            text: string;
            /** Turn */
            turn: number;
            /** Version */
            version: number;
        };
        /**
         * Comments
         * @description All comments on a conversation, oldest first.
         */
        Comments: {
            /** Items */
            items: components["schemas"]["Comment"][];
            /**
             * Next Cursor
             * @default null
             */
            next_cursor: string | null;
            /** Total */
            total: number;
        };
        /** CommentText */
        CommentText: {
            /** Text */
            text: string;
        };
        /**
         * Comparison
         * @description The owner's own examples against the generated ones.
         */
        Comparison: {
            examples: components["schemas"]["Figures"];
            generated: components["schemas"]["Figures"];
        };
        /**
         * Conversation
         * @description One conversation in full, with its current version and up to five others that say nearly the same.
         */
        Conversation: {
            /** Arc */
            arc: string;
            /** Batch Id */
            batch_id: string | null;
            /** Chunk Ids */
            chunk_ids: string[];
            /** Chunks */
            chunks: components["schemas"]["SourceFact"][];
            /** Content Category */
            content_category: string;
            /** Cost Micros */
            cost_micros: number;
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /** Current Version */
            current_version: number | null;
            /** Dataset Id */
            dataset_id: string;
            /** Emotion */
            emotion: string;
            failure: components["schemas"]["Failure"] | null;
            /** Flagged */
            flagged: boolean;
            /** Flags */
            flags: string[];
            /** Generated At */
            generated_at: string | null;
            /** Id */
            id: string;
            /** Intent */
            intent: string;
            /** Is Seed */
            is_seed: boolean;
            /** Latest Version */
            latest_version: number;
            opinion: components["schemas"]["OpinionLine"] | null;
            /** Outcome */
            outcome: string;
            /** Paid Attempts */
            paid_attempts: number;
            /** Persona */
            persona: string;
            /** Ref */
            ref: string;
            review: components["schemas"]["Review"] | null;
            /** Revision */
            revision: number;
            /** Score */
            score: number | null;
            /** Similar */
            similar: components["schemas"]["Likeness"][];
            slot: components["schemas"]["PlannedSlot"];
            /** Source Categories */
            source_categories: string[];
            /** Source Document Ids */
            source_document_ids: string[];
            /** Stars */
            stars: number | null;
            /** Started At */
            started_at: string | null;
            status: components["schemas"]["Status"];
            /** Tags */
            tags: string[];
            /** Template Id */
            template_id: string | null;
            /** Template Name */
            template_name: string | null;
            /** Template Version */
            template_version: number | null;
            tier: components["schemas"]["Tier"];
            /** Title */
            title: string;
            /** Tone */
            tone: string;
            /** Topic */
            topic: string;
            /** Topic Cluster */
            topic_cluster: string;
            /** Turn Count */
            turn_count: number;
            /**
             * Updated At
             * Format: date-time
             */
            updated_at: string;
            version: components["schemas"]["Version"] | null;
            /** Versions */
            versions: components["schemas"]["VersionLine"][];
            /** Written By */
            written_by: string | null;
        };
        /**
         * ConversationRow
         * @description A row of the table.
         */
        ConversationRow: {
            /** Arc */
            arc: string;
            /** Batch Id */
            batch_id: string | null;
            /** Chunk Ids */
            chunk_ids: string[];
            /** Content Category */
            content_category: string;
            /** Cost Micros */
            cost_micros: number;
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /** Current Version */
            current_version: number | null;
            /** Dataset Id */
            dataset_id: string;
            /** Emotion */
            emotion: string;
            failure: components["schemas"]["Failure"] | null;
            /** Flagged */
            flagged: boolean;
            /** Flags */
            flags: string[];
            /** Generated At */
            generated_at: string | null;
            /** Id */
            id: string;
            /** Intent */
            intent: string;
            /** Is Seed */
            is_seed: boolean;
            /** Latest Version */
            latest_version: number;
            opinion: components["schemas"]["OpinionLine"] | null;
            /** Outcome */
            outcome: string;
            /** Paid Attempts */
            paid_attempts: number;
            /** Persona */
            persona: string;
            /** Ref */
            ref: string;
            review: components["schemas"]["Review"] | null;
            /** Revision */
            revision: number;
            /** Score */
            score: number | null;
            /** Source Categories */
            source_categories: string[];
            /** Source Document Ids */
            source_document_ids: string[];
            /** Stars */
            stars: number | null;
            /** Started At */
            started_at: string | null;
            status: components["schemas"]["Status"];
            /** Tags */
            tags: string[];
            /** Template Id */
            template_id: string | null;
            /** Template Name */
            template_name: string | null;
            /** Template Version */
            template_version: number | null;
            tier: components["schemas"]["Tier"];
            /** Title */
            title: string;
            /** Tone */
            tone: string;
            /** Topic */
            topic: string;
            /** Topic Cluster */
            topic_cluster: string;
            /** Turn Count */
            turn_count: number;
            /**
             * Updated At
             * Format: date-time
             */
            updated_at: string;
            /** Written By */
            written_by: string | null;
        };
        /**
         * Counts
         * @description Counted from the stored conversations, never kept in counters.
         */
        Counts: {
            /**
             * Cancelled
             * @default 0
             */
            cancelled: number;
            /**
             * Failed
             * @default 0
             */
            failed: number;
            /**
             * Flagged
             * @default 0
             */
            flagged: number;
            /**
             * Generating
             * @default 0
             */
            generating: number;
            /**
             * Queued
             * @default 0
             */
            queued: number;
            /**
             * Succeeded
             * @default 0
             */
            succeeded: number;
            /**
             * Total
             * @default 0
             */
            total: number;
        };
        /**
         * Coverage
         * @description How many conversations each name has.
         */
        Coverage: {
            /** Arc */
            arc: {
                [key: string]: number;
            };
            /** Persona */
            persona: {
                [key: string]: number;
            };
            /** Topic */
            topic: {
                [key: string]: number;
            };
        };
        /**
         * CoverageCell
         * @description One pair of words. What nobody needs lacks nothing.
         */
        CoverageCell: {
            /** Approved */
            approved: number;
            /** Column */
            column: string;
            /** Coming */
            coming: number;
            /** Missing */
            missing: number;
            /** Not Needed */
            not_needed: boolean;
            /** Planned */
            planned: number;
            /** Ready */
            ready: number;
            /** Row */
            row: string;
            /** Target */
            target: number;
        };
        /**
         * CoverageLine
         * @description One word of a dimension.
         */
        CoverageLine: {
            /** Approved */
            approved: number;
            /** Coming */
            coming: number;
            /** Missing */
            missing: number;
            /** Planned */
            planned: number;
            /** Ready */
            ready: number;
            /** Target */
            target: number;
            /** Value */
            value: string;
        };
        /**
         * CoverageQuery
         * @description Two different dimensions: one down, one across.
         */
        CoverageQuery: {
            /**
             * Cols
             * @default arc
             * @enum {string}
             */
            cols: "persona" | "arc" | "tier" | "topic" | "emotion" | "intent" | "tone" | "outcome" | "content_category" | "topic_cluster" | "source_category" | "document_id";
            /**
             * Rows
             * @default persona
             * @enum {string}
             */
            rows: "persona" | "arc" | "tier" | "topic" | "emotion" | "intent" | "tone" | "outcome" | "content_category" | "topic_cluster" | "source_category" | "document_id";
        };
        /**
         * CoverageTable
         * @description Cells without any figure are left out. `gaps` are those that lack something, at most 100, the emptiest first.
         */
        CoverageTable: {
            /** Cells */
            cells: components["schemas"]["CoverageCell"][];
            /** Charts */
            charts: {
                [key: string]: components["schemas"]["CoverageLine"][];
            };
            /** Columns */
            columns: components["schemas"]["CoverageLine"][];
            comparison: components["schemas"]["Comparison"];
            /** Gap Count */
            gap_count: number;
            /** Gaps */
            gaps: components["schemas"]["CoverageCell"][];
            /** Missing */
            missing: number;
            /** Rows */
            rows: components["schemas"]["CoverageLine"][];
            /** Titles */
            titles: {
                [key: string]: string;
            };
            total: components["schemas"]["Tally"];
            /** Unused */
            unused: components["schemas"]["UnusedDocument"][];
        };
        /**
         * CurrentItem
         * @description A conversation that is being written now.
         */
        CurrentItem: {
            /** Emotion */
            emotion: string;
            /** Id */
            id: string;
            /** Persona */
            persona: string;
            /** Ref */
            ref: string;
            /**
             * Since
             * Format: date-time
             */
            since: string;
            /** Topic */
            topic: string;
        };
        /** Dataset */
        Dataset: {
            /** Budget Micros */
            budget_micros: number;
            /** Conversation Count */
            conversation_count: number;
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /** Id */
            id: string;
            /** Name */
            name: string;
            /** Not Needed */
            not_needed: {
                [key: string]: string;
            }[];
            /** Prefix */
            prefix: string;
            /** Revision */
            revision: number;
            taxonomy: components["schemas"]["Taxonomy"];
            thresholds: components["schemas"]["Thresholds"];
            tier_weights: components["schemas"]["TierWeights"];
            /**
             * Updated At
             * Format: date-time
             */
            updated_at: string;
        };
        /**
         * DatasetChange
         * @description What to change; what is left out stays.
         */
        DatasetChange: {
            /**
             * Budget Micros
             * @default null
             */
            budget_micros: number | null;
            /**
             * Name
             * @default null
             */
            name: string | null;
            /**
             * Not Needed
             * @default null
             */
            not_needed: {
                [key: string]: string;
            }[] | null;
            /** @default null */
            taxonomy: components["schemas"]["Taxonomy"] | null;
            /** @default null */
            tier_weights: components["schemas"]["TierWeights"] | null;
        };
        /**
         * Datasets
         * @description All datasets of the workspace, newest first.
         */
        Datasets: {
            /** Items */
            items: components["schemas"]["Dataset"][];
            /**
             * Next Cursor
             * @default null
             */
            next_cursor: string | null;
            /** Total */
            total: number;
        };
        /**
         * DeletedVersions
         * @description Which versions went, and which had to stay, each with its reason.
         */
        DeletedVersions: {
            /** Deleted */
            deleted: number[];
            /** Kept */
            kept: components["schemas"]["KeptVersion"][];
            row: components["schemas"]["ConversationRow"];
        };
        /** DeleteVersions */
        DeleteVersions: {
            /** Numbers */
            numbers: number[];
        };
        /**
         * Description
         * @description What a conversation is filed under; what is left out stays.
         */
        "Description-Input": {
            /**
             * Content Category
             * @default null
             */
            content_category: string | null;
            /**
             * Emotion
             * @default null
             */
            emotion: string | null;
            /**
             * Intent
             * @default null
             */
            intent: string | null;
            /**
             * Outcome
             * @default null
             */
            outcome: string | null;
            /**
             * Persona
             * @default null
             */
            persona: string | null;
            /**
             * Tags
             * @default null
             */
            tags: string[] | null;
            /**
             * Tone
             * @default null
             */
            tone: string | null;
            /**
             * Topic
             * @default null
             */
            topic: string | null;
            /**
             * Topic Cluster
             * @default null
             */
            topic_cluster: string | null;
        };
        /**
         * Description
         * @description An OpenAPI 3.1 document.
         */
        "Description-Output": {
            [key: string]: unknown;
        };
        /** Document */
        Document: {
            /** Category */
            category: string;
            /** Chunk Count */
            chunk_count: number;
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /** Id */
            id: string;
            /** Title */
            title: string;
            /**
             * Updated At
             * Format: date-time
             */
            updated_at: string;
        };
        /**
         * Documents
         * @description All documents by title.
         */
        Documents: {
            /** Items */
            items: components["schemas"]["Document"][];
            /**
             * Next Cursor
             * @default null
             */
            next_cursor: string | null;
            /** Total */
            total: number;
        };
        /**
         * DownloadLink
         * @description A link for this one download; it ends soon.
         */
        DownloadLink: {
            /**
             * Expires At
             * Format: date-time
             */
            expires_at: string;
            /** Filename */
            filename: string;
            /** Url */
            url: string;
        };
        /**
         * Driver
         * @description One line of where the money goes. The lines add up to the expected cost.
         */
        Driver: {
            /** Detail */
            detail: string;
            /** Key */
            key: string;
            /** Label */
            label: string;
            /** Micros */
            micros: number;
        };
        /** Duplicate */
        Duplicate: {
            /**
             * Name
             * @default
             */
            name: string;
        };
        /** EdgeCase */
        EdgeCase: {
            /**
             * Detail
             * @default
             */
            detail: string;
            /** Kind */
            kind: string;
        };
        /**
         * Edit
         * @description The row after an edit, the version that holds it, and what its text scored before.
         */
        Edit: {
            row: components["schemas"]["ConversationRow"];
            version: components["schemas"]["Version"];
            /** Was Score */
            was_score: number;
        };
        /** EditedTurn */
        EditedTurn: {
            /** Content */
            content: string;
            /** Number */
            number: number;
        };
        /**
         * EditRequest
         * @description New texts of messages, on top of the version that the person sees.
         */
        EditRequest: {
            /** Turns */
            turns: components["schemas"]["EditedTurn"][];
            /** Version */
            version: number;
        };
        /** Emotion */
        Emotion: {
            /**
             * Family
             * @default
             */
            family: string;
            /**
             * Intensity
             * @default
             */
            intensity: string;
            /** Name */
            name: string;
        };
        /**
         * Estimate
         * @description What a run is expected to cost and take, and the most that it can cost.
         */
        Estimate: {
            /** Alternatives */
            alternatives: components["schemas"]["Alternative"][];
            /** At Most Micros */
            at_most_micros: number;
            budget: components["schemas"]["RemainingBudget"];
            /** By Tier */
            by_tier: {
                [key: string]: number;
            };
            /** Count */
            count: number;
            /** Drivers */
            drivers: components["schemas"]["Driver"][];
            /** Expected Micros */
            expected_micros: number;
            /** Expected Seconds High */
            expected_seconds_high: number;
            /** Expected Seconds Low */
            expected_seconds_low: number;
            /** Left Out */
            left_out: components["schemas"]["BulkReason"][];
            /**
             * Mode
             * @enum {string}
             */
            mode: "now" | "economy";
            /** Model */
            model: string;
            /** Model Name */
            model_name: string;
            /** Modes */
            modes: components["schemas"]["ModeOffer"][];
            /** One Call At Most Micros */
            one_call_at_most_micros: number;
            opinions: components["schemas"]["OpinionsLine"] | null;
            /**
             * Prices As Of
             * Format: date
             */
            prices_as_of: string;
            /** Problems */
            problems: components["schemas"]["Notice"][];
            /** Suggested Cap Micros */
            suggested_cap_micros: number;
            /** Warnings */
            warnings: components["schemas"]["Notice"][];
        };
        /** EstimateRequest */
        EstimateRequest: {
            /**
             * Mode
             * @default now
             * @enum {string}
             */
            mode: "now" | "economy";
            /**
             * Model
             * @default null
             */
            model: string | null;
            selection: components["schemas"]["Selection"];
            task?: components["schemas"]["Task"];
        };
        /** Export */
        Export: {
            /** Checks */
            checks: components["schemas"]["Check"][];
            /** Count */
            count: number;
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /** Created By */
            created_by: string;
            /** Created By Name */
            created_by_name: string;
            /** Dataset Id */
            dataset_id: string;
            /** Files */
            files: components["schemas"]["ExportedFile"][];
            /** Filter */
            filter: {
                [key: string]: unknown;
            };
            /** Formats */
            formats: ("openai_chat_jsonl" | "anthropic_jsonl" | "full_json")[];
            /** Id */
            id: string;
            /** Name */
            name: string;
            /** Ready At */
            ready_at: string | null;
            /** Reason */
            reason: string;
            /**
             * State
             * @enum {string}
             */
            state: "building" | "ready" | "failed";
            /** Stats */
            stats: {
                [key: string]: unknown;
            };
        };
        /** ExportedFile */
        ExportedFile: {
            /** Bytes */
            bytes: number;
            /** Format */
            format: ("openai_chat_jsonl" | "anthropic_jsonl" | "full_json") | "manifest";
            /** Name */
            name: string;
            /** Rows */
            rows: number;
            /** Sha256 */
            sha256: string;
        };
        /**
         * ExportPreview
         * @description What an export would hold. `read` of `count` conversations were looked at.
         */
        ExportPreview: {
            /** Checks */
            checks: components["schemas"]["Check"][];
            /** Count */
            count: number;
            /** Filename */
            filename: string;
            /** Read */
            read: number;
            /** Sample */
            sample: unknown[];
        };
        /**
         * ExportRequest
         * @description Only approved conversations ever leave; the filter narrows them down further.
         */
        ExportRequest: {
            /**
             * @default {
             *       "id": [],
             *       "ref": [],
             *       "persona": [],
             *       "emotion": [],
             *       "arc": [],
             *       "topic": [],
             *       "intent": [],
             *       "tone": [],
             *       "content_category": [],
             *       "topic_cluster": [],
             *       "outcome": [],
             *       "tier": [],
             *       "status": [],
             *       "template_id": [],
             *       "template_version": [],
             *       "batch_id": [],
             *       "document_id": [],
             *       "source_category": [],
             *       "tag": [],
             *       "flag": [],
             *       "dataset_id": [],
             *       "review": [],
             *       "reviewer": [],
             *       "band": [],
             *       "expertise_level": [],
             *       "emotional_valence": [],
             *       "domain": [],
             *       "scenario_type": [],
             *       "generated_from": null,
             *       "generated_to": null,
             *       "reviewed_from": null,
             *       "reviewed_to": null,
             *       "flagged": null,
             *       "is_seed": null,
             *       "min_score": null,
             *       "max_score": null,
             *       "q": ""
             *     }
             */
            filter: components["schemas"]["RowFilter"];
            /** Formats */
            formats: ("openai_chat_jsonl" | "anthropic_jsonl" | "full_json")[];
            /**
             * Name
             * @default null
             */
            name: string | null;
        };
        /**
         * Exports
         * @description All exports of a dataset, newest first.
         */
        Exports: {
            /** Items */
            items: components["schemas"]["Export"][];
            /**
             * Next Cursor
             * @default null
             */
            next_cursor: string | null;
            /** Total */
            total: number;
        };
        /** FailedItem */
        FailedItem: {
            /** Cost Micros */
            cost_micros: number;
            /** Emotion */
            emotion: string;
            failure: components["schemas"]["Failure"];
            /** Id */
            id: string;
            /** Persona */
            persona: string;
            /** Ref */
            ref: string;
            /** Topic */
            topic: string;
        };
        /**
         * Failure
         * @description Why a conversation was not written, in words for its owner, and whether trying again helps.
         */
        Failure: {
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** Code */
            code: string;
            /**
             * Kind
             * @enum {string}
             */
            kind: "transient" | "permanent" | "needs_change";
            /** Next Step */
            next_step: string;
            /** Reason */
            reason: string;
            /**
             * Request Id
             * @default null
             */
            request_id: string | null;
        };
        /**
         * FailureQuery
         * @description `final` asks for conversations that were given up (true), or for calls that were made again (false).
         */
        FailureQuery: {
            /**
             * Conversation
             * @default null
             */
            conversation: string | null;
            /**
             * Cursor
             * @default null
             */
            cursor: string | null;
            /**
             * Dataset
             * @default null
             */
            dataset: string | null;
            /**
             * Final
             * @default null
             */
            final: boolean | null;
            /** Kind */
            kind?: ("transient" | "permanent" | "needs_change")[];
            /**
             * Limit
             * @default 50
             */
            limit: number;
        };
        /**
         * FailureRecord
         * @description One call that came to nothing, or (`final`) a conversation that was given up.
         *
         *     `attempt_id` is None when no call was made, `http_status` when the provider answered no error.
         *     `retryable` says whether another try may help; what is not final is tried again without anybody's help.
         */
        FailureRecord: {
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** Attempt Id */
            attempt_id: string | null;
            /** Batch Id */
            batch_id: string | null;
            /** Code */
            code: string;
            /** Conversation Id */
            conversation_id: string;
            /** Cost Micros */
            cost_micros: number;
            /** Dataset Id */
            dataset_id: string | null;
            /** Final */
            final: boolean;
            /** Http Status */
            http_status: number | null;
            /** Id */
            id: string;
            /**
             * Kind
             * @enum {string}
             */
            kind: "transient" | "permanent" | "needs_change";
            /** Reason */
            reason: string;
            /** Ref */
            ref: string;
            /** Request Id */
            request_id: string | null;
            /** Retryable */
            retryable: boolean;
        };
        /**
         * Failures
         * @description A page, newest first. It may be shorter than `limit`: the list ends where `next_cursor` is null.
         */
        Failures: {
            /** Items */
            items: components["schemas"]["FailureRecord"][];
            /** Next Cursor */
            next_cursor: string | null;
        };
        /**
         * FieldProblem
         * @description One thing wrong with what was sent: where, and what.
         */
        FieldProblem: {
            /** Field */
            field: string;
            /** Message */
            message: string;
        };
        /**
         * Figures
         * @description Of written conversations; null where there is nothing to take a figure from.
         *
         *     `mean_score` is over `scored` ones, `mean_turns` over `written`, `words_per_turn` over `counted`; `approval` is
         *     the approved share of the `decided` ones, 0 to 1.
         */
        Figures: {
            /** Approval */
            approval: number | null;
            /** Counted */
            counted: number;
            /** Decided */
            decided: number;
            /** Mean Score */
            mean_score: number | null;
            /** Mean Turns */
            mean_turns: number | null;
            /** Scored */
            scored: number;
            /** Words Per Turn */
            words_per_turn: number | null;
            /** Written */
            written: number;
        };
        /**
         * FillRequest
         * @description Gaps to be filled.
         */
        FillRequest: {
            /** Gaps */
            gaps: components["schemas"]["Gap"][];
        };
        /**
         * FullAttempt
         * @description One call with what filled its template, and the request and the answer as they were kept then.
         *
         *     `request` is null when nothing was sent, `answer` when none came back.
         */
        FullAttempt: {
            /** Answer */
            answer: {
                [key: string]: unknown;
            } | null;
            /** Batch Id */
            batch_id: string;
            /** Cache Read Tokens */
            cache_read_tokens: number;
            /** Cache Write Tokens */
            cache_write_tokens: number;
            /** Cost Micros */
            cost_micros: number;
            /** Duration Ms */
            duration_ms: number | null;
            /** Ended At */
            ended_at: string | null;
            error: components["schemas"]["AttemptProblem"] | null;
            /** Http Status */
            http_status: number | null;
            /** Id */
            id: string;
            /** Input Tokens */
            input_tokens: number;
            /**
             * Kind
             * @enum {string}
             */
            kind: "generate" | "rewrite" | "judge" | "repair";
            /** Model */
            model: string;
            outcome: components["schemas"]["Outcome"];
            /** Output Tokens */
            output_tokens: number;
            /** Parameters */
            parameters: {
                [key: string]: string;
            };
            /** Request */
            request: {
                [key: string]: unknown;
            } | null;
            /** Request Id */
            request_id: string | null;
            /** Reserved Micros */
            reserved_micros: number;
            /**
             * Started At
             * Format: date-time
             */
            started_at: string;
            /** Stop Reason */
            stop_reason: string | null;
            /**
             * Task
             * @enum {string}
             */
            task: "write" | "rewrite" | "judge";
            /** Template Id */
            template_id: string;
            /** Template Version */
            template_version: number;
            /** Thinking Tokens */
            thinking_tokens: number | null;
        };
        /**
         * Gap
         * @description Words by dimension, such as a persona with an arc, and how many conversations to add there.
         */
        Gap: {
            /** Count */
            count: number;
            /** Where */
            where: {
                [key: string]: string;
            };
        };
        /**
         * GenerateOne
         * @description Another template or model than last time; what is there stays as an older version.
         */
        GenerateOne: {
            /**
             * Model
             * @default null
             */
            model: string | null;
            /**
             * Template Id
             * @default null
             */
            template_id: string | null;
            /**
             * Template Version
             * @default null
             */
            template_version: number | null;
        };
        /**
         * Grant
         * @description A token for the `Authorization` header, and when it ends.
         */
        Grant: {
            /**
             * Expires At
             * Format: date-time
             */
            expires_at: string;
            /** Id Token */
            id_token: string;
        };
        /**
         * Health
         * @description The service answers.
         */
        Health: {
            /** Stage */
            stage: string;
            /**
             * Status
             * @default ok
             * @constant
             */
            status: "ok";
            /** Version */
            version: string;
        };
        /** ImportCounts */
        ImportCounts: {
            /** Chunks */
            chunks: number;
            /** Documents */
            documents: number;
        };
        /**
         * ImportDocuments
         * @description Documents to bring in: all of them, or none when one is wrong.
         */
        ImportDocuments: {
            /** Documents */
            documents: components["schemas"]["ImportedDocument"][];
        };
        /**
         * ImportedChunk
         * @description A passage. `dimensions` has the sixty names of the dimension list; one left out counts as null.
         */
        ImportedChunk: {
            /** Dimensions */
            dimensions?: {
                [key: string]: unknown;
            };
            /** Text */
            text: string;
        };
        /** ImportedDocument */
        ImportedDocument: {
            /** Category */
            category: string;
            /** Chunks */
            chunks: components["schemas"]["ImportedChunk"][];
            /**
             * Text
             * @default null
             */
            text: string | null;
            /** Title */
            title: string;
        };
        /** ImportedSeed */
        ImportedSeed: {
            /** Id */
            id: string;
            /** Ref */
            ref: string;
            /** Score */
            score: number;
            /** Title */
            title: string;
        };
        /**
         * ImportResult
         * @description What came in. `already_here` names documents that were imported before and were left alone.
         */
        ImportResult: {
            /** Already Here */
            already_here: string[];
            /** Documents */
            documents: components["schemas"]["Document"][];
            imported: components["schemas"]["ImportCounts"];
        };
        /**
         * Interval
         * @description The likely range (95 of 100).
         */
        Interval: {
            /** High */
            high: number;
            /** Low */
            low: number;
        };
        /**
         * InvitationMade
         * @description The token is shown this once; whoever signs in with the invited address may redeem it.
         */
        InvitationMade: {
            /** Accept Token */
            accept_token: string;
            /** Email */
            email: string;
            /**
             * Expires At
             * Format: date-time
             */
            expires_at: string;
            /** Id */
            id: string;
            role: components["schemas"]["Role"];
        };
        /** Invite */
        Invite: {
            /** Email */
            email: string;
            role: components["schemas"]["Role"];
        };
        /**
         * JudgeOne
         * @description Which version is to be read; the current one when none is named.
         */
        JudgeOne: {
            /**
             * Version
             * @default null
             */
            version: number | null;
        };
        /** KeptVersion */
        KeptVersion: {
            /** Code */
            code: string;
            /** Number */
            number: number;
            /** Reason */
            reason: string;
        };
        /**
         * Likeness
         * @description Another conversation, and the estimated share of what both say word for word, 0 to 1.
         */
        Likeness: {
            /** Id */
            id: string;
            /** Likeness */
            likeness: number;
            /** Ref */
            ref: string;
        };
        /**
         * LinkRequest
         * @description The name of one of the export's files.
         */
        LinkRequest: {
            /** File */
            file: string;
        };
        /**
         * Me
         * @description The caller. `tenant` and `role` are null for someone who is in no workspace.
         */
        Me: {
            /** Is Staff */
            is_staff: boolean;
            /** Permissions */
            permissions: components["schemas"]["Permission"][];
            role: components["schemas"]["Role"] | null;
            tenant: components["schemas"]["Workspace"] | null;
            /** Tenants */
            tenants: components["schemas"]["Membership"][];
            user: components["schemas"]["User"];
            /**
             * Via
             * @enum {string}
             */
            via: "session" | "api_key";
        };
        /**
         * Member
         * @description A person of the workspace, or one who was invited and has not come yet.
         */
        Member: {
            /** Email */
            email: string;
            /** Id */
            id: string;
            /** Name */
            name: string;
            role: components["schemas"]["Role"];
            /**
             * Since
             * Format: date-time
             */
            since: string;
            /**
             * State
             * @enum {string}
             */
            state: "active" | "invited";
        };
        /**
         * Members
         * @description Everyone of the workspace, invitations last.
         */
        Members: {
            /** Items */
            items: components["schemas"]["Member"][];
            /**
             * Next Cursor
             * @default null
             */
            next_cursor: string | null;
            /** Total */
            total: number;
        };
        /**
         * Membership
         * @description A workspace that the caller can open.
         */
        Membership: {
            /** Id */
            id: string;
            /** Name */
            name: string;
            role: components["schemas"]["Role"];
        };
        /**
         * Model
         * @description A language model with what it costs per million tokens, in micro-dollars.
         */
        Model: {
            /** Available */
            available: boolean;
            /** Cache Read Micros Per Mtok */
            cache_read_micros_per_mtok: number;
            /** Id */
            id: string;
            /** Input Micros Per Mtok */
            input_micros_per_mtok: number;
            /** Max Output Tokens */
            max_output_tokens: number;
            /** Name */
            name: string;
            /** Output Micros Per Mtok */
            output_micros_per_mtok: number;
            /** Retires On */
            retires_on: string | null;
        };
        /**
         * Models
         * @description The models that can be used, with the day on which their prices were read off.
         */
        Models: {
            /** Default */
            default: string;
            /** Items */
            items: components["schemas"]["Model"][];
            /**
             * Next Cursor
             * @default null
             */
            next_cursor: string | null;
            /**
             * Prices As Of
             * Format: date
             */
            prices_as_of: string;
            /** Total */
            total: number;
        };
        /**
         * ModeOffer
         * @description The same run on the same model, written now or in economy mode.
         */
        ModeOffer: {
            /** At Most Micros */
            at_most_micros: number;
            /** Expected Micros */
            expected_micros: number;
            /** Expected Seconds */
            expected_seconds: number;
            /** Expected Seconds High */
            expected_seconds_high: number;
            /** Expected Seconds Low */
            expected_seconds_low: number;
            /** Held Micros */
            held_micros: number;
            /**
             * Mode
             * @enum {string}
             */
            mode: "now" | "economy";
            /** One Call At Most Micros */
            one_call_at_most_micros: number;
            /** Suggested Cap Micros */
            suggested_cap_micros: number;
        };
        /**
         * NearPair
         * @description A conversation that says nearly what an earlier one says.
         */
        NearPair: {
            /** Id */
            id: string;
            other: components["schemas"]["Likeness"];
            /** Ref */
            ref: string;
        };
        /** NewApiKey */
        NewApiKey: {
            /** Name */
            name: string;
            role: components["schemas"]["Role"];
        };
        /** NewComment */
        NewComment: {
            /** Text */
            text: string;
            /** Turn */
            turn: number;
            /** Version */
            version: number;
        };
        /**
         * NewDataset
         * @description The taxonomy comes from a starter pack or is given; a given one wins.
         */
        NewDataset: {
            /**
             * Budget Micros
             * @default null
             */
            budget_micros: number | null;
            /** Name */
            name: string;
            /**
             * Pack
             * @default null
             */
            pack: string | null;
            /**
             * Prefix
             * @default null
             */
            prefix: string | null;
            /** @default null */
            taxonomy: components["schemas"]["Taxonomy"] | null;
            /** @default null */
            tier_weights: components["schemas"]["TierWeights"] | null;
        };
        /**
         * NewTemplate
         * @description A template of one's own, in use at once.
         */
        NewTemplate: {
            /**
             * Arc
             * @default null
             */
            arc: string | null;
            /** Body */
            body: string;
            /**
             * Description
             * @default
             */
            description: string;
            /**
             * Edge Case
             * @default null
             */
            edge_case: string | null;
            /** Name */
            name: string;
            tier: components["schemas"]["Tier"];
        };
        /**
         * NewVersion
         * @description A new text. `percent` of the conversations to come are written with it; 0 keeps it off for now.
         */
        NewVersion: {
            /** Body */
            body: string;
            /**
             * Note
             * @default
             */
            note: string;
            /**
             * Percent
             * @default 0
             */
            percent: number;
        };
        /**
         * NoInput
         * @description A body that says nothing more.
         */
        NoInput: Record<string, never>;
        /**
         * Notice
         * @description A warning or a problem; `ids` are the conversations that it is about.
         */
        Notice: {
            /** Code */
            code: string;
            /**
             * Ids
             * @default []
             */
            ids: string[];
            /** Sentence */
            sentence: string;
        };
        /**
         * Opened
         * @description The version that somebody has before their eyes.
         */
        Opened: {
            /** Version */
            version: number;
        };
        /**
         * Operation
         * @description How many are done and why others were not; while `running`, read it again.
         */
        Operation: {
            /**
             * Action
             * @enum {string}
             */
            action: "generate" | "approve" | "reject" | "delete" | "tag" | "undo";
            /** Batch Id */
            batch_id: string | null;
            /** Done */
            done: number;
            /** Ended At */
            ended_at: string | null;
            /** Failed */
            failed: components["schemas"]["BulkFailure"][];
            /** Failed Count */
            failed_count: number;
            /** Id */
            id: string;
            /** Position */
            position: number;
            /** Reasons */
            reasons: components["schemas"]["BulkReason"][];
            /**
             * Started At
             * Format: date-time
             */
            started_at: string;
            /**
             * State
             * @enum {string}
             */
            state: "running" | "ended";
            /** Total */
            total: number;
            /** Undoable */
            undoable: boolean;
        };
        /**
         * Opinion
         * @description What a model that read a version says of it, by a rubric. It is part of no score.
         */
        Opinion: {
            /** Asked By Name */
            asked_by_name: string;
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** Cost Micros */
            cost_micros: number;
            /** Model */
            model: string;
            /** Overall */
            overall: number;
            /** Parts */
            parts: components["schemas"]["OpinionPart"][];
            /** Rubric Version */
            rubric_version: number;
            /**
             * Verdict
             * @enum {string}
             */
            verdict: "approve" | "improve";
            /** Written By */
            written_by: string;
        };
        /**
         * OpinionLine
         * @description What a conversation's row shows of the opinion on its current version.
         */
        OpinionLine: {
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** Model */
            model: string;
            /** Overall */
            overall: number;
            /**
             * Verdict
             * @enum {string}
             */
            verdict: "approve" | "improve";
            /** Written By */
            written_by: string;
        };
        /**
         * OpinionPart
         * @description One line of the rubric: 1 to 10, why, and the message it points at, if it is about one.
         */
        OpinionPart: {
            /** Key */
            key: string;
            /** Label */
            label: string;
            /** Score */
            score: number;
            /** Sentence */
            sentence: string;
            /**
             * Turn
             * @default null
             */
            turn: number | null;
        };
        /**
         * OpinionsLine
         * @description What second opinions on all of it will cost afterwards, out of what is left of the run's limit.
         */
        OpinionsLine: {
            /** At Most Micros */
            at_most_micros: number;
            /** Expected Micros */
            expected_micros: number;
            /** Model */
            model: string;
            /** Model Name */
            model_name: string;
        };
        /**
         * Outcome
         * @enum {string}
         */
        Outcome: "running" | "succeeded" | "unreadable" | "refused" | "rejected" | "unknown";
        /**
         * Overview
         * @description All workspaces in figures; never a name, never a text.
         */
        Overview: {
            /** Batches By State */
            batches_by_state: {
                [key: string]: number;
            };
            /** Conversations By Status */
            conversations_by_status: {
                [key: string]: number;
            };
            /** Errors By Code */
            errors_by_code: {
                [key: string]: number;
            };
            /** Tenants */
            tenants: number;
        };
        /**
         * Pack
         * @description A starter pack: a taxonomy, and documents in the shape that the import takes.
         */
        Pack: {
            /** Description */
            description: string;
            /** Documents */
            documents: components["schemas"]["ImportedDocument"][];
            /** Name */
            name: string;
            /** Slug */
            slug: string;
            taxonomy: components["schemas"]["Taxonomy"];
        };
        /**
         * Packs
         * @description The starter packs that ship with the product.
         */
        Packs: {
            /** Items */
            items: components["schemas"]["PackSummary"][];
            /**
             * Next Cursor
             * @default null
             */
            next_cursor: string | null;
            /** Total */
            total: number;
        };
        /**
         * PackSummary
         * @description A starter pack, without its documents' text.
         */
        PackSummary: {
            /** Chunk Count */
            chunk_count: number;
            /** Description */
            description: string;
            /** Document Count */
            document_count: number;
            /** Name */
            name: string;
            /** Slug */
            slug: string;
        };
        /**
         * PairCoverage
         * @description How many of the possible pairs of two dimensions a plan holds at least once.
         */
        PairCoverage: {
            /** Columns */
            columns: string;
            /** Covered */
            covered: number;
            /** Possible */
            possible: number;
            /** Rows */
            rows: string;
        };
        /**
         * Parameter
         * @description Something that a template may ask for: where its value comes from and which tiers must ask for it.
         */
        Parameter: {
            /** May Be Empty */
            may_be_empty: boolean;
            /** Name */
            name: string;
            /** Required In */
            required_in: components["schemas"]["Tier"][];
            /**
             * Source
             * @enum {string}
             */
            source: "plan" | "persona" | "arc" | "documents" | "firm";
        };
        /**
         * ParameterProblem
         * @description One thing that stops a text from being saved.
         */
        ParameterProblem: {
            /**
             * Kind
             * @enum {string}
             */
            kind: "unknown" | "missing" | "other_tier" | "mark";
            /** Name */
            name: string;
            /** Sentence */
            sentence: string;
            /** Suggestion */
            suggestion: string | null;
        };
        /**
         * Permission
         * @enum {string}
         */
        Permission: "read" | "review" | "write" | "spend" | "export" | "administer";
        /** Persona */
        Persona: {
            /**
             * Detail
             * @default
             */
            detail: string;
            /**
             * Emotions
             * @default []
             */
            emotions: string[];
            /** Name */
            name: string;
            /**
             * Tones
             * @default []
             */
            tones: string[];
        };
        /** PlanApplied */
        PlanApplied: {
            /** Created */
            created: number;
            /** Tiers */
            tiers: {
                [key: string]: number;
            };
            /** Total */
            total: number;
        };
        /**
         * PlannedExample
         * @description One conversation as it would be planned.
         */
        PlannedExample: {
            /** Arc */
            arc: string;
            /** Chunk Ids */
            chunk_ids: string[];
            /** Edge Case */
            edge_case: string | null;
            /** Emotion */
            emotion: string;
            /** Intent */
            intent: string;
            /** Persona */
            persona: string;
            /** Reasons */
            reasons: string[];
            /** Ref */
            ref: string;
            /** Situation */
            situation: string;
            tier: components["schemas"]["Tier"];
            /** Tone */
            tone: string;
            /** Topic */
            topic: string;
            /** Turns Planned */
            turns_planned: number;
        };
        /**
         * PlannedSlot
         * @description What the plan asks for.
         */
        PlannedSlot: {
            /** Edge Case */
            edge_case: string | null;
            /** Problem Context */
            problem_context: string;
            /** Scenario Outcome */
            scenario_outcome: string;
            /** Situation */
            situation: string;
            /** Solution Action */
            solution_action: string;
            /** Turns Planned */
            turns_planned: number;
        };
        /**
         * PlanPreview
         * @description What a plan would make, before anything is stored. `alike` are those that repeat another's words.
         */
        PlanPreview: {
            /** Alike */
            alike: number;
            /** At Most Micros */
            at_most_micros: number;
            coverage: components["schemas"]["Coverage"];
            /** Expected Micros */
            expected_micros: number;
            /** Expected Seconds */
            expected_seconds: number;
            /** Pairs */
            pairs: components["schemas"]["PairCoverage"][];
            /** Problems */
            problems: components["schemas"]["Notice"][];
            /** Sample */
            sample: components["schemas"]["PlannedExample"][];
            /** Tiers */
            tiers: {
                [key: string]: number;
            };
            /** Total */
            total: number;
        };
        /**
         * PlanRequest
         * @description How many conversations to plan, for whom and from which documents (all when none is named).
         */
        PlanRequest: {
            /**
             * Document Ids
             * @default null
             */
            document_ids: string[] | null;
            /**
             * Personas
             * @default null
             */
            personas: string[] | null;
            /** @default null */
            tier_weights: components["schemas"]["TierWeights"] | null;
            /** Total */
            total: number;
        };
        /**
         * Problem
         * @description An error (RFC 9457). `code` is stable, `detail` is plain English for the user.
         */
        Problem: {
            /** Code */
            code: string;
            /** Detail */
            detail: string;
            /**
             * Errors
             * @default null
             */
            errors: components["schemas"]["FieldProblem"][] | null;
            /** Request Id */
            request_id: string;
            /** Retryable */
            retryable: boolean;
            /** Status */
            status: number;
            /** Title */
            title: string;
            /** Type */
            type: string;
        } & {
            [key: string]: unknown;
        };
        /**
         * Promise
         * @description What the owner was told before the start.
         */
        Promise: {
            /** At Most Micros */
            at_most_micros: number;
            /** Expected Micros */
            expected_micros: number;
            /** Expected Seconds */
            expected_seconds: number;
        };
        /**
         * Quality
         * @description A composite score from 1.0 to 10.0 (one decimal) with every part's reason.
         */
        Quality: {
            band: components["schemas"]["Band"];
            /**
             * Claims
             * @default []
             */
            claims: components["schemas"]["Claim"][];
            /**
             * Flags
             * @default []
             */
            flags: components["schemas"]["QualityFlag"][];
            /** Formula */
            formula: string;
            /** Parts */
            parts: components["schemas"]["QualityPart"][];
            /** Score */
            score: number;
        };
        /**
         * QualityFlag
         * @description Something a person must look at, whatever the score.
         */
        QualityFlag: {
            /** Code */
            code: string;
            /** Sentence */
            sentence: string;
            /**
             * Turn
             * @default null
             */
            turn: number | null;
        };
        /**
         * QualityPart
         * @description One measured part of a score: 1-10 or None ("not assessed"), its weight, why, and the turn it points at.
         */
        QualityPart: {
            /** Key */
            key: string;
            /** Label */
            label: string;
            /** Score */
            score: number | null;
            /** Sentence */
            sentence: string;
            /**
             * Turn
             * @default null
             */
            turn: number | null;
            /** Weight */
            weight: number;
        };
        /**
         * Range
         * @description From `least` to `most`, both included.
         */
        Range: {
            /** Least */
            least: number;
            /** Most */
            most: number;
        };
        /**
         * Rating
         * @description One to five stars, or none.
         */
        Rating: {
            /** Stars */
            stars: number | null;
        };
        /**
         * Reader
         * @description Somebody else who has it on their screen.
         */
        Reader: {
            /** Name */
            name: string;
            /** User Id */
            user_id: string;
        };
        /**
         * Readers
         * @description Who else reads the same conversation just now.
         */
        Readers: {
            /** Readers */
            readers: components["schemas"]["Reader"][];
        };
        /**
         * RecordCheck
         * @description Whether the record is as it was sealed. `waiting` entries are so new that no seal covers them yet.
         */
        RecordCheck: {
            /** Entries */
            entries: number;
            /** Event Id */
            event_id: string | null;
            /** Sentence */
            sentence: string;
            /** Waiting */
            waiting: number;
            /** Whole */
            whole: boolean;
        };
        /** RemainingBudget */
        RemainingBudget: {
            /** Dataset Remaining Micros */
            dataset_remaining_micros: number;
            /** Month Remaining Micros */
            month_remaining_micros: number;
        };
        /**
         * Removal
         * @description Who took a version's text away, and when.
         */
        Removal: {
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** By */
            by: string;
            /** By Name */
            by_name: string;
        };
        /**
         * RepairOne
         * @description What to change in a version, in the owner's words: everywhere, or in the message `turn` alone.
         */
        RepairOne: {
            /** Instruction */
            instruction: string;
            /**
             * Model
             * @default null
             */
            model: string | null;
            /**
             * Turn
             * @default null
             */
            turn: number | null;
            /** Version */
            version: number;
        };
        /**
         * ResumeBatch
         * @description A higher cap, for a run that stopped at its cap.
         */
        ResumeBatch: {
            /**
             * Cap Micros
             * @default null
             */
            cap_micros: number | null;
        };
        /**
         * RetryFailed
         * @description Which of the failed ones; all when none is named.
         */
        RetryFailed: {
            /**
             * Ids
             * @default null
             */
            ids: string[] | null;
        };
        /**
         * Review
         * @description A person's decision on one version.
         */
        Review: {
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** By */
            by: string;
            /** By Name */
            by_name: string;
            /**
             * Decision
             * @enum {string}
             */
            decision: "approve" | "reject" | "needs_edit" | "reset";
            /**
             * Note
             * @default
             */
            note: string;
            /**
             * Reasons
             * @default []
             */
            reasons: string[];
            /** Version */
            version: number;
        };
        /**
         * ReviewRequest
         * @description A decision on the version that was read.
         */
        ReviewRequest: {
            /**
             * Decision
             * @enum {string}
             */
            decision: "approve" | "reject" | "needs_edit" | "reset";
            /**
             * Note
             * @default
             */
            note: string;
            /**
             * Reading Seconds
             * @default null
             */
            reading_seconds: number | null;
            /** Reasons */
            reasons?: string[];
            /** Version */
            version: number;
        };
        /**
         * Role
         * @enum {string}
         */
        Role: "owner" | "editor" | "reviewer" | "viewer";
        /** RoleChange */
        RoleChange: {
            role: components["schemas"]["Role"];
        };
        /**
         * RowFilter
         * @description Values inside one dimension are alternatives, dimensions must all hold. Empty: all rows.
         */
        RowFilter: {
            /**
             * Arc
             * @default []
             */
            arc: string[];
            /**
             * Band
             * @default []
             */
            band: ("low" | "fair" | "good" | "none")[];
            /**
             * Batch Id
             * @default []
             */
            batch_id: string[];
            /**
             * Content Category
             * @default []
             */
            content_category: string[];
            /**
             * Dataset Id
             * @default []
             */
            dataset_id: string[];
            /**
             * Document Id
             * @default []
             */
            document_id: string[];
            /**
             * Domain
             * @default []
             */
            domain: string[];
            /**
             * Emotion
             * @default []
             */
            emotion: string[];
            /**
             * Emotional Valence
             * @default []
             */
            emotional_valence: string[];
            /**
             * Expertise Level
             * @default []
             */
            expertise_level: string[];
            /**
             * Flag
             * @default []
             */
            flag: string[];
            /**
             * Flagged
             * @default null
             */
            flagged: boolean | null;
            /**
             * Generated From
             * @default null
             */
            generated_from: string | null;
            /**
             * Generated To
             * @default null
             */
            generated_to: string | null;
            /**
             * Id
             * @default []
             */
            id: string[];
            /**
             * Intent
             * @default []
             */
            intent: string[];
            /**
             * Is Seed
             * @default null
             */
            is_seed: boolean | null;
            /**
             * Max Score
             * @default null
             */
            max_score: number | null;
            /**
             * Min Score
             * @default null
             */
            min_score: number | null;
            /**
             * Outcome
             * @default []
             */
            outcome: string[];
            /**
             * Persona
             * @default []
             */
            persona: string[];
            /**
             * Q
             * @default
             */
            q: string;
            /**
             * Ref
             * @default []
             */
            ref: string[];
            /**
             * Review
             * @default []
             */
            review: ("not_reviewed" | "approved" | "rejected" | "flagged")[];
            /**
             * Reviewed From
             * @default null
             */
            reviewed_from: string | null;
            /**
             * Reviewed To
             * @default null
             */
            reviewed_to: string | null;
            /**
             * Reviewer
             * @default []
             */
            reviewer: string[];
            /**
             * Scenario Type
             * @default []
             */
            scenario_type: string[];
            /**
             * Source Category
             * @default []
             */
            source_category: string[];
            /**
             * Status
             * @default []
             */
            status: components["schemas"]["Status"][];
            /**
             * Tag
             * @default []
             */
            tag: string[];
            /**
             * Template Id
             * @default []
             */
            template_id: string[];
            /**
             * Template Version
             * @default []
             */
            template_version: number[];
            /**
             * Tier
             * @default []
             */
            tier: components["schemas"]["Tier"][];
            /**
             * Tone
             * @default []
             */
            tone: string[];
            /**
             * Topic
             * @default []
             */
            topic: string[];
            /**
             * Topic Cluster
             * @default []
             */
            topic_cluster: string[];
        };
        /**
         * RowQuery
         * @description Filters (repeat a parameter for "or"), search, sort (`-score` is descending) and page.
         */
        RowQuery: {
            /**
             * Arc
             * @default []
             */
            arc: string[];
            /**
             * Band
             * @default []
             */
            band: ("low" | "fair" | "good" | "none")[];
            /**
             * Batch Id
             * @default []
             */
            batch_id: string[];
            /**
             * Content Category
             * @default []
             */
            content_category: string[];
            /**
             * Cursor
             * @default null
             */
            cursor: string | null;
            /**
             * Dataset Id
             * @default []
             */
            dataset_id: string[];
            /**
             * Document Id
             * @default []
             */
            document_id: string[];
            /**
             * Domain
             * @default []
             */
            domain: string[];
            /**
             * Emotion
             * @default []
             */
            emotion: string[];
            /**
             * Emotional Valence
             * @default []
             */
            emotional_valence: string[];
            /**
             * Expertise Level
             * @default []
             */
            expertise_level: string[];
            /**
             * Flag
             * @default []
             */
            flag: string[];
            /**
             * Flagged
             * @default null
             */
            flagged: boolean | null;
            /**
             * Generated From
             * @default null
             */
            generated_from: string | null;
            /**
             * Generated To
             * @default null
             */
            generated_to: string | null;
            /**
             * Id
             * @default []
             */
            id: string[];
            /**
             * In Text
             * @default false
             */
            in_text: boolean;
            /**
             * Intent
             * @default []
             */
            intent: string[];
            /**
             * Is Seed
             * @default null
             */
            is_seed: boolean | null;
            /**
             * Limit
             * @default 50
             */
            limit: number;
            /**
             * Max Score
             * @default null
             */
            max_score: number | null;
            /**
             * Min Score
             * @default null
             */
            min_score: number | null;
            /**
             * Outcome
             * @default []
             */
            outcome: string[];
            /**
             * Persona
             * @default []
             */
            persona: string[];
            /**
             * Q
             * @default
             */
            q: string;
            /**
             * Ref
             * @default []
             */
            ref: string[];
            /**
             * Review
             * @default []
             */
            review: ("not_reviewed" | "approved" | "rejected" | "flagged")[];
            /**
             * Reviewed From
             * @default null
             */
            reviewed_from: string | null;
            /**
             * Reviewed To
             * @default null
             */
            reviewed_to: string | null;
            /**
             * Reviewer
             * @default []
             */
            reviewer: string[];
            /**
             * Scenario Type
             * @default []
             */
            scenario_type: string[];
            /**
             * Sort
             * @default ref
             */
            sort: string;
            /**
             * Source Category
             * @default []
             */
            source_category: string[];
            /**
             * Status
             * @default []
             */
            status: components["schemas"]["Status"][];
            /**
             * Tag
             * @default []
             */
            tag: string[];
            /**
             * Template Id
             * @default []
             */
            template_id: string[];
            /**
             * Template Version
             * @default []
             */
            template_version: number[];
            /**
             * Tier
             * @default []
             */
            tier: components["schemas"]["Tier"][];
            /**
             * Tone
             * @default []
             */
            tone: string[];
            /**
             * Topic
             * @default []
             */
            topic: string[];
            /**
             * Topic Cluster
             * @default []
             */
            topic_cluster: string[];
        };
        /**
         * Rows
         * @description A page of rows. `facets` counts, for each filter, what the other filters leave; `labels` names ids in them.
         */
        Rows: {
            /** Datasets Left Out */
            datasets_left_out: number;
            /** Facets */
            facets: {
                [key: string]: {
                    [key: string]: number;
                };
            };
            /** Items */
            items: components["schemas"]["ConversationRow"][];
            /** Labels */
            labels: {
                [key: string]: {
                    [key: string]: string;
                };
            };
            /**
             * Next Cursor
             * @default null
             */
            next_cursor: string | null;
            /** Revision */
            revision: string;
            searched: components["schemas"]["SearchedTexts"] | null;
            /** Total */
            total: number;
        };
        /**
         * RunPart
         * @description A part of an economy run: nothing is known of its conversations until the whole part is ready.
         */
        RunPart: {
            /** Count */
            count: number;
            /** Held Micros */
            held_micros: number;
            /** Number */
            number: number;
            /** Ready At */
            ready_at: string | null;
            /** Ready By */
            ready_by: string | null;
            /** Sent At */
            sent_at: string | null;
            /**
             * State
             * @enum {string}
             */
            state: "preparing" | "writing" | "stopping" | "ready";
        };
        /**
         * ScoreRules
         * @description How conversations are scored in a workspace.
         */
        ScoreRules: {
            /**
             * @default {
             *       "messages": {
             *         "least": 8,
             *         "most": 16
             *       },
             *       "client_words": {
             *         "least": 12,
             *         "most": 60
             *       },
             *       "advisor_words": {
             *         "least": 40,
             *         "most": 120
             *       }
             *     }
             */
            edge_case: components["schemas"]["TierRules"];
            /**
             * @default {
             *       "messages": {
             *         "least": 8,
             *         "most": 16
             *       },
             *       "client_words": {
             *         "least": 12,
             *         "most": 60
             *       },
             *       "advisor_words": {
             *         "least": 40,
             *         "most": 120
             *       }
             *     }
             */
            scenario: components["schemas"]["TierRules"];
            /**
             * @default {
             *       "messages": {
             *         "least": 8,
             *         "most": 16
             *       },
             *       "client_words": {
             *         "least": 12,
             *         "most": 60
             *       },
             *       "advisor_words": {
             *         "least": 40,
             *         "most": 120
             *       }
             *     }
             */
            template: components["schemas"]["TierRules"];
            /**
             * @default {
             *       "structure": 20,
             *       "length": 12,
             *       "arc": 18,
             *       "voice": 12,
             *       "facts": 20,
             *       "repetition": 12,
             *       "confidence": 6
             *     }
             */
            weights: components["schemas"]["Weights"];
        };
        /**
         * SearchedTexts
         * @description How many texts a search looked into, and how many it had to leave out.
         */
        SearchedTexts: {
            /** Left Out */
            left_out: number;
            /** Rows */
            rows: number;
        };
        /**
         * SecondOpinion
         * @description Whether a model reads what was written and says what it thinks, which one, and for how much a month.
         */
        SecondOpinion: {
            /**
             * After Runs
             * @default false
             */
            after_runs: boolean;
            /**
             * Model
             * @default
             */
            model: string;
            /**
             * Monthly Micros
             * @default 5000000
             */
            monthly_micros: number;
            /**
             * On
             * @default false
             */
            on: boolean;
        };
        /**
         * SecondOpinionChange
         * @description What to change of it; what is left out stays.
         */
        SecondOpinionChange: {
            /**
             * After Runs
             * @default null
             */
            after_runs: boolean | null;
            /**
             * Model
             * @default null
             */
            model: string | null;
            /**
             * Monthly Micros
             * @default null
             */
            monthly_micros: number | null;
            /**
             * On
             * @default null
             */
            on: boolean | null;
        };
        /**
         * SeedExample
         * @description One conversation as it would be kept; `place` says where in the file it stands.
         */
        SeedExample: {
            /** Persona */
            persona: string;
            /** Place */
            place: string;
            tier: components["schemas"]["Tier"];
            /** Title */
            title: string;
            /** Topic */
            topic: string;
            /** Turn Count */
            turn_count: number;
        };
        /**
         * SeedsFile
         * @description A file's text: JSON, or one JSON a line.
         *
         *     Read are OpenAI's `messages`, ShareGPT's `conversations` of `from` and `value`, our own full export, and plain
         *     lists of messages. Beside the messages of one, or in its `metadata`, may stand title, persona, emotion, arc,
         *     topic, intent, tone, content_category, topic_cluster, outcome, tier, tags and system. A file holds at most 200
         *     conversations, and one conversation at most 40 messages and 200,000 characters.
         */
        SeedsFile: {
            /** Text */
            text: string;
        };
        /**
         * SeedsImported
         * @description What has come in, in the order of the file. Everything waits to be approved.
         */
        SeedsImported: {
            /** Already Here */
            already_here: number;
            /** Conversations */
            conversations: components["schemas"]["ImportedSeed"][];
            /** Imported */
            imported: number;
            /** Twice */
            twice: number;
        };
        /**
         * SeedsPreview
         * @description What an import would do. With `problems` it would change nothing.
         *
         *     `found` can be read: `new` of them would come in, `already_here` are in this dataset, `twice` are in the file more
         *     than once. At most 50 problems, 50 unknown words and 20 examples are listed; the counts are whole.
         */
        SeedsPreview: {
            /** Already Here */
            already_here: number;
            /** Examples */
            examples: components["schemas"]["SeedExample"][];
            /** Found */
            found: number;
            /** New */
            new: number;
            /** Problem Count */
            problem_count: number;
            /** Problems */
            problems: components["schemas"]["FieldProblem"][];
            /** Shapes */
            shapes: ("messages" | "turns" | "conversations" | "list")[];
            /** Twice */
            twice: number;
            /** Unknown Words */
            unknown_words: components["schemas"]["UnknownWord"][];
        };
        /**
         * Selection
         * @description Exactly one of `all`, `tier`, `filter` and `ids` is set.
         *
         *     To be written, the first three mean what is not written yet or failed, and `ids` are written again whatever
         *     they are. To be rewritten, all four mean what has a text. For second opinions, the first three mean what is
         *     written and has none yet, and `ids` are judged once more. The old versions stay. `without_approved` leaves
         *     out what a person has approved.
         */
        Selection: {
            /**
             * All
             * @default false
             */
            all: boolean;
            /** @default null */
            filter: components["schemas"]["RowFilter"] | null;
            /**
             * Ids
             * @default []
             */
            ids: string[];
            /** @default null */
            tier: components["schemas"]["Tier"] | null;
            /**
             * Without Approved
             * @default false
             */
            without_approved: boolean;
        };
        /**
         * Settings
         * @description Limits and thresholds of a workspace. Money in micro-dollars.
         */
        Settings: {
            /** Default Model */
            default_model: string;
            /** Edge Case Min */
            edge_case_min: number;
            /** Flag Below */
            flag_below: number;
            /** Max Paid Attempts */
            max_paid_attempts: number;
            /** Monthly Budget Micros */
            monthly_budget_micros: number;
            /** Name */
            name: string;
            /** Notify Email */
            notify_email: string;
            /** Revision */
            revision: number;
            score: components["schemas"]["ScoreRules"];
            second_opinion: components["schemas"]["SecondOpinion"];
            /** Warn Cost Micros */
            warn_cost_micros: number;
            /** Warn Minutes */
            warn_minutes: number;
        };
        /**
         * SettingsChange
         * @description What to change; what is left out stays.
         */
        SettingsChange: {
            /**
             * Default Model
             * @default null
             */
            default_model: string | null;
            /**
             * Edge Case Min
             * @default null
             */
            edge_case_min: number | null;
            /**
             * Flag Below
             * @default null
             */
            flag_below: number | null;
            /**
             * Max Paid Attempts
             * @default null
             */
            max_paid_attempts: number | null;
            /**
             * Monthly Budget Micros
             * @default null
             */
            monthly_budget_micros: number | null;
            /**
             * Name
             * @default null
             */
            name: string | null;
            /**
             * Notify Email
             * @default null
             */
            notify_email: string | null;
            /** @default null */
            score: components["schemas"]["ScoreRules"] | null;
            /** @default null */
            second_opinion: components["schemas"]["SecondOpinionChange"] | null;
            /**
             * Warn Cost Micros
             * @default null
             */
            warn_cost_micros: number | null;
            /**
             * Warn Minutes
             * @default null
             */
            warn_minutes: number | null;
        };
        /**
         * Share
         * @description A version in use and its percent of the conversations to come.
         */
        Share: {
            /** Percent */
            percent: number;
            /** Version */
            version: number;
        };
        /**
         * Shares
         * @description The versions in use; the others are off. Percents make 100.
         */
        Shares: {
            /** Shares */
            shares: components["schemas"]["Share"][];
        };
        /**
         * Similarity
         * @description How different the written conversations are. At most 100 pairs and 50 openings are listed; the counts are whole.
         *
         *     `diversity` is the share, 0 to 1, of those that neither repeat another nor begin with its first six words.
         */
        Similarity: {
            /** Compared */
            compared: number;
            /** Diversity */
            diversity: number;
            /** Near Duplicates */
            near_duplicates: number;
            /** Openings */
            openings: string[][];
            /** Pairs */
            pairs: components["schemas"]["NearPair"][];
            /** Shared Openings */
            shared_openings: number;
        };
        /**
         * Situation
         * @description What the plan tells of the situation; what is left out stays.
         */
        Situation: {
            /**
             * Problem Context
             * @default null
             */
            problem_context: string | null;
            /**
             * Scenario Outcome
             * @default null
             */
            scenario_outcome: string | null;
            /**
             * Situation
             * @default null
             */
            situation: string | null;
            /**
             * Solution Action
             * @default null
             */
            solution_action: string | null;
        };
        /**
         * SourceFact
         * @description A passage that the conversation was planned from, by the label that its facts carry.
         */
        SourceFact: {
            /** Document Id */
            document_id: string;
            /** Document Title */
            document_title: string;
            /** Id */
            id: string;
            /** Label */
            label: string;
            /** Text */
            text: string;
        };
        /**
         * SourcesFile
         * @description A part of the report as CSV; the first part begins with the names of the columns.
         */
        SourcesFile: {
            /** After */
            after: number | null;
            /** Lines */
            lines: number;
            /** Text */
            text: string;
        };
        /**
         * SourcesQuery
         * @description `after` is the number of a conversation: the file goes on behind it.
         */
        SourcesQuery: {
            /**
             * After
             * @default 0
             */
            after: number;
        };
        /**
         * StartBatch
         * @description `cap_micros` is never exceeded: the worst case of each call is set aside before it is made.
         *
         *     `until_passing`: weak ones are written again, at most three times, until so many have no flag.
         */
        StartBatch: {
            /** Cap Micros */
            cap_micros: number;
            /**
             * Mode
             * @default now
             * @enum {string}
             */
            mode: "now" | "economy";
            /**
             * Model
             * @default null
             */
            model: string | null;
            /**
             * Notify
             * @default false
             */
            notify: boolean;
            selection: components["schemas"]["Selection"];
            task?: components["schemas"]["Task"];
            /**
             * Until Passing
             * @default null
             */
            until_passing: number | null;
        };
        /**
         * Started
         * @description The run of one conversation that was asked for.
         */
        Started: {
            batch: components["schemas"]["Batch"];
        };
        /**
         * Status
         * @enum {string}
         */
        Status: "planned" | "queued" | "generating" | "generated" | "failed" | "approved" | "rejected" | "needs_edit";
        /**
         * StatusCounts
         * @description Conversations by status. `flagged` and `seeds` are marks: those are counted in a status as well.
         */
        StatusCounts: {
            /** Approved */
            approved: number;
            /** Failed */
            failed: number;
            /** Flagged */
            flagged: number;
            /** Generated */
            generated: number;
            /** Generating */
            generating: number;
            /** Needs Edit */
            needs_edit: number;
            /** Planned */
            planned: number;
            /** Queued */
            queued: number;
            /** Rejected */
            rejected: number;
            /** Seeds */
            seeds: number;
            /** Total */
            total: number;
        };
        /**
         * Subject
         * @description What it was done to.
         */
        Subject: {
            /** Id */
            id: string;
            /**
             * Kind
             * @enum {string}
             */
            kind: "tenant" | "member" | "key" | "document" | "dataset" | "batch" | "conversation" | "export" | "template" | "operation";
            /**
             * Ref
             * @default
             */
            ref: string;
        };
        /**
         * Summary
         * @description A dataset in figures, counted from its conversations at this moment.
         */
        Summary: {
            /** Average Score */
            average_score: number | null;
            /** Budget Micros */
            budget_micros: number;
            /** By Tier */
            by_tier: {
                [key: string]: components["schemas"]["TierFigures"];
            };
            counts: components["schemas"]["StatusCounts"];
            coverage: components["schemas"]["Coverage"];
            /** Reserved Micros */
            reserved_micros: number;
            running_batch: components["schemas"]["Batch"] | null;
            /** Spent Micros */
            spent_micros: number;
        };
        /**
         * Tally
         * @description `ready` are generated or approved, `coming` are planned or being written; `missing` neither is nor comes.
         */
        Tally: {
            /** Approved */
            approved: number;
            /** Coming */
            coming: number;
            /** Missing */
            missing: number;
            /** Planned */
            planned: number;
            /** Ready */
            ready: number;
            /** Target */
            target: number;
        };
        /**
         * Task
         * @description Stored with its run; every prompt, estimate and version of the run is made by it.
         *
         *     `write`: with the template named here, or each conversation's own; a version of it without a number is the
         *     one in use. `rewrite`: `instruction` applied to the whole conversation, or to the message `turn` of it;
         *     `base_version` is the version to start from, or each conversation's current one. `judge`: a second opinion on
         *     `base_version`, or on each conversation's current one; no text changes.
         */
        Task: {
            /**
             * Base Version
             * @default null
             */
            base_version: number | null;
            /**
             * Instruction
             * @default
             */
            instruction: string;
            /**
             * Kind
             * @default write
             * @enum {string}
             */
            kind: "write" | "rewrite" | "judge";
            /**
             * Template Id
             * @default null
             */
            template_id: string | null;
            /**
             * Template Version
             * @default null
             */
            template_version: number | null;
            /**
             * Turn
             * @default null
             */
            turn: number | null;
        };
        /**
         * Taxonomy
         * @description Everything a plan draws from. Names are unique inside each list.
         */
        Taxonomy: {
            /**
             * Advisor Name
             * @default
             */
            advisor_name: string;
            /** Arcs */
            arcs: components["schemas"]["Arc"][];
            /**
             * Content Categories
             * @default []
             */
            content_categories: string[];
            /** Edge Cases */
            edge_cases: components["schemas"]["EdgeCase"][];
            /**
             * Emotions
             * @default []
             */
            emotions: components["schemas"]["Emotion"][];
            /**
             * Firm
             * @default
             */
            firm: string;
            /** Intents */
            intents: string[];
            /** Outcomes */
            outcomes: string[];
            /** Personas */
            personas: components["schemas"]["Persona"][];
            /** Tones */
            tones: string[];
            /**
             * Topic Clusters
             * @default []
             */
            topic_clusters: string[];
            /** Topics */
            topics: components["schemas"]["Topic"][];
        };
        /**
         * Template
         * @description A prompt template. `tier` is null for the quality prompts; `own`: this workspace changed or made it.
         */
        Template: {
            /** Active Version */
            active_version: number;
            /** Arc */
            arc: string | null;
            /** Description */
            description: string;
            /** Edge Case */
            edge_case: string | null;
            /** Id */
            id: string;
            /** Latest Version */
            latest_version: number;
            /** Name */
            name: string;
            /** Own */
            own: boolean;
            /** Revision */
            revision: number;
            /** Shares */
            shares: components["schemas"]["Share"][];
            /**
             * State
             * @enum {string}
             */
            state: "active" | "off" | "retired";
            tier: components["schemas"]["Tier"] | null;
            /**
             * Updated At
             * Format: date-time
             */
            updated_at: string;
            usage: components["schemas"]["Usage"];
        };
        /**
         * TemplateCheck
         * @description Everything that stops a text from being saved; empty: it can be.
         */
        TemplateCheck: {
            /** Problems */
            problems: components["schemas"]["ParameterProblem"][];
        };
        /** TemplateCheckRequest */
        TemplateCheckRequest: {
            /** Body */
            body: string;
            tier: components["schemas"]["Tier"];
        };
        /**
         * TemplateImport
         * @description A file's text, with or without front matter. `name` counts when the file gives none.
         */
        TemplateImport: {
            /**
             * Name
             * @default
             */
            name: string;
            /** Text */
            text: string;
        };
        /**
         * TemplateInFull
         * @description A template with all its versions, newest first.
         */
        TemplateInFull: {
            /** Active Version */
            active_version: number;
            /** Arc */
            arc: string | null;
            /** Description */
            description: string;
            /** Edge Case */
            edge_case: string | null;
            /** Id */
            id: string;
            /** Latest Version */
            latest_version: number;
            /** Name */
            name: string;
            /** Own */
            own: boolean;
            /** Revision */
            revision: number;
            /** Shares */
            shares: components["schemas"]["Share"][];
            /**
             * State
             * @enum {string}
             */
            state: "active" | "off" | "retired";
            tier: components["schemas"]["Tier"] | null;
            /**
             * Updated At
             * Format: date-time
             */
            updated_at: string;
            usage: components["schemas"]["Usage"];
            /** Versions */
            versions: components["schemas"]["TemplateVersion"][];
        };
        /**
         * TemplatePreview
         * @description The prompt as it would be sent, and parameters that are missing or unknown.
         */
        TemplatePreview: {
            /** Missing */
            missing: string[];
            /** Prompt */
            prompt: string;
            /** System */
            system: string;
            /** Unknown */
            unknown: string[];
        };
        /**
         * TemplatePreviewRequest
         * @description The conversation whose parameters fill the template; a version or an unsaved text, else what would be sent.
         */
        TemplatePreviewRequest: {
            /**
             * Body
             * @default null
             */
            body: string | null;
            /** Conversation Id */
            conversation_id: string;
            /**
             * Version
             * @default null
             */
            version: number | null;
        };
        /**
         * Templates
         * @description All templates, by tier and name, and the parameters that their texts may ask for.
         */
        Templates: {
            /** Items */
            items: components["schemas"]["Template"][];
            /**
             * Next Cursor
             * @default null
             */
            next_cursor: string | null;
            /** Parameters */
            parameters: components["schemas"]["Parameter"][];
            /** Total */
            total: number;
        };
        /**
         * TemplateState
         * @description On, off, or retired for good.
         */
        TemplateState: {
            /**
             * State
             * @enum {string}
             */
            state: "active" | "off" | "retired";
        };
        /**
         * TemplateUsage
         * @description A template's figures, version by version, newest first.
         */
        TemplateUsage: {
            total: components["schemas"]["Usage"];
            verdict: components["schemas"]["Verdict"];
            /** Versions */
            versions: components["schemas"]["VersionUsage"][];
        };
        /** TemplateVersion */
        TemplateVersion: {
            /** Body */
            body: string;
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /** Created By */
            created_by: string;
            /** Created By Name */
            created_by_name: string;
            /** Note */
            note: string;
            /** Number */
            number: number;
            /** Parameters */
            parameters: string[];
            /** Sha256 */
            sha256: string;
        };
        /**
         * Thresholds
         * @description Below `flag_below` a conversation is flagged; an edge case passes above `edge_case_min` only.
         */
        Thresholds: {
            /** Edge Case Min */
            edge_case_min: number;
            /** Flag Below */
            flag_below: number;
        };
        /**
         * Throttled
         * @description The provider asked us to slow down.
         */
        Throttled: {
            /** Sentence */
            sentence: string;
            /** Until */
            until: string | null;
        };
        /**
         * Tier
         * @description Where a conversation comes from: an emotional arc, a real situation, or a hard moment.
         * @enum {string}
         */
        Tier: "template" | "scenario" | "edge_case";
        /**
         * TierFigures
         * @description `ready` have been written, `approved` may leave.
         */
        TierFigures: {
            /** Approved */
            approved: number;
            /** Ready */
            ready: number;
            /** Total */
            total: number;
        };
        /**
         * TierRules
         * @description Messages of a good conversation of a tier, and words of a good message of each voice.
         */
        TierRules: {
            /**
             * @default {
             *       "least": 40,
             *       "most": 120
             *     }
             */
            advisor_words: components["schemas"]["Range"];
            /**
             * @default {
             *       "least": 12,
             *       "most": 60
             *     }
             */
            client_words: components["schemas"]["Range"];
            /**
             * @default {
             *       "least": 8,
             *       "most": 16
             *     }
             */
            messages: components["schemas"]["Range"];
        };
        /**
         * TierWeights
         * @description Relative shares of the three tiers; 40/35/15 by default (IS3.4).
         */
        TierWeights: {
            /**
             * Edge Case
             * @default 15
             */
            edge_case: number;
            /**
             * Scenario
             * @default 35
             */
            scenario: number;
            /**
             * Template
             * @default 40
             */
            template: number;
        };
        /** Topic */
        Topic: {
            /**
             * Cluster
             * @default
             */
            cluster: string;
            /**
             * Content Category
             * @default
             */
            content_category: string;
            /**
             * Keywords
             * @default []
             */
            keywords: string[];
            /** Name */
            name: string;
        };
        /**
         * TracedChunk
         * @description A passage, and the conversations that were planned from it.
         */
        TracedChunk: {
            /** Conversation Ids */
            conversation_ids: string[];
            /** Dimensions */
            dimensions: {
                [key: string]: unknown;
            };
            /** Document Id */
            document_id: string;
            /** Id */
            id: string;
            /** Include In Training */
            include_in_training: boolean;
            /** Ip Sensitivity */
            ip_sensitivity: string;
            /** Number */
            number: number;
            /** Pii Flag */
            pii_flag: boolean;
            /** Text */
            text: string;
        };
        /**
         * Turn
         * @description One message. `number` counts from 1.
         */
        Turn: {
            /** Content */
            content: string;
            /** Number */
            number: number;
            /**
             * Role
             * @enum {string}
             */
            role: "user" | "assistant";
        };
        /**
         * UnknownWord
         * @description A word that the dataset does not have.
         */
        UnknownWord: {
            /** Dimension */
            dimension: string;
            /** Word */
            word: string;
        };
        /**
         * UnusedDocument
         * @description A document that no conversation is built on.
         */
        UnusedDocument: {
            /** Chunk Count */
            chunk_count: number;
            /** Id */
            id: string;
            /** Title */
            title: string;
        };
        /**
         * Usage
         * @description Exact counts over the conversations that show a text of it. Ranges only from 30 on.
         */
        Usage: {
            /** Approval */
            approval: number | null;
            approval_interval: components["schemas"]["Interval"] | null;
            /** Approved */
            approved: number;
            /** Conversations */
            conversations: number;
            /** Cost Micros */
            cost_micros: number;
            /** Cost Per Approved Micros */
            cost_per_approved_micros: number | null;
            /** Mean Score */
            mean_score: number | null;
            /** Read */
            read: number;
            score_interval: components["schemas"]["Interval"] | null;
            /** Scored */
            scored: number;
        };
        /**
         * UsedIn
         * @description A dataset in which conversations show a text of this version.
         */
        UsedIn: {
            /** Conversations */
            conversations: number;
            /** Dataset Id */
            dataset_id: string;
            /** Dataset Name */
            dataset_name: string;
        };
        /** User */
        User: {
            /** Email */
            email: string;
            /** Id */
            id: string;
            /** Name */
            name: string;
        };
        /**
         * Verdict
         * @description What may be concluded, in a sentence that does not claim more.
         */
        Verdict: {
            /** Leader */
            leader: number | null;
            /** More Needed */
            more_needed: number | null;
            /** Sentence */
            sentence: string;
            /** Settled */
            settled: boolean;
        };
        /**
         * Verification
         * @description Whether chain, ledger and states of a dataset hold together.
         */
        Verification: {
            /** Checks */
            checks: components["schemas"]["VerifyCheck"][];
            /** Ok */
            ok: boolean;
        };
        /** VerifyCheck */
        VerifyCheck: {
            /** Detail */
            detail: string;
            /** Name */
            name: string;
            /** Ok */
            ok: boolean;
        };
        /**
         * Version
         * @description One content of a conversation; it never changes.
         */
        Version: {
            /** Base Version */
            base_version: number | null;
            /** Changed At */
            changed_at: string | null;
            /** Confidence */
            confidence: number | null;
            /** Confidence Reason */
            confidence_reason: string;
            /** Cost Micros */
            cost_micros: number;
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /** Created By */
            created_by: string;
            /** Created By Name */
            created_by_name: string;
            /** Facts Used */
            facts_used: string[];
            /** Instruction */
            instruction: string;
            /** Model */
            model: string;
            /** Number */
            number: number;
            opinion: components["schemas"]["Opinion"] | null;
            /**
             * Origin
             * @enum {string}
             */
            origin: "attempt" | "edit" | "import";
            /** Parameters */
            parameters: {
                [key: string]: string;
            };
            quality: components["schemas"]["Quality"];
            removed: components["schemas"]["Removal"] | null;
            /** Template Id */
            template_id: string;
            /** Template Version */
            template_version: number;
            /** Title */
            title: string;
            /** Turns */
            turns: components["schemas"]["Turn"][];
            /** Written By */
            written_by: string;
        };
        /**
         * VersionLine
         * @description One line of the history.
         */
        VersionLine: {
            /** Base Version */
            base_version: number | null;
            /** By */
            by: string;
            /** By Name */
            by_name: string;
            /** Cost Micros */
            cost_micros: number;
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /** Instruction */
            instruction: string;
            /** Model */
            model: string;
            /** Number */
            number: number;
            /**
             * Origin
             * @enum {string}
             */
            origin: "attempt" | "edit" | "import";
            removed: components["schemas"]["Removal"] | null;
            /** Score */
            score: number;
            /** Template Id */
            template_id: string;
            /** Template Version */
            template_version: number;
            /** Written By */
            written_by: string;
        };
        /** VersionUsage */
        VersionUsage: {
            /** Approval */
            approval: number | null;
            approval_interval: components["schemas"]["Interval"] | null;
            /** Approved */
            approved: number;
            /** Conversations */
            conversations: number;
            /** Cost Micros */
            cost_micros: number;
            /** Cost Per Approved Micros */
            cost_per_approved_micros: number | null;
            /** Mean Score */
            mean_score: number | null;
            /** Number */
            number: number;
            /** Read */
            read: number;
            score_interval: components["schemas"]["Interval"] | null;
            /** Scored */
            scored: number;
            /** Used In */
            used_in: components["schemas"]["UsedIn"][];
        };
        /**
         * Vocabulary
         * @description A dataset's words as CSV: `list`, `name` and what belongs to that list, a line for each word.
         */
        Vocabulary: {
            /** Text */
            text: string;
        };
        /**
         * Weights
         * @description Shares of the seven parts; only their proportions count.
         */
        Weights: {
            /**
             * Arc
             * @default 18
             */
            arc: number;
            /**
             * Confidence
             * @default 6
             */
            confidence: number;
            /**
             * Facts
             * @default 20
             */
            facts: number;
            /**
             * Length
             * @default 12
             */
            length: number;
            /**
             * Repetition
             * @default 12
             */
            repetition: number;
            /**
             * Structure
             * @default 20
             */
            structure: number;
            /**
             * Voice
             * @default 12
             */
            voice: number;
        };
        /** Who */
        Who: {
            /** Id */
            id: string;
            /** Name */
            name: string;
            /**
             * Via
             * @enum {string}
             */
            via: "session" | "api_key" | "system";
        };
        /** Workspace */
        Workspace: {
            /** Id */
            id: string;
            /** Name */
            name: string;
            /** Plan */
            plan: string;
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    list_activity: {
        parameters: {
            query?: {
                action?: components["schemas"]["Action"][];
                cursor?: string | null;
                limit?: number;
                since?: string | null;
                subject?: string | null;
                until?: string | null;
                user?: string[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of the record, newest first. It has no total: the record is never read as a whole. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Activity"];
                };
            };
            /** @description Not signed in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something needs changing */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too much at once */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No answer */
            502: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not available now */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Took too long */
            504: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    read_activity_file: {
        parameters: {
            query?: {
                action?: components["schemas"]["Action"][];
                cursor?: string | null;
                since?: string | null;
                subject?: string | null;
                until?: string | null;
                user?: string[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A part of the record as CSV, newest first; the first part begins with the names of the columns. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ActivityFile"];
                };
            };
            /** @description Not signed in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something needs changing */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too much at once */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No answer */
            502: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not available now */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Took too long */
            504: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    verify_record: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Whether the record is as it was sealed. `waiting` entries are so new that no seal covers them yet. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecordCheck"];
                };
            };
            /** @description Not signed in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too much at once */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No answer */
            502: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not available now */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Took too long */
            504: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    read_overview: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description All workspaces in figures; never a name, never a text. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Overview"];
                };
            };
            /** @description Not signed in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too much at once */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No answer */
            502: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not available now */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Took too long */
            504: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_api_keys: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description All keys of the workspace, newest first. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApiKeys"];
                };
            };
            /** @description Not signed in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too much at once */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No answer */
            502: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not available now */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Took too long */
            504: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    create_api_key: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewApiKey"];
            };
        };
        responses: {
            /** @description The whole key, shown this once. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApiKeyMade"];
                };
            };
            /** @description The request can't be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something needs changing */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too much at once */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No answer */
            502: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not available now */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Took too long */
            504: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    revoke_api_key: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                key_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Not signed in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something needs changing */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too much at once */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No answer */
            502: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not available now */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Took too long */
            504: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    read_batch: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                batch_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A run as it stands, counted from its conversations. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Batch"];
                };
            };
            /** @description Not signed in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something needs changing */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too much at once */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No answer */
            502: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not available now */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Took too long */
            504: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    cancel_batch: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                batch_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NoInput"];
            };
        };
        responses: {
            /** @description A run as it stands, counted from its conversations. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Batch"];
                };
            };
            /** @description The request can't be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not possible now */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something needs changing */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too much at once */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No answer */
            502: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not available now */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Took too long */
            504: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    pause_batch: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                batch_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NoInput"];
            };
        };
        responses: {
            /** @description A run as it stands, counted from its conversations. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Batch"];
                };
            };
            /** @description The request can't be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not possible now */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something needs changing */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too much at once */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No answer */
            502: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not available now */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Took too long */
            504: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    resume_batch: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                batch_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ResumeBatch"];
            };
        };
        responses: {
            /** @description A run as it stands, counted from its conversations. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Batch"];
                };
            };
            /** @description The request can't be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not possible now */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something needs changing */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too much at once */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No answer */
            502: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not available now */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Took too long */
            504: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    retry_failed: {
        parameters: {
            query?: never;
            header: {
                /** @description One key for one intention: a repeat is answered like the first. */
                "Idempotency-Key": string;
            };
            path: {
                batch_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RetryFailed"];
            };
        };
        responses: {
            /** @description A run as it stands, counted from its conversations. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Batch"];
                };
            };
            /** @description The request can't be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not possible now */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something needs changing */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A guard is missing */
            428: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too much at once */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No answer */
            502: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not available now */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Took too long */
            504: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    read_chunk: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                chunk_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A passage, and the conversations that were planned from it. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TracedChunk"];
                };
            };
            /** @description Not signed in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something needs changing */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too much at once */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No answer */
            502: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not available now */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Took too long */
            504: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_all_conversations: {
        parameters: {
            query?: {
                arc?: string[];
                band?: ("low" | "fair" | "good" | "none")[];
                batch_id?: string[];
                content_category?: string[];
                cursor?: string | null;
                dataset_id?: string[];
                document_id?: string[];
                domain?: string[];
                emotion?: string[];
                emotional_valence?: string[];
                expertise_level?: string[];
                flag?: string[];
                flagged?: boolean | null;
                generated_from?: string | null;
                generated_to?: string | null;
                id?: string[];
                in_text?: boolean;
                intent?: string[];
                is_seed?: boolean | null;
                limit?: number;
                max_score?: number | null;
                min_score?: number | null;
                outcome?: string[];
                persona?: string[];
                q?: string;
                ref?: string[];
                review?: ("not_reviewed" | "approved" | "rejected" | "flagged")[];
                reviewed_from?: string | null;
                reviewed_to?: string | null;
                reviewer?: string[];
                scenario_type?: string[];
                sort?: string;
                source_category?: string[];
                status?: components["schemas"]["Status"][];
                tag?: string[];
                template_id?: string[];
                template_version?: number[];
                tier?: components["schemas"]["Tier"][];
                tone?: string[];
                topic?: string[];
                topic_cluster?: string[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of rows. `facets` counts, for each filter, what the other filters leave; `labels` names ids in them. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Rows"];
                };
            };
            /** @description Not signed in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something needs changing */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too much at once */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No answer */
            502: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not available now */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Took too long */
            504: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    read_conversation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                conversation_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One conversation in full, with its current version and up to five others that say nearly the same. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Conversation"];
                };
            };
            /** @description Not signed in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something needs changing */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too much at once */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No answer */
            502: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not available now */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Took too long */
            504: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    delete_conversation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                conversation_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Not signed in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not possible now */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something needs changing */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too much at once */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No answer */
            502: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not available now */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Took too long */
            504: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    describe_conversation: {
        parameters: {
            query?: never;
            header: {
                /** @description The revision that was read, as its ETag gave it. */
                "If-Match": string;
            };
            path: {
                conversation_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Description-Input"];
            };
        };
        responses: {
            /** @description A row of the table. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConversationRow"];
                };
            };
            /** @description The request can't be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not possible now */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something needs changing */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A guard is missing */
            428: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too much at once */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No answer */
            502: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not available now */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Took too long */
            504: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_attempts: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                conversation_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Every call for a conversation, oldest first. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Attempts"];
                };
            };
            /** @description Not signed in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something needs changing */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too much at once */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No answer */
            502: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not available now */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Took too long */
            504: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    read_attempt: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                attempt_id: string;
                conversation_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One call with what filled its template, and the request and the answer as they were kept then. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FullAttempt"];
                };
            };
            /** @description Not signed in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something needs changing */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too much at once */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No answer */
            502: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not available now */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Took too long */
            504: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_comments: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                conversation_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description All comments on a conversation, oldest first. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Comments"];
                };
            };
            /** @description Not signed in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something needs changing */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too much at once */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No answer */
            502: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not available now */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Took too long */
            504: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    add_comment: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                conversation_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewComment"];
            };
        };
        responses: {
            /** @description What somebody said about a message of the version that they saw. `mine` is true for the caller's own. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Comment"];
                };
            };
            /** @description The request can't be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not possible now */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something needs changing */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too much at once */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No answer */
            502: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not available now */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Took too long */
            504: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    delete_comment: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                comment_id: string;
                conversation_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Not signed in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something needs changing */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too much at once */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No answer */
            502: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not available now */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Took too long */
            504: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    change_comment: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                comment_id: string;
                conversation_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CommentText"];
            };
        };
        responses: {
            /** @description What somebody said about a message of the version that they saw. `mine` is true for the caller's own. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Comment"];
                };
            };
            /** @description The request can't be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not possible now */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something needs changing */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too much at once */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No answer */
            502: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not available now */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Took too long */
            504: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    generate_conversation: {
        parameters: {
            query?: never;
            header: {
                /** @description One key for one intention: a repeat is answered like the first. */
                "Idempotency-Key": string;
            };
            path: {
                conversation_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["GenerateOne"];
            };
        };
        responses: {
            /** @description The run of one conversation that was asked for. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Started"];
                };
            };
            /** @description The request can't be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not possible now */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something needs changing */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A guard is missing */
            428: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too much at once */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No answer */
            502: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not available now */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Took too long */
            504: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    note_opened: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                conversation_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Opened"];
            };
        };
        responses: {
            /** @description Who else reads the same conversation just now. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Readers"];
                };
            };
            /** @description The request can't be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something needs changing */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too much at once */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No answer */
            502: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not available now */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Took too long */
            504: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    rate_conversation: {
        parameters: {
            query?: never;
            header: {
                /** @description The revision that was read, as its ETag gave it. */
                "If-Match": string;
            };
            path: {
                conversation_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Rating"];
            };
        };
        responses: {
            /** @description A row of the table. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConversationRow"];
                };
            };
            /** @description The request can't be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not possible now */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something needs changing */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A guard is missing */
            428: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too much at once */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No answer */
            502: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not available now */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Took too long */
            504: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    repair_conversation: {
        parameters: {
            query?: never;
            header: {
                /** @description One key for one intention: a repeat is answered like the first. */
                "Idempotency-Key": string;
            };
            path: {
                conversation_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RepairOne"];
            };
        };
        responses: {
            /** @description The run of one conversation that was asked for. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Started"];
                };
            };
            /** @description The request can't be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not possible now */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something needs changing */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A guard is missing */
            428: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too much at once */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No answer */
            502: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not available now */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Took too long */
            504: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    review_conversation: {
        parameters: {
            query?: never;
            header: {
                /** @description The revision that was read, as its ETag gave it. */
                "If-Match": string;
            };
            path: {
                conversation_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReviewRequest"];
            };
        };
        responses: {
            /** @description A row of the table. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConversationRow"];
                };
            };
            /** @description The request can't be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not possible now */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something needs changing */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A guard is missing */
            428: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too much at once */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No answer */
            502: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not available now */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Took too long */
            504: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    judge_conversation: {
        parameters: {
            query?: never;
            header: {
                /** @description One key for one intention: a repeat is answered like the first. */
                "Idempotency-Key": string;
            };
            path: {
                conversation_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["JudgeOne"];
            };
        };
        responses: {
            /** @description The run of one conversation that was asked for. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Started"];
                };
            };
            /** @description The request can't be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not possible now */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something needs changing */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A guard is missing */
            428: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too much at once */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No answer */
            502: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not available now */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Took too long */
            504: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    change_situation: {
        parameters: {
            query?: never;
            header: {
                /** @description The revision that was read, as its ETag gave it. */
                "If-Match": string;
            };
            path: {
                conversation_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Situation"];
            };
        };
        responses: {
            /** @description A row of the table. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConversationRow"];
                };
            };
            /** @description The request can't be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not possible now */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something needs changing */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A guard is missing */
            428: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too much at once */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No answer */
            502: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not available now */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Took too long */
            504: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    edit_turns: {
        parameters: {
            query?: never;
            header: {
                /** @description The revision that was read, as its ETag gave it. */
                "If-Match": string;
            };
            path: {
                conversation_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EditRequest"];
            };
        };
        responses: {
            /** @description The row after an edit, the version that holds it, and what its text scored before. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Edit"];
                };
            };
            /** @description The request can't be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not possible now */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something needs changing */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A guard is missing */
            428: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too much at once */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No answer */
            502: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not available now */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Took too long */
            504: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    undo_decision: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                conversation_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NoInput"];
            };
        };
        responses: {
            /** @description A row of the table. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConversationRow"];
                };
            };
            /** @description The request can't be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not possible now */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something needs changing */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too much at once */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No answer */
            502: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not available now */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Took too long */
            504: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    read_version: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                conversation_id: string;
                number: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One content of a conversation; it never changes. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Version"];
                };
            };
            /** @description Not signed in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something needs changing */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too much at once */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No answer */
            502: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not available now */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Took too long */
            504: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    delete_versions: {
        parameters: {
            query?: never;
            header: {
                /** @description The revision that was read, as its ETag gave it. */
                "If-Match": string;
            };
            path: {
                conversation_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DeleteVersions"];
            };
        };
        responses: {
            /** @description Which versions went, and which had to stay, each with its reason. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeletedVersions"];
                };
            };
            /** @description The request can't be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not possible now */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something needs changing */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A guard is missing */
            428: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too much at once */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No answer */
            502: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not available now */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Took too long */
            504: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_datasets: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description All datasets of the workspace, newest first. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Datasets"];
                };
            };
            /** @description Not signed in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too much at once */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No answer */
            502: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not available now */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Took too long */
            504: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    create_dataset: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewDataset"];
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Dataset"];
                };
            };
            /** @description The request can't be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something needs changing */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too much at once */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No answer */
            502: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not available now */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Took too long */
            504: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    read_dataset: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                dataset_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Dataset"];
                };
            };
            /** @description Not signed in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something needs changing */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too much at once */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No answer */
            502: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not available now */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Took too long */
            504: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    change_dataset: {
        parameters: {
            query?: never;
            header: {
                /** @description The revision that was read, as its ETag gave it. */
                "If-Match": string;
            };
            path: {
                dataset_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DatasetChange"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Dataset"];
                };
            };
            /** @description The request can't be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not possible now */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something needs changing */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A guard is missing */
            428: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too much at once */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No answer */
            502: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not available now */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Took too long */
            504: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_batches: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                dataset_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description All runs of a dataset, newest first. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Batches"];
                };
            };
            /** @description Not signed in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something needs changing */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too much at once */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No answer */
            502: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not available now */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Took too long */
            504: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    start_batch: {
        parameters: {
            query?: never;
            header: {
                /** @description One key for one intention: a repeat is answered like the first. */
                "Idempotency-Key": string;
            };
            path: {
                dataset_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StartBatch"];
            };
        };
        responses: {
            /** @description A run as it stands, counted from its conversations. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Batch"];
                };
            };
            /** @description The request can't be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not possible now */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something needs changing */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A guard is missing */
            428: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too much at once */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No answer */
            502: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not available now */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Took too long */
            504: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    estimate_batch: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                dataset_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EstimateRequest"];
            };
        };
        responses: {
            /** @description What a run is expected to cost and take, and the most that it can cost. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Estimate"];
                };
            };
            /** @description The request can't be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something needs changing */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too much at once */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No answer */
            502: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not available now */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Took too long */
            504: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    act_on_many: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                dataset_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BulkRequest"];
            };
        };
        responses: {
            /** @description How many are done and why others were not; while `running`, read it again. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Operation"];
                };
            };
            /** @description Accepted: it goes on after this answer. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Operation"];
                };
            };
            /** @description The request can't be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not possible now */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something needs changing */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A guard is missing */
            428: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too much at once */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No answer */
            502: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not available now */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Took too long */
            504: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    preview_bulk: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                dataset_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BulkRequest"];
            };
        };
        responses: {
            /** @description What would be done and what would be left out. Nothing was changed. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BulkPreview"];
                };
            };
            /** @description The request can't be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something needs changing */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too much at once */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No answer */
            502: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not available now */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Took too long */
            504: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_conversations: {
        parameters: {
            query?: {
                arc?: string[];
                band?: ("low" | "fair" | "good" | "none")[];
                batch_id?: string[];
                content_category?: string[];
                cursor?: string | null;
                dataset_id?: string[];
                document_id?: string[];
                domain?: string[];
                emotion?: string[];
                emotional_valence?: string[];
                expertise_level?: string[];
                flag?: string[];
                flagged?: boolean | null;
                generated_from?: string | null;
                generated_to?: string | null;
                id?: string[];
                in_text?: boolean;
                intent?: string[];
                is_seed?: boolean | null;
                limit?: number;
                max_score?: number | null;
                min_score?: number | null;
                outcome?: string[];
                persona?: string[];
                q?: string;
                ref?: string[];
                review?: ("not_reviewed" | "approved" | "rejected" | "flagged")[];
                reviewed_from?: string | null;
                reviewed_to?: string | null;
                reviewer?: string[];
                scenario_type?: string[];
                sort?: string;
                source_category?: string[];
                status?: components["schemas"]["Status"][];
                tag?: string[];
                template_id?: string[];
                template_version?: number[];
                tier?: components["schemas"]["Tier"][];
                tone?: string[];
                topic?: string[];
                topic_cluster?: string[];
            };
            header?: never;
            path: {
                dataset_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of rows. `facets` counts, for each filter, what the other filters leave; `labels` names ids in them. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Rows"];
                };
            };
            /** @description Not signed in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something needs changing */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too much at once */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No answer */
            502: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not available now */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Took too long */
            504: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    read_coverage: {
        parameters: {
            query?: {
                cols?: "persona" | "arc" | "tier" | "topic" | "emotion" | "intent" | "tone" | "outcome" | "content_category" | "topic_cluster" | "source_category" | "document_id";
                rows?: "persona" | "arc" | "tier" | "topic" | "emotion" | "intent" | "tone" | "outcome" | "content_category" | "topic_cluster" | "source_category" | "document_id";
            };
            header?: never;
            path: {
                dataset_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Cells without any figure are left out. `gaps` are those that lack something, at most 100, the emptiest first. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CoverageTable"];
                };
            };
            /** @description Not signed in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something needs changing */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too much at once */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No answer */
            502: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not available now */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Took too long */
            504: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    fill_gaps: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                dataset_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FillRequest"];
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PlanApplied"];
                };
            };
            /** @description The request can't be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not possible now */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something needs changing */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too much at once */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No answer */
            502: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not available now */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Took too long */
            504: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_exports: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                dataset_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description All exports of a dataset, newest first. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Exports"];
                };
            };
            /** @description Not signed in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something needs changing */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too much at once */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No answer */
            502: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not available now */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Took too long */
            504: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    start_export: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                dataset_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ExportRequest"];
            };
        };
        responses: {
            /** @description Done. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Export"];
                };
            };
            /** @description The request can't be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not possible now */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something needs changing */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too much at once */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No answer */
            502: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not available now */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Took too long */
            504: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    preview_export: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                dataset_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ExportRequest"];
            };
        };
        responses: {
            /** @description What an export would hold. `read` of `count` conversations were looked at. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ExportPreview"];
                };
            };
            /** @description The request can't be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something needs changing */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too much at once */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No answer */
            502: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not available now */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Took too long */
            504: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    apply_plan: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                dataset_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PlanRequest"];
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PlanApplied"];
                };
            };
            /** @description The request can't be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not possible now */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something needs changing */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too much at once */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No answer */
            502: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not available now */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Took too long */
            504: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    preview_plan: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                dataset_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PlanRequest"];
            };
        };
        responses: {
            /** @description What a plan would make, before anything is stored. `alike` are those that repeat another's words. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PlanPreview"];
                };
            };
            /** @description The request can't be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something needs changing */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too much at once */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No answer */
            502: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not available now */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Took too long */
            504: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    import_seeds: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                dataset_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SeedsFile"];
            };
        };
        responses: {
            /** @description What has come in, in the order of the file. Everything waits to be approved. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SeedsImported"];
                };
            };
            /** @description The request can't be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not possible now */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something needs changing */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too much at once */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No answer */
            502: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not available now */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Took too long */
            504: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    preview_seeds: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                dataset_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SeedsFile"];
            };
        };
        responses: {
            /** @description What an import would do. With `problems` it would change nothing. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SeedsPreview"];
                };
            };
            /** @description The request can't be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something needs changing */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too much at once */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No answer */
            502: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not available now */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Took too long */
            504: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    read_similarity: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                dataset_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description How different the written conversations are. At most 100 pairs and 50 openings are listed; the counts are whole. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Similarity"];
                };
            };
            /** @description Not signed in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something needs changing */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too much at once */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No answer */
            502: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not available now */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Took too long */
            504: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    read_sources_file: {
        parameters: {
            query?: {
                after?: number;
            };
            header?: never;
            path: {
                dataset_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A part of the report as CSV; the first part begins with the names of the columns. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SourcesFile"];
                };
            };
            /** @description Not signed in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something needs changing */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too much at once */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No answer */
            502: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not available now */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Took too long */
            504: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    read_summary: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                dataset_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A dataset in figures, counted from its conversations at this moment. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Summary"];
                };
            };
            /** @description Not signed in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something needs changing */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too much at once */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No answer */
            502: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not available now */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Took too long */
            504: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    verify_dataset: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                dataset_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Whether chain, ledger and states of a dataset hold together. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Verification"];
                };
            };
            /** @description Not signed in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something needs changing */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too much at once */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No answer */
            502: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not available now */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Took too long */
            504: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    read_vocabulary: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                dataset_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A dataset's words as CSV: `list`, `name` and what belongs to that list, a line for each word. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Vocabulary"];
                };
            };
            /** @description Not signed in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something needs changing */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too much at once */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No answer */
            502: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not available now */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Took too long */
            504: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    import_vocabulary: {
        parameters: {
            query?: never;
            header: {
                /** @description The revision that was read, as its ETag gave it. */
                "If-Match": string;
            };
            path: {
                dataset_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Vocabulary"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Dataset"];
                };
            };
            /** @description The request can't be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not possible now */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something needs changing */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A guard is missing */
            428: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too much at once */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No answer */
            502: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not available now */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Took too long */
            504: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_documents: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description All documents by title. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Documents"];
                };
            };
            /** @description Not signed in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too much at once */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No answer */
            502: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not available now */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Took too long */
            504: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    read_document: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                document_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Document"];
                };
            };
            /** @description Not signed in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something needs changing */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too much at once */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No answer */
            502: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not available now */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Took too long */
            504: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_chunks: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                document_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A document's passages in reading order. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Chunks"];
                };
            };
            /** @description Not signed in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something needs changing */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too much at once */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No answer */
            502: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not available now */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Took too long */
            504: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    import_documents: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ImportDocuments"];
            };
        };
        responses: {
            /** @description What came in. `already_here` names documents that were imported before and were left alone. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportResult"];
                };
            };
            /** @description The request can't be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something needs changing */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too much at once */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No answer */
            502: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not available now */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Took too long */
            504: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_failures: {
        parameters: {
            query?: {
                conversation?: string | null;
                cursor?: string | null;
                dataset?: string | null;
                final?: boolean | null;
                kind?: ("transient" | "permanent" | "needs_change")[];
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page, newest first. It may be shorter than `limit`: the list ends where `next_cursor` is null. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failures"];
                };
            };
            /** @description Not signed in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something needs changing */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too much at once */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No answer */
            502: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not available now */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Took too long */
            504: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    read_export: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                export_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Export"];
                };
            };
            /** @description Not signed in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something needs changing */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too much at once */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No answer */
            502: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not available now */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Took too long */
            504: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    link_export: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                export_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LinkRequest"];
            };
        };
        responses: {
            /** @description A link for this one download; it ends soon. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DownloadLink"];
                };
            };
            /** @description The request can't be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not possible now */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something needs changing */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too much at once */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No answer */
            502: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not available now */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Took too long */
            504: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    read_health: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The service answers. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Health"];
                };
            };
            /** @description Too much at once */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No answer */
            502: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not available now */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Took too long */
            504: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    accept_invitation: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AcceptInvitation"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Workspace"];
                };
            };
            /** @description The request can't be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not possible now */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something needs changing */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too much at once */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No answer */
            502: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not available now */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Took too long */
            504: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    read_me: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The caller. `tenant` and `role` are null for someone who is in no workspace. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Me"];
                };
            };
            /** @description Not signed in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too much at once */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No answer */
            502: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not available now */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Took too long */
            504: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_members: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Everyone of the workspace, invitations last. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Members"];
                };
            };
            /** @description Not signed in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too much at once */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No answer */
            502: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not available now */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Took too long */
            504: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    invite_member: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Invite"];
            };
        };
        responses: {
            /** @description The token is shown this once; whoever signs in with the invited address may redeem it. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InvitationMade"];
                };
            };
            /** @description The request can't be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not possible now */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something needs changing */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too much at once */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No answer */
            502: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not available now */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Took too long */
            504: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    remove_member: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                member_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Not signed in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not possible now */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something needs changing */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too much at once */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No answer */
            502: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not available now */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Took too long */
            504: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    change_member: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                member_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RoleChange"];
            };
        };
        responses: {
            /** @description A person of the workspace, or one who was invited and has not come yet. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Member"];
                };
            };
            /** @description The request can't be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not possible now */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something needs changing */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too much at once */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No answer */
            502: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not available now */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Took too long */
            504: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_models: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The models that can be used, with the day on which their prices were read off. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Models"];
                };
            };
            /** @description Not signed in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too much at once */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No answer */
            502: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not available now */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Took too long */
            504: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    read_openapi: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description An OpenAPI 3.1 document. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Description-Output"];
                };
            };
            /** @description Too much at once */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No answer */
            502: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not available now */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Took too long */
            504: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    read_operation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                operation_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description How many are done and why others were not; while `running`, read it again. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Operation"];
                };
            };
            /** @description Not signed in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something needs changing */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too much at once */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No answer */
            502: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not available now */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Took too long */
            504: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    undo_operation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                operation_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NoInput"];
            };
        };
        responses: {
            /** @description How many are done and why others were not; while `running`, read it again. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Operation"];
                };
            };
            /** @description Accepted: it goes on after this answer. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Operation"];
                };
            };
            /** @description The request can't be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not possible now */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something needs changing */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too much at once */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No answer */
            502: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not available now */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Took too long */
            504: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_packs: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The starter packs that ship with the product. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Packs"];
                };
            };
            /** @description Not signed in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too much at once */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No answer */
            502: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not available now */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Took too long */
            504: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    read_pack: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                slug: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A starter pack: a taxonomy, and documents in the shape that the import takes. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Pack"];
                };
            };
            /** @description Not signed in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something needs changing */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too much at once */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No answer */
            502: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not available now */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Took too long */
            504: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    open_session: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CodeExchange"];
            };
        };
        responses: {
            /** @description A token for the `Authorization` header, and when it ends. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Grant"];
                };
            };
            /** @description The request can't be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something needs changing */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too much at once */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No answer */
            502: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not available now */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Took too long */
            504: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    close_session: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too much at once */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No answer */
            502: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not available now */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Took too long */
            504: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    refresh_session: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NoInput"];
            };
        };
        responses: {
            /** @description A token for the `Authorization` header, and when it ends. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Grant"];
                };
            };
            /** @description The request can't be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something needs changing */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too much at once */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No answer */
            502: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not available now */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Took too long */
            504: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    read_settings: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Limits and thresholds of a workspace. Money in micro-dollars. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Settings"];
                };
            };
            /** @description Not signed in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too much at once */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No answer */
            502: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not available now */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Took too long */
            504: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    change_settings: {
        parameters: {
            query?: never;
            header: {
                /** @description The revision that was read, as its ETag gave it. */
                "If-Match": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SettingsChange"];
            };
        };
        responses: {
            /** @description Limits and thresholds of a workspace. Money in micro-dollars. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Settings"];
                };
            };
            /** @description The request can't be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not possible now */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something needs changing */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A guard is missing */
            428: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too much at once */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No answer */
            502: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not available now */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Took too long */
            504: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    read_agreement: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One for each model that has given opinions, with what they have cost this month. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Agreements"];
                };
            };
            /** @description Not signed in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too much at once */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No answer */
            502: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not available now */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Took too long */
            504: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_templates: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description All templates, by tier and name, and the parameters that their texts may ask for. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Templates"];
                };
            };
            /** @description Not signed in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too much at once */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No answer */
            502: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not available now */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Took too long */
            504: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    create_template: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewTemplate"];
            };
        };
        responses: {
            /** @description A template with all its versions, newest first. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TemplateInFull"];
                };
            };
            /** @description The request can't be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not possible now */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something needs changing */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too much at once */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No answer */
            502: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not available now */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Took too long */
            504: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    read_template: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                template_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A template with all its versions, newest first. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TemplateInFull"];
                };
            };
            /** @description Not signed in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something needs changing */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too much at once */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No answer */
            502: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not available now */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Took too long */
            504: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    duplicate_template: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                template_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Duplicate"];
            };
        };
        responses: {
            /** @description A template with all its versions, newest first. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TemplateInFull"];
                };
            };
            /** @description The request can't be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not possible now */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something needs changing */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too much at once */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No answer */
            502: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not available now */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Took too long */
            504: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    preview_template: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                template_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TemplatePreviewRequest"];
            };
        };
        responses: {
            /** @description The prompt as it would be sent, and parameters that are missing or unknown. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TemplatePreview"];
                };
            };
            /** @description The request can't be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something needs changing */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too much at once */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No answer */
            502: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not available now */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Took too long */
            504: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    share_template_versions: {
        parameters: {
            query?: never;
            header: {
                /** @description The revision that was read, as its ETag gave it. */
                "If-Match": string;
            };
            path: {
                template_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Shares"];
            };
        };
        responses: {
            /** @description A template with all its versions, newest first. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TemplateInFull"];
                };
            };
            /** @description The request can't be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not possible now */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something needs changing */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A guard is missing */
            428: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too much at once */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No answer */
            502: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not available now */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Took too long */
            504: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    switch_template: {
        parameters: {
            query?: never;
            header: {
                /** @description The revision that was read, as its ETag gave it. */
                "If-Match": string;
            };
            path: {
                template_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TemplateState"];
            };
        };
        responses: {
            /** @description A template with all its versions, newest first. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TemplateInFull"];
                };
            };
            /** @description The request can't be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not possible now */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something needs changing */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A guard is missing */
            428: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too much at once */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No answer */
            502: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not available now */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Took too long */
            504: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    read_template_usage: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                template_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A template's figures, version by version, newest first. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TemplateUsage"];
                };
            };
            /** @description Not signed in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something needs changing */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too much at once */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No answer */
            502: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not available now */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Took too long */
            504: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    add_template_version: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                template_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewVersion"];
            };
        };
        responses: {
            /** @description A template with all its versions, newest first. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TemplateInFull"];
                };
            };
            /** @description The request can't be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not possible now */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something needs changing */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too much at once */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No answer */
            502: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not available now */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Took too long */
            504: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    check_template: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TemplateCheckRequest"];
            };
        };
        responses: {
            /** @description Everything that stops a text from being saved; empty: it can be. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TemplateCheck"];
                };
            };
            /** @description The request can't be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something needs changing */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too much at once */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No answer */
            502: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not available now */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Took too long */
            504: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    import_template: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TemplateImport"];
            };
        };
        responses: {
            /** @description A template with all its versions, newest first. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TemplateInFull"];
                };
            };
            /** @description The request can't be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not possible now */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something needs changing */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too much at once */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No answer */
            502: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not available now */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Took too long */
            504: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
}
