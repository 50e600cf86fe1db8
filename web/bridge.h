// The border between the program and the browser page: all it asks of the page, all the page tells it.
//
//     class App : public bridge::Program { … };
//     int main() {
//         static App app;
//         bridge::run(app);       // the page calls it from now on; returns at once
//     }
//
// bridge.cpp is the only file that calls JavaScript or is called by it, and it
// decides nothing. The contract, with the page's side of every function here,
// is web/README.md.
//
// To add something: a function or a virtual function here, its line in
// bridge.cpp, its row in web/README.md, its half in web/page/boot.js.
#pragma once

#include "shell/draw/drawer.h"
#include "shell/sheets/session.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace handfast::bridge {

// ---- what the page tells ---------------------------------------------------------

// Bits of `flags`.
namespace flag {
inline constexpr unsigned dark = 1;              // the system prefers dark
inline constexpr unsigned reduced_motion = 2;
inline constexpr unsigned high_contrast = 4;
inline constexpr unsigned apple_keyboard = 8;    // chords use Cmd
inline constexpr unsigned webgl2 = 16;           // there is one, and not made of software
inline constexpr unsigned chose_light = 32;      // the user did so earlier, in this browser
inline constexpr unsigned chose_dark = 64;
}  // namespace flag

namespace modifier {
inline constexpr unsigned command = 1;   // Ctrl; Cmd on a Mac
inline constexpr unsigned shift = 2;
inline constexpr unsigned alt = 4;
}  // namespace modifier

using draw::PointerKind;                                    // Leave: also a press that became a scroll
using SaveOutcome = sheets::Saved;
enum class KeepOutcome { Kept, Failed };
enum class CopyOutcome { Copied, Failed };
using RestoreState = sheets::Found;   // Older: the newest was damaged
enum class ContextEvent { Lost, Restored };

// One function per export. Times are milliseconds, lengths CSS px. Views are valid only during the call.
class Program {
public:
    virtual ~Program() = default;
    virtual void start(float width, float height, float density, unsigned flags) = 0;
    // Draws and publishes. Returns when it wants to run again, ms from now; negative: not until something happens.
    virtual double frame(double now) = 0;
    virtual void resize(float width, float height, float density) = 0;
    virtual void flags_changed(unsigned flags) = 0;
    virtual void pointer(PointerKind kind, float x, float y, int button, bool touch) = 0;
    virtual void press(std::string_view id) = 0;
    virtual void edit(std::string_view id, std::string_view text) = 0;
    virtual void commit(std::string_view id) = 0;
    virtual void choose(std::string_view id, std::string_view option) = 0;
    virtual void focus(std::string_view id, bool visible) = 0;
    virtual void scroll(std::string_view id, float x, float y) = 0;
    virtual bool key(std::string_view key, unsigned modifiers) = 0;   // whether it was taken
    virtual void go_to(std::string_view sheet, std::string_view place) = 0;
    virtual void open(std::string_view name, std::string_view bytes) = 0;
    virtual void open_failed(std::string_view name) = 0;
    virtual void saved(std::string_view name, SaveOutcome outcome) = 0;
    virtual void copied(CopyOutcome outcome) = 0;
    virtual void snapshot_kept(double revision, KeepOutcome outcome) = 0;
    virtual void restore(std::string_view bytes, std::string_view kept_at, RestoreState state) = 0;
    virtual void flush() = 0;
    virtual void context(ContextEvent event) = 0;
};

void run(Program& program);

// ---- what the program asks ---------------------------------------------------------

void publish(std::string_view json);   // a message of shell/sheets/mirror.h
void wake();                           // a frame at the next chance
[[noreturn]] void fail(std::string_view message);   // ends the program: the page offers the last snapshot

enum class Ask { OnlyIfNeeded, Always };   // OnlyIfNeeded: into the file written last in this session, if there is one
void save(std::string_view name, std::string_view mime, std::string_view bytes, Ask ask);
void download(std::string_view name, std::string_view mime, std::string_view bytes);
void choose_file();                    // ends in Program::open, or in nothing

void keep(std::string_view bytes, double revision);
void forget();                         // every snapshot of this tab and the one it restored

void copy(std::string_view html, std::string_view text);
void print(std::string_view html);     // a whole document, as exported

void set_cursor(draw::Cursor shape);
void set_theme(sheets::ThemeChoice choice);    // of native elements; kept for the next start
void set_text_scale(float factor);     // of native text
void set_file_behind(bool behind);     // whether closing the page should ask first
std::string clock();                   // "2026-11-22 14:32", local time
std::string new_id();                  // one that no other design has

draw::GlyphSource& browser_glyphs();

bool create_webgl_context();           // WebGL2 on #canvas, made current; false if there is none
// Shows an RGBA picture of width × height device pixels; only the rectangle has changed.
void blit(const std::uint8_t* pixels, int width, int height, int x, int y, int rect_width, int rect_height);

}  // namespace handfast::bridge
