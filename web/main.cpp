// The program behind the page: turns its events into a Session's, and a Session's screen into a picture and a mirror.
//
// It decides nothing itself: what happens is in shell/sheets/session.h, how it
// looks in shell/draw, how the browser is reached in bridge.h.
#include "core/bank/embedded_assets.h"
#include "shell/draw/cpu_renderer.h"
#include "shell/draw/drawer.h"
#include "shell/draw/webgl_renderer.h"
#include "shell/sheets/mirror.h"
#include "shell/sheets/session.h"
#include "web/bridge.h"

#include <cmath>

namespace handfast {

namespace {

using bridge::flag::chose_dark, bridge::flag::chose_light;

void fail_loudly(const char* condition, const char* file, int line) {
    bridge::fail(std::string(condition) + " (" + file + ":" + std::to_string(line) + ")");
}

const Assets& assets() {
    static const Result<Assets> parsed = parse_assets(embedded_assets());
    if (!parsed) bridge::fail(describe(parsed.error()));
    return *parsed;
}

template <class... Functions>
struct Overloaded : Functions... {
    using Functions::operator()...;
};
template <class... Functions>
Overloaded(Functions...) -> Overloaded<Functions...>;

class App final : public bridge::Program {
public:
    App() : m_session(assets(), [] { return bridge::clock(); }, [] { return bridge::new_id(); }), m_drawer(bridge::browser_glyphs()) {}

    void start(float width, float height, float density, unsigned flags) override {
        if ((flags & bridge::flag::webgl2) != 0 && bridge::create_webgl_context()) m_webgl.start();
        flags_changed(flags);
        if ((flags & chose_light) != 0) m_session.set_theme(sheets::ThemeChoice::Light);
        if ((flags & chose_dark) != 0) m_session.set_theme(sheets::ThemeChoice::Dark);
        resize(width, height, density);
    }

    double frame(double now) override {
        draw::Frame frame = m_drawer.frame(m_session.screen(), look(), now / 1000);
        for (const PlaceId& pressed : frame.pressed) m_session.press_with_pointer(pressed);
        if (m_session.needs_frame()) frame = m_drawer.frame(m_session.screen(), look(), now / 1000);   // show what the press did at once
        show(*frame.draw_data);
        const std::string message = m_mirror.update(m_session.screen(), frame.placement);
        if (!message.empty()) bridge::publish(message);
        if (!m_session.view().focus_request.empty()) m_session.focus_request_published();
        m_placement = std::move(frame.placement);
        bridge::set_cursor(frame.cursor);
        carry_out_requests();
        if (m_session.needs_frame()) return 0;
        return frame.wake_in_seconds < 0 ? -1 : frame.wake_in_seconds * 1000;
    }

    void resize(float width, float height, float density) override {
        m_drawer.resize({width, height, density});
        m_device_width = static_cast<int>(std::lround(width * density));
        m_device_height = static_cast<int>(std::lround(height * density));
        m_session.set_width(width);
    }

    void flags_changed(unsigned flags) override {
        m_system_dark = (flags & bridge::flag::dark) != 0;
        m_reduced_motion = (flags & bridge::flag::reduced_motion) != 0;
        m_session.set_apple_keyboard((flags & bridge::flag::apple_keyboard) != 0);
    }

