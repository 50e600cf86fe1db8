// Paints a Screen with Dear ImGui and says where everything landed and what was pressed.
//
//     Drawer drawer(glyphs);                     // glyphs: a GlyphSource, e.g. the browser's fonts
//     drawer.resize({1280, 800, 1.5f});
//     drawer.pointer({PointerKind::Down, 100, 40});
//     Frame frame = drawer.frame(screen, look, now_seconds);
//     renderer.render(*frame.draw_data);         // webgl_renderer.h or cpu_renderer.h
//
// One Drawer is one ImGui context. It keeps no state of the design or of the
// sheet: hover, press and colour fades only. Scrolling belongs to the host,
// which reports offsets by `set_scroll`. Text fields and selects are painted
// but never typed into: the host lays native ones over them, and the one that
// has the focus is painted without its text.
//
// Known limits: text is drawn per code point without shaping, so complex
// scripts are legible but unjoined; right-to-left runs are not reordered.
#pragma once

#include "shell/draw/glyph_source.h"
#include "shell/sheets/placement.h"
#include "shell/sheets/screen.h"

#include <memory>
#include <string>
#include <vector>

struct ImDrawData;

namespace handfast::draw {

struct Viewport {
    float width = 0, height = 0;   // CSS px
    float density = 1;             // device pixels per CSS px
    bool operator==(const Viewport&) const = default;
};

enum class PointerKind { Move, Down, Up, Leave };
struct PointerEvent {
    PointerKind kind = PointerKind::Move;
    float x = 0, y = 0;            // CSS px in the window
};

enum class ThemeName { Light, Dark };

// How things look now, and where the focus is.
struct Look {
    ThemeName theme = ThemeName::Light;
    float text_scale = 1;          // 0.8 to 2
    bool reduced_motion = false;
    PlaceId focus;                 // the focused place, or empty
    bool focus_ring = false;       // draw the ring: focus came by keyboard, or it is a field
    PlaceId hidden_text;           // a field whose text the host shows itself
    bool operator==(const Look&) const = default;
};

enum class Cursor { Arrow, Hand, Text };

struct Frame {
    const ImDrawData* draw_data = nullptr;   // valid until the next frame
    sheets::Placement placement;
    std::vector<PlaceId> pressed;            // in the terms of requests.h
    Cursor cursor = Cursor::Arrow;
    double wake_in_seconds = -1;             // negative: nothing moves, no frame needed
};

class Drawer {
public:
    explicit Drawer(GlyphSource& glyphs);
    ~Drawer();
    Drawer(const Drawer&) = delete;
    Drawer& operator=(const Drawer&) = delete;

    void resize(Viewport viewport);
    void pointer(PointerEvent event);
    void set_scroll(const PlaceId& window, float x, float y);
    Frame frame(const sheets::Screen& screen, const Look& look, double now_seconds);

    // Every glyph and texture is made anew: another set of fonts, or a lost drawing context.
    void forget_textures();

private:
    struct State;
    std::unique_ptr<State> m_state;
};

}  // namespace handfast::draw
