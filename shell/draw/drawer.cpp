#include "shell/draw/drawer.h"

#include "shell/draw/fades.h"
#include "shell/draw/font_loader.h"
#include "shell/draw/page_layout.h"
#include "shell/draw/painter.h"
#include "shell/draw/typesetter.h"

#include "imgui.h"
#include "imgui_internal.h"

#include <algorithm>

namespace handfast::draw {

namespace {

// After an hour asleep a fade must not have happened already.
constexpr double longest_step = 1.0 / 30;

ImGuiContext* create_context() {
    ImGuiContext* context = ImGui::CreateContext();
    ImGui::SetCurrentContext(context);
    ImGuiIO& io = ImGui::GetIO();
    io.IniFilename = nullptr;
    io.LogFilename = nullptr;
    io.ConfigFlags |= ImGuiConfigFlags_NoMouse | ImGuiConfigFlags_NoMouseCursorChange | ImGuiConfigFlags_NoKeyboard;
    io.BackendFlags |= ImGuiBackendFlags_RendererHasTextures;
    // Our lines are never of ImGui's baked widths, since they are scaled with the density.
    io.Fonts->Flags |= ImFontAtlasFlags_NoBakedLines | ImFontAtlasFlags_NoMouseCursors;
    io.Fonts->TexMinWidth = 1024;   // a first screen needs this much: no growing in the first frame
    io.Fonts->TexMinHeight = 512;
    ImGui::GetStyle().AntiAliasedLinesUseTex = false;
    return context;
}

bool contains(Rect rect, float x, float y) { return x >= rect.x && x < rect.x + rect.width && y >= rect.y && y < rect.y + rect.height; }

}  // namespace

struct Drawer::State {
    explicit State(GlyphSource& glyphs) : context(create_context()), setter(glyphs), fonts(*ImGui::GetIO().Fonts, glyphs), painter(fonts, setter) {}

    ImGuiContext* context;
    Typesetter setter;
    Fonts fonts;
    Painter painter;

    Viewport viewport;
    std::vector<PointerEvent> events;
    std::vector<ScrollOffset> scrolled;

    // What was laid out last, and from what.
    sheets::Screen screen;
    Viewport laid_out_for;
    float laid_out_scale = 0;
    bool laid_out = false;
    Picture picture;
    sheets::Placement placement;
    std::vector<PaneView> panes;

    bool pointer_is_here = false;
    float pointer_x = 0, pointer_y = 0;
    PlaceId held;
    Fades fades;
    std::vector<float> hover, press;
    double last_now = 0;

