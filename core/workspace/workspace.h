// The open design with its history, what is derived from it, and the truth about where it is saved.
//
//     Workspace workspace(assets);
//     workspace.edit({"profile.title", EditVerb::Set, "Joint cell plant"}, Gesture::Typing);
//     workspace.undo();
//     const Outline& outline = workspace.outline();          // computed once per revision
//     std::string bytes = workspace.write_snapshot("2026-11-22 14:32");
//
// The only mutable thing in core. It has no clock and reaches no storage: the
// shell passes times in and reports what became of files and snapshots.
#pragma once

#include "core/design/history.h"
#include "core/outline/outline.h"
#include "core/workspace/edit.h"

namespace handfast {

using Revision = long;   // grows with every change, also with undo

struct Progress {
    int answered = 0;    // answered, or said not to apply
    int begun = 0;       // something is there, or "not known yet"
    int total = 0;       // questions that apply
    bool operator==(const Progress&) const = default;
};

// Where the design is kept. Two separate truths: the user's file, and this browser's crash net.
struct SaveState {
    std::string file_name;           // empty: there is no file yet
    std::string file_time;           // "14:32"
    int changes_not_in_file = 0;     // steps since the file was written; 0: the file is current
    std::string kept_time;           // of the newest snapshot in the browser; empty: none
    bool kept_is_current = false;
    bool keeping_failed = false;     // storage refused the last snapshot
    bool operator==(const SaveState&) const = default;
};

class Workspace {
public:
    explicit Workspace(const Assets& assets);

    const Assets& assets() const { return *m_assets; }
    const Design& design() const { return m_history.design(); }
    Revision revision() const { return m_revision; }
    const Id<DocumentTag>& document_id() const { return m_document; }
    int edition() const { return m_edition; }
    // Nothing has been entered and nothing was opened.
    bool is_untouched() const;

    // ------------------------------------------------------------ changes
    Result<Revision> apply(const Command& command, Gesture gesture, const PlaceId& place);
    Result<Revision> edit(const Edit& edit, Gesture gesture);
    // Ends a burst of typing: the next one is a step of its own.
    void seal() { m_history.seal(); }
    const HistoryStep* next_undo() const { return m_history.next_undo(); }
    const HistoryStep* next_redo() const { return m_history.next_redo(); }
    // The step that was undone or redone, or nullptr.
    const HistoryStep* undo();
    const HistoryStep* redo();

    // ------------------------------------------------------------ opening and saving
    // Ids of designs come from outside, since core has no source of chance.
    void open_new(std::string_view document_id);
    Result<Done> open_file(std::string_view bytes, std::string_view name);
    bool open_sample(std::string_view sample_id, std::string_view document_id);

    // The bytes of the next edition. Nothing counts as saved until `file_written`.
    std::string write_file();
    void file_written(std::string_view name, std::string_view clock, Revision revision);

    // A snapshot is the save with what the shell knows besides: open sheet, file name.
    std::string write_snapshot(std::string_view clock, std::string_view sheet) const;
    struct Restored {
        std::string sheet;
        std::string kept_at;
    };
    Result<Restored> open_snapshot(std::string_view bytes);
    void snapshot_kept(Revision revision, std::string_view clock, bool kept);
    SaveState save_state() const;

    // ------------------------------------------------------------ derived, once per revision
    const Outline& outline() const;
    Progress progress(const Stage& stage) const;
    // The questions of the stage that apply now, in order.
    std::vector<const Question*> questions(const Stage& stage) const;

private:
    void changed();
    void open(SaveFile file);
    std::string label_of(const Command& command) const;

    const Assets* m_assets;
    History m_history;
    Revision m_revision = 1;
    Id<DocumentTag> m_document;
    int m_edition = 0;
    JsonObject m_unknown;                          // of the save file's top level
    std::shared_ptr<const Design> m_in_file;       // as the file holds it; null: no file
    struct Written {
        Revision revision = 0;
        std::shared_ptr<const Design> design;
        long steps = 0;
    };
    Written m_written;                             // what write_file gave last, on its way to a file
    long m_steps = 0, m_steps_in_file = 0;         // place in the history, now and when the file was written
    std::string m_file_name, m_file_time;
    Revision m_kept_revision = 0;
    std::string m_kept_time;
    bool m_keeping_failed = false;

    mutable Revision m_outline_revision = 0;
    mutable Outline m_outline;
};

}  // namespace handfast
