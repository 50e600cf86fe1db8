// Every call between C++ and JavaScript, and nothing else: it hands on, it decides nothing.
//
// To the page: EM_JS functions on the object `Module.hf`, which boot.js makes
// before the program starts. From the page: the exports below. Text and bytes
// cross as pointer and length; the page gets memory from hf_alloc and frees it
// after the call, the program's own bytes are copied out during the call.
#include "web/bridge.h"

#include "core/base/require.h"

#include <emscripten/em_js.h>
#include <emscripten/emscripten.h>
#include <emscripten/html5.h>

#include <cstdlib>

// ---- to the page -----------------------------------------------------------------

// The page needs today's view of the memory each time, since growth replaces it.
EM_JS(void, hf_js_attach, (), { Module['hf'].memory = () => HEAPU8; });
EM_JS(void, hf_js_publish, (const char* json, int size), { Module['hf'].publish(UTF8ToString(json, size)); });
EM_JS(void, hf_js_wake, (), { Module['hf'].wake(); });
EM_JS(void, hf_js_fail, (const char* message, int size), { Module['hf'].fail(UTF8ToString(message, size)); });
EM_JS(void, hf_js_save, (const char* name, int name_size, const char* mime, int mime_size, const char* bytes, int size, int ask), {
    Module['hf'].save(UTF8ToString(name, name_size), UTF8ToString(mime, mime_size), HEAPU8.slice(bytes, bytes + size), !!ask);
});
EM_JS(void, hf_js_download, (const char* name, int name_size, const char* mime, int mime_size, const char* bytes, int size), {
    Module['hf'].download(UTF8ToString(name, name_size), UTF8ToString(mime, mime_size), HEAPU8.slice(bytes, bytes + size));
});
EM_JS(void, hf_js_open, (), { Module['hf'].open(); });
EM_JS(void, hf_js_keep, (const char* bytes, int size, double revision), {
    Module['hf'].keep(HEAPU8.slice(bytes, bytes + size), revision);
});
EM_JS(void, hf_js_forget, (), { Module['hf'].forget(); });
EM_JS(void, hf_js_copy, (const char* html, int html_size, const char* text, int text_size), {
    Module['hf'].copy(UTF8ToString(html, html_size), UTF8ToString(text, text_size));
});
EM_JS(void, hf_js_print, (const char* html, int size), { Module['hf'].print(UTF8ToString(html, size)); });
EM_JS(void, hf_js_cursor, (const char* name), { Module['hf'].cursor(UTF8ToString(name)); });
EM_JS(void, hf_js_theme, (const char* name), { Module['hf'].theme(UTF8ToString(name)); });
EM_JS(void, hf_js_scale, (double factor), { Module['hf'].scale(factor); });
EM_JS(void, hf_js_status, (int file_behind), { Module['hf'].status({file_behind: !!file_behind}); });
EM_JS(void, hf_js_clock, (char* out, int room), { stringToUTF8(Module['hf'].clock(), out, room); });
EM_JS(void, hf_js_new_id, (char* out, int room), { stringToUTF8(Module['hf'].new_id(), out, room); });
EM_JS(void, hf_js_measure_font, (int strong, float* out), {
    const measured = Module['hf'].measure_font(strong);
    HEAPF32[out >> 2] = measured.ascent;
    HEAPF32[(out >> 2) + 1] = measured.descent;
});
EM_JS(double, hf_js_measure_glyph, (int code_point, int strong, double pixels), {
    return Module['hf'].measure_glyph(code_point, strong, pixels);
});
EM_JS(void, hf_js_draw_glyph, (int code_point, int strong, double pixels, double shift, int* box, unsigned char* alpha), {
    const glyph = Module['hf'].draw_glyph(code_point, strong, pixels, shift);
    HEAP32[box >> 2] = glyph.x0;
    HEAP32[(box >> 2) + 1] = glyph.y0;
    HEAP32[(box >> 2) + 2] = glyph.width;
    HEAP32[(box >> 2) + 3] = glyph.height;
    HEAPF32[(box >> 2) + 4] = glyph.advance;
    if (alpha) HEAPU8.set(glyph.alpha, alpha);
});
EM_JS(void, hf_js_blit, (const unsigned char* pixels, int width, int height, int x, int y, int rect_width, int rect_height), {
    Module['hf'].blit(new Uint8ClampedArray(HEAPU8.buffer, pixels, width * height * 4), width, height, x, y, rect_width, rect_height);
});