    const Target* target_under_pointer() const;
    void lay_out(const sheets::Screen& wanted, const Look& look);
    void follow_pointer(std::vector<PlaceId>& pressed);
    ImDrawData* paint(const Look& look, double seconds);
};

// The foremost one; beneath a dialog there is none.
const Target* Drawer::State::target_under_pointer() const {
    if (!pointer_is_here) return nullptr;
    const bool covered = std::any_of(picture.panes.begin(), picture.panes.end(), [](const Pane& pane) { return pane.floats; });
    for (std::size_t i = picture.targets.size(); i-- > 0;) {
        const Target& target = picture.targets[i];
        const PaneView& view = panes[target.pane];
        if (!contains(view.clip, pointer_x, pointer_y) || !contains(target.rect, pointer_x - view.x, pointer_y - view.y)) continue;
        const Pane* pane = &picture.panes[target.pane];
        while (pane->parent >= 0) pane = &picture.panes[static_cast<std::size_t>(pane->parent)];
        if (!covered || pane->floats) return &target;
    }
    return nullptr;
}

void Drawer::State::lay_out(const sheets::Screen& wanted, const Look& look) {
    const float scale = std::clamp(look.text_scale, 0.5f, 4.0f);
    if (laid_out && viewport == laid_out_for && scale == laid_out_scale && wanted.regions == screen.regions) return;
    screen = wanted;
    laid_out_for = viewport;
    laid_out_scale = scale;
    laid_out = true;
    setter.prepare(viewport.density, scale);
    lay_out_page(picture, setter, screen, viewport);
    placement = placement_of(picture);
    // What opens again later starts at its top.
    std::erase_if(scrolled, [this](const ScrollOffset& offset) {
        return std::none_of(picture.panes.begin(), picture.panes.end(), [&offset](const Pane& pane) { return pane.id == offset.window; });
    });
}

void Drawer::State::follow_pointer(std::vector<PlaceId>& pressed) {
    for (const PointerEvent& event : events) {
        pointer_is_here = event.kind != PointerKind::Leave;
        pointer_x = event.x;
        pointer_y = event.y;
        const Target* target = target_under_pointer();
        const bool pressable = target != nullptr && target->kind == TargetKind::Press;
        if (event.kind == PointerKind::Down) held = pressable ? target->place : PlaceId();
        if (event.kind == PointerKind::Up) {
            if (pressable && target->place == held) pressed.push_back(held);
            held.clear();
        }
        if (event.kind == PointerKind::Leave) held.clear();
    }
    events.clear();
}

ImDrawData* Drawer::State::paint(const Look& look, double seconds) {
    ImGuiIO& io = ImGui::GetIO();
    io.BackendFlags |= ImGuiBackendFlags_RendererHasTextures;   // a renderer that shut down took it away
    io.DisplaySize = {std::max(1.0f, viewport.width), std::max(1.0f, viewport.height)};
    io.DisplayFramebufferScale = {viewport.density, viewport.density};
    io.DeltaTime = static_cast<float>(std::max(seconds, 1e-4));
    ImGui::GetStyle().CircleTessellationMaxError = 0.2f / viewport.density;
    ImGui::GetCurrentContext()->DrawListSharedData.InitialFringeScale = 1.0f / viewport.density;
    ImGui::NewFrame();

    fades.spread(picture.targets, hover, press);
    Moment moment;
    moment.theme = &theme_of(look.theme);
    moment.density = viewport.density;
    moment.hover = &hover;
    moment.press = &press;
    moment.focus = look.focus;
    moment.focus_ring = look.focus_ring;
    moment.hidden_text = look.hidden_text;
    painter.paint(*ImGui::GetBackgroundDrawList(), picture, panes, moment);

    ImGui::Render();
    return ImGui::GetDrawData();
}

Drawer::Drawer(GlyphSource& glyphs) : m_state(std::make_unique<State>(glyphs)) {}

Drawer::~Drawer() {
    ImGui::SetCurrentContext(m_state->context);
    // Nobody will ask the renderer to let go of the textures any more.
    for (ImTextureData* texture : ImGui::GetPlatformIO().Textures) {
        texture->SetTexID(ImTextureID_Invalid);
        texture->BackendUserData = nullptr;
        texture->SetStatus(ImTextureStatus_Destroyed);
    }
    ImGui::DestroyContext(m_state->context);
}

void Drawer::resize(Viewport viewport) {
    viewport.density = std::clamp(viewport.density, 0.25f, 8.0f);
    m_state->viewport = viewport;
}

void Drawer::pointer(PointerEvent event) { m_state->events.push_back(event); }

void Drawer::set_scroll(const PlaceId& window, float x, float y) {
    for (ScrollOffset& offset : m_state->scrolled) {
        if (offset.window != window) continue;
        offset.x = x;
        offset.y = y;
        return;
    }
    m_state->scrolled.push_back({window, x, y});
}

Frame Drawer::frame(const sheets::Screen& screen, const Look& look, double now_seconds) {
    State& state = *m_state;
    ImGui::SetCurrentContext(state.context);
    Frame frame;
    state.lay_out(screen, look);
    state.panes = view_panes(state.picture, state.scrolled, state.viewport.density);
    state.follow_pointer(frame.pressed);

    const double seconds = std::clamp(now_seconds - state.last_now, 0.0, longest_step);
    state.last_now = now_seconds;
    const Target* under = state.target_under_pointer();
    const bool pressable = under != nullptr && under->kind == TargetKind::Press;
    const PlaceId hovered = under != nullptr ? under->place : PlaceId();
    const PlaceId pressed = pressable && under->place == state.held ? state.held : PlaceId();
    state.fades.advance(hovered, pressed, seconds, look.reduced_motion);

    frame.draw_data = state.paint(look, seconds);
    frame.placement = state.placement;
    frame.cursor = pressable ? Cursor::Hand : under != nullptr && under->kind == TargetKind::Type ? Cursor::Text : Cursor::Arrow;
    frame.wake_in_seconds = state.fades.resting() ? -1 : 0;
    return frame;
}

void Drawer::forget_textures() {
    State& state = *m_state;
    ImGui::SetCurrentContext(state.context);
    state.fonts.forget();
    state.setter.forget();
    state.laid_out = false;
    for (ImTextureData* texture : ImGui::GetPlatformIO().Textures) {
        if (texture->Status == ImTextureStatus_WantDestroy || texture->Status == ImTextureStatus_Destroyed) continue;
        texture->SetTexID(ImTextureID_Invalid);
        texture->BackendUserData = nullptr;
        texture->SetStatus(ImTextureStatus_WantCreate);
    }
}

}  // namespace handfast::draw