    void pointer(bridge::PointerKind kind, float x, float y, int, bool) override {
        m_drawer.pointer({kind, x, y});
    }
    void press(std::string_view id) override {
        m_session.press(PlaceId(id));
        carry_out_requests();
    }
    void edit(std::string_view id, std::string_view text) override { m_session.type(PlaceId(id), text); }
    void commit(std::string_view) override {
        m_session.commit();
        carry_out_requests();
    }
    void choose(std::string_view id, std::string_view option) override {
        m_session.choose(PlaceId(id), option);
        carry_out_requests();
    }
    void focus(std::string_view id, bool visible) override {
        m_focus_visible = visible;
        m_session.focus(PlaceId(id));
    }
    void scroll(std::string_view id, float x, float y) override {
        m_drawer.set_scroll(PlaceId(id), x, y);
        if (id == "main") m_session.scrolled_to(y, m_placement);
    }
    bool key(std::string_view key, unsigned modifiers) override {
        const bool taken = m_session.key(key, (modifiers & bridge::modifier::command) != 0, (modifiers & bridge::modifier::shift) != 0,
                                         (modifiers & bridge::modifier::alt) != 0);
        carry_out_requests();
        return taken;
    }
    void go_to(std::string_view sheet, std::string_view place) override { m_session.go_to(sheet, PlaceId(place)); }
    void open(std::string_view name, std::string_view bytes) override {
        m_session.open_file(name, bytes);
        carry_out_requests();
    }
    void open_failed(std::string_view name) override { m_session.file_unreadable(name); }
    void saved(std::string_view name, bridge::SaveOutcome outcome) override {
        m_session.saved(name, outcome);
        carry_out_requests();
    }
    void copied(bridge::CopyOutcome outcome) override { m_session.copied(outcome == bridge::CopyOutcome::Copied); }
    void snapshot_kept(double revision, bridge::KeepOutcome outcome) override {
        m_session.snapshot_kept(static_cast<Revision>(revision), outcome == bridge::KeepOutcome::Kept);
    }
    void restore(std::string_view bytes, std::string_view kept_at, bridge::RestoreState state) override {
        m_session.found(bytes, kept_at, state);
        carry_out_requests();
    }
    void flush() override {
        m_session.keep_now();
        carry_out_requests();
    }
    void context(bridge::ContextEvent event) override {
        if (event == bridge::ContextEvent::Restored) {
            m_webgl.start();
            return;
        }
        m_webgl.stop();
        m_drawer.forget_textures();
        m_cpu.forget_last();
    }

private:
    draw::Look look() const {
        const sheets::ViewState& view = m_session.view();
        draw::Look look;
        const bool dark = view.theme == sheets::ThemeChoice::Dark || (view.theme == sheets::ThemeChoice::System && m_system_dark);
        look.theme = dark ? draw::ThemeName::Dark : draw::ThemeName::Light;
        look.reduced_motion = m_reduced_motion;
        look.focus = view.focus;
        look.focus_ring = m_focus_visible || !view.editing.empty();
        look.hidden_text = view.editing;
        return look;
    }

    void show(const ImDrawData& picture) {
        if (m_webgl.is_running()) {
            m_webgl.render(picture, m_device_width, m_device_height);
            return;
        }
        const draw::PixelRect changed = m_cpu.render(picture);
        if (changed.width > 0) bridge::blit(m_cpu.pixels(), m_cpu.width(), m_cpu.height(), changed.x, changed.y, changed.width, changed.height);
    }

    // At once rather than at the next frame: browsers allow some of it only while they handle the user's event.
    void carry_out_requests() {
        for (const sheets::HostRequest& request : m_session.take_requests()) {
            std::visit(Overloaded{
                           [](const sheets::SaveRequest& r) { bridge::save(r.name, "application/json", r.bytes, r.ask ? bridge::Ask::Always : bridge::Ask::OnlyIfNeeded); },
                           [](const sheets::DownloadRequest& r) { bridge::download(r.name, r.mime, r.bytes); },
                           [](const sheets::ChooseFileRequest&) { bridge::choose_file(); },
                           [](const sheets::KeepRequest& r) { bridge::keep(r.bytes, static_cast<double>(r.revision)); },
                           [](const sheets::ForgetRequest&) { bridge::forget(); },
                           [](const sheets::CopyRequest& r) { bridge::copy(r.html, r.text); },
                           [](const sheets::PrintRequest& r) { bridge::print(r.html); },
                           [](const sheets::ThemeRequest& r) { bridge::set_theme(r.choice); },
                       },
                       request);
        }
        bridge::set_file_behind(m_session.workspace().save_state().changes_not_in_file > 0);
    }

    sheets::Session m_session;
    sheets::Mirror m_mirror;
    sheets::Placement m_placement;   // of the last frame
    draw::Drawer m_drawer;
    draw::CpuRenderer m_cpu;
    draw::WebGlRenderer m_webgl;   // runs where WebGL2 is usable
    int m_device_width = 0, m_device_height = 0;
    bool m_system_dark = false;
    bool m_reduced_motion = false;
    bool m_focus_visible = false;
};

}  // namespace

}  // namespace handfast

int main() {
    handfast::set_abort_hook(handfast::fail_loudly);
    static handfast::App app;
    handfast::bridge::run(app);
}
