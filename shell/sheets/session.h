// One person at work: the workspace, how it is looked at, and what the host is asked to do.
//
//     Session session(assets, "id of a new design");
//     session.press("rail.strategy");
//     session.type("answers[strategy.exposure].agreed[p1]", "900");
//     Screen screen = session.screen();
//     for (const HostRequest& request : session.take_requests()) …   // save, keep, copy …
//
// Everything that the page does is decided here, without ImGui and without a
// browser, so that native tests can play whole visits. The host (web/main.cpp)
// reports events and carries out requests.
#pragma once

#include "core/workspace/workspace.h"
#include "shell/sheets/placement.h"
#include "shell/sheets/requests.h"
#include "shell/sheets/screens.h"

#include <functional>

namespace handfast::sheets {

struct SaveRequest {
    std::string name;
    std::string bytes;
    bool ask = false;      // for a new file, even if one was written in this session
};
struct DownloadRequest {
    std::string name;
    std::string mime;
    std::string bytes;
};
struct ChooseFileRequest {};
struct KeepRequest {
    std::string bytes;
    Revision revision = 0;
};
struct ForgetRequest {};
struct CopyRequest {
    std::string html;
    std::string text;
};
struct PrintRequest {
    std::string html;
};
struct ThemeRequest {
    ThemeChoice choice = ThemeChoice::System;
};
using HostRequest = std::variant<SaveRequest, DownloadRequest, ChooseFileRequest, KeepRequest, ForgetRequest, CopyRequest, PrintRequest, ThemeRequest>;

enum class Saved { Written, Downloaded, Cancelled, Failed };
enum class Found { Nothing, Whole, Older, NoStorage };   // what storage held; Older: the newest was damaged

class Session {
public:
    // `clock` gives "2026-11-22 14:32"; `new_id` an id that no other design has.
    Session(const Assets& assets, std::function<std::string()> clock, std::function<std::string()> new_id);

    Workspace& workspace() { return m_workspace; }
    const Workspace& workspace() const { return m_workspace; }
    const ViewState& view() const { return m_view; }

    const Screen& screen();                        // built anew when something changed
    bool needs_frame() const { return m_stale; }   // something changed since the last screen()
    std::vector<HostRequest> take_requests();

    // ------------------------------------------------------------ what the user does
    void press(const PlaceId& pressed);            // in the terms of requests.h
    void press_with_pointer(const PlaceId& pressed);   // the same, and the focus follows
    void type(const PlaceId& place, std::string_view text);
    void commit();                                 // a burst of typing ended; the focus may stay
    void choose(const PlaceId& place, std::string_view option);
    void focus(const PlaceId& place);
    // The sheet was scrolled: the side panel follows to the question at the upper part of the window,
    // unless the one that is being answered is still in sight.
    void scrolled_to(float y, const Placement& placement);
    // Whether the chord is one of ours. `key` as browsers name it, lower case for letters.
    bool key(std::string_view key, bool command, bool shift, bool alt);
    void go_to(std::string_view sheet, const PlaceId& place);
    void open_file(std::string_view name, std::string_view bytes);
    void run(const Intent& intent);

    // ------------------------------------------------------------ what the host tells
    void set_width(float width);
    void set_apple_keyboard(bool apple);
    void set_theme(ThemeChoice choice);
    void file_unreadable(std::string_view name);
    void saved(std::string_view name, Saved outcome);
    void copied(bool done);
    void snapshot_kept(Revision revision, bool kept);
    void found(std::string_view snapshot, std::string_view kept_at, Found what);
    void keep_now();                               // if something is not kept yet
    void focus_request_published() { m_view.focus_request.clear(); }

private:
    void run(const ShellAction& action);
    void replace_design(const ShellAction& how);   // asks first when something would be lost
    void do_replace(const ShellAction& how);
    void save(bool ask);
    void step(const HistoryStep* step, std::string_view said);
    void show(const std::string& sheet);
    void go_to_place(const PlaceId& place);
    void go_to_next_open();
    void changed();
    void say(std::string text);
    OutlineStamp stamp() const;

    Workspace m_workspace;
    ViewState m_view;
    Screen m_screen;
    bool m_stale = true;
    std::function<std::string()> m_clock, m_new_id;
    std::vector<HostRequest> m_requests;
    Revision m_keep_asked = 0;
    Revision m_revision_being_saved = 0;
    bool m_go_on_after_save = false;
    bool m_file_is_ours = false;                   // the file the host wrote last holds this design
    std::string m_pending_name, m_pending_bytes;   // a file that waits for an answer
    std::string m_draft;                           // the snapshot that is on offer
    bool m_address_asked = false;                  // the page was opened at a sheet: a reload
};

}  // namespace handfast::sheets