namespace handfast::bridge {

namespace {

Program* running = nullptr;

Program& program() {
    HF_REQUIRE(running != nullptr);
    return *running;
}

int size_of(std::string_view text) { return static_cast<int>(text.size()); }

std::string_view view(const char* text, int size) { return {text, static_cast<std::size_t>(size)}; }

// Glyphs of the system's own fonts, drawn by web/page/fonts.js.
class BrowserGlyphs final : public draw::GlyphSource {
public:
    draw::FontMetrics metrics(draw::Weight weight) override {
        float measured[2] = {};
        hf_js_measure_font(weight == draw::Weight::Strong, measured);
        return {measured[0], measured[1]};
    }
    float advance(char32_t code_point, draw::Weight weight, float pixels_per_em) override {
        return static_cast<float>(
            hf_js_measure_glyph(static_cast<int>(code_point), weight == draw::Weight::Strong, static_cast<double>(pixels_per_em)));
    }
    draw::GlyphBox glyph(char32_t code_point, draw::Weight weight, float pixels_per_em, float shift,
                         std::uint8_t* alpha) override {
        struct { int x0, y0, width, height; float advance; } box = {};
        hf_js_draw_glyph(static_cast<int>(code_point), weight == draw::Weight::Strong, static_cast<double>(pixels_per_em),
                         static_cast<double>(shift), &box.x0, alpha);
        return {box.advance, box.x0, box.y0, box.width, box.height};
    }
};

}  // namespace

void run(Program& program) {
    running = &program;
    hf_js_attach();
}

void publish(std::string_view json) { hf_js_publish(json.data(), size_of(json)); }
void wake() { hf_js_wake(); }

void fail(std::string_view message) {
    hf_js_fail(message.data(), size_of(message));
    std::abort();
}

void save(std::string_view name, std::string_view mime, std::string_view bytes, Ask ask) {
    hf_js_save(name.data(), size_of(name), mime.data(), size_of(mime), bytes.data(), size_of(bytes), ask == Ask::Always);
}

void download(std::string_view name, std::string_view mime, std::string_view bytes) {
    hf_js_download(name.data(), size_of(name), mime.data(), size_of(mime), bytes.data(), size_of(bytes));
}

void choose_file() { hf_js_open(); }
void keep(std::string_view bytes, double revision) { hf_js_keep(bytes.data(), size_of(bytes), revision); }
void forget() { hf_js_forget(); }
void copy(std::string_view html, std::string_view text) { hf_js_copy(html.data(), size_of(html), text.data(), size_of(text)); }
void print(std::string_view html) { hf_js_print(html.data(), size_of(html)); }

void set_cursor(draw::Cursor shape) {
    static constexpr const char* names[] = {"default", "pointer", "text"};
    hf_js_cursor(names[static_cast<int>(shape)]);
}

void set_theme(sheets::ThemeChoice choice) {
    static constexpr const char* names[] = {"system", "light", "dark"};
    hf_js_theme(names[static_cast<int>(choice)]);
}

void set_text_scale(float factor) { hf_js_scale(static_cast<double>(factor)); }
void set_file_behind(bool behind) { hf_js_status(behind); }

std::string clock() {
    char text[32] = {};
    hf_js_clock(text, static_cast<int>(sizeof text));
    return text;
}

std::string new_id() {
    char text[64] = {};
    hf_js_new_id(text, static_cast<int>(sizeof text));
    return text;
}

draw::GlyphSource& browser_glyphs() {
    static BrowserGlyphs glyphs;
    return glyphs;
}

bool create_webgl_context() {
    EmscriptenWebGLContextAttributes wanted;
    emscripten_webgl_init_context_attributes(&wanted);
    wanted.majorVersion = 2;
    wanted.alpha = false;
    wanted.depth = false;
    wanted.stencil = false;
    wanted.antialias = false;
    wanted.preserveDrawingBuffer = false;
    // Software rendering was ruled out before: flag::webgl2.
    wanted.failIfMajorPerformanceCaveat = false;
    const EMSCRIPTEN_WEBGL_CONTEXT_HANDLE context = emscripten_webgl_create_context("#canvas", &wanted);
    return context > 0 && emscripten_webgl_make_context_current(context) == EMSCRIPTEN_RESULT_SUCCESS;
}

void blit(const std::uint8_t* pixels, int width, int height, int x, int y, int rect_width, int rect_height) {
    hf_js_blit(pixels, width, height, x, y, rect_width, rect_height);
}

// ---- from the page -----------------------------------------------------------------

extern "C" {

EMSCRIPTEN_KEEPALIVE void* hf_alloc(int size) { return std::malloc(static_cast<std::size_t>(size > 0 ? size : 1)); }
EMSCRIPTEN_KEEPALIVE void hf_free(void* memory) { std::free(memory); }

EMSCRIPTEN_KEEPALIVE void hf_start(float width, float height, float density, unsigned flags) {
    program().start(width, height, density, flags);
}
EMSCRIPTEN_KEEPALIVE double hf_frame(double now) { return program().frame(now); }
EMSCRIPTEN_KEEPALIVE void hf_resize(float width, float height, float density) { program().resize(width, height, density); }
EMSCRIPTEN_KEEPALIVE void hf_flags(unsigned flags) { program().flags_changed(flags); }
EMSCRIPTEN_KEEPALIVE void hf_pointer(int kind, float x, float y, int button, int touch) {
    program().pointer(static_cast<PointerKind>(kind), x, y, button, touch != 0);
}
EMSCRIPTEN_KEEPALIVE void hf_press(const char* id, int id_size) { program().press(view(id, id_size)); }
EMSCRIPTEN_KEEPALIVE void hf_edit(const char* id, int id_size, const char* text, int text_size) {
    program().edit(view(id, id_size), view(text, text_size));
}
EMSCRIPTEN_KEEPALIVE void hf_commit(const char* id, int id_size) { program().commit(view(id, id_size)); }
EMSCRIPTEN_KEEPALIVE void hf_choose(const char* id, int id_size, const char* option, int option_size) {
    program().choose(view(id, id_size), view(option, option_size));
}
EMSCRIPTEN_KEEPALIVE void hf_focus(const char* id, int id_size, int visible) { program().focus(view(id, id_size), visible != 0); }
EMSCRIPTEN_KEEPALIVE void hf_scroll(const char* id, int id_size, float x, float y) { program().scroll(view(id, id_size), x, y); }
EMSCRIPTEN_KEEPALIVE int hf_key(const char* key, int key_size, unsigned modifiers) {
    return program().key(view(key, key_size), modifiers);
}
EMSCRIPTEN_KEEPALIVE void hf_goto(const char* sheet, int sheet_size, const char* place, int place_size) {
    program().go_to(view(sheet, sheet_size), view(place, place_size));
}
EMSCRIPTEN_KEEPALIVE void hf_open(const char* name, int name_size, const char* bytes, int size) {
    program().open(view(name, name_size), view(bytes, size));
}
EMSCRIPTEN_KEEPALIVE void hf_open_failed(const char* name, int name_size) { program().open_failed(view(name, name_size)); }
EMSCRIPTEN_KEEPALIVE void hf_saved(const char* name, int name_size, int outcome) {
    program().saved(view(name, name_size), static_cast<SaveOutcome>(outcome));
}
EMSCRIPTEN_KEEPALIVE void hf_copied(int outcome) { program().copied(static_cast<CopyOutcome>(outcome)); }
EMSCRIPTEN_KEEPALIVE void hf_snapshot_kept(double revision, int outcome) {
    program().snapshot_kept(revision, static_cast<KeepOutcome>(outcome));
}
EMSCRIPTEN_KEEPALIVE void hf_restore(const char* bytes, int size, const char* kept_at, int kept_at_size, int state) {
    program().restore(view(bytes, size), view(kept_at, kept_at_size), static_cast<RestoreState>(state));
}
EMSCRIPTEN_KEEPALIVE void hf_flush() { program().flush(); }
EMSCRIPTEN_KEEPALIVE void hf_context(int kind) { program().context(static_cast<ContextEvent>(kind)); }

}  // extern "C"

}  // namespace handfast::bridge
