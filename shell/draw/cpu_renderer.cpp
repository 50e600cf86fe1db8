#include "shell/draw/cpu_renderer.h"

#include "core/base/require.h"

#include "imgui.h"

#include <algorithm>
#include <cmath>
#include <cstring>

namespace handfast::draw {

namespace {

static_assert(sizeof(ImDrawIdx) == sizeof(unsigned int), "imgui_config.h asks for 32 bits");

// Corners are placed to 1/256 of a pixel, so that neighbouring triangles agree on their common edge.
constexpr int sub_bits = 8;
constexpr std::int64_t sub_one = 1 << sub_bits;

constexpr float almost = 1.0f / 64;

bool near(float a, float b) { return std::fabs(a - b) < almost; }

// The first pixel whose middle lies at or right of `edge`.
int first_pixel(float edge) { return static_cast<int>(std::ceil(edge - 0.5f)); }

std::uint32_t alpha_of(std::uint32_t colour) { return colour >> IM_COL32_A_SHIFT; }

// x / 255, rounded, for x up to 255 * 255.
std::uint32_t divided_by_255(std::uint32_t x) { return (x + 128 + ((x + 128) >> 8)) >> 8; }

// Two channels at a time; the result is opaque.
std::uint32_t blended(std::uint32_t under, std::uint32_t over, std::uint32_t alpha) {
    const std::uint32_t keep = 255 - alpha;
    std::uint32_t pair = (under & 0x00ff00ffu) * keep + (over & 0x00ff00ffu) * alpha + 0x00800080u;
    pair = ((pair + ((pair >> 8) & 0x00ff00ffu)) >> 8) & 0x00ff00ffu;
    const std::uint32_t green = divided_by_255(((under >> 8) & 0xffu) * keep + ((over >> 8) & 0xffu) * alpha);
    return pair | green << 8 | 0xff000000u;
}

std::int64_t to_sub(float length) { return static_cast<std::int64_t>(std::lround(length * static_cast<float>(sub_one))); }

std::int64_t floor_divided(std::int64_t a, std::int64_t b) {   // b > 0
    return a >= 0 ? a / b : -((-a + b - 1) / b);
}

// a * x + c >= 0 on the inner side, for x counted in pixels along a row.
struct Edge {
    std::int64_t step_x, step_y, value;

    // From (x0, y0) to (x1, y1), seen from the middle of pixel (0, 0). Pixels exactly on the edge
    // belong to the triangle whose left or top edge it is.
    Edge(std::int64_t x0, std::int64_t y0, std::int64_t x1, std::int64_t y1) {
        const std::int64_t dx = x1 - x0, dy = y1 - y0;
        const bool top_left = dy < 0 || (dy == 0 && dx > 0);
        step_x = -dy * sub_one;
        step_y = dx * sub_one;
        value = dx * (sub_one / 2 - y0) - dy * (sub_one / 2 - x0) - (top_left ? 0 : 1);
    }
    void narrow(std::int64_t at_row, std::int64_t& first, std::int64_t& last) const {
        if (step_x > 0) first = std::max(first, -floor_divided(at_row, step_x));
        else if (step_x < 0) last = std::min(last, floor_divided(at_row, -step_x));
        else if (at_row < 0) last = first - 1;
    }
};

}  // namespace

// ---- textures --------------------------------------------------------------------

void CpuRenderer::serve_textures(const ImDrawData& data) {
    if (data.Textures == nullptr) return;
    for (ImTextureData* texture : *data.Textures) {
        switch (texture->Status) {
        case ImTextureStatus_WantCreate:
            texture->SetTexID(static_cast<ImTextureID>(texture->UniqueID) + 1);   // any name: pixels are read where they are
            texture->SetStatus(ImTextureStatus_OK);
            break;
        case ImTextureStatus_WantUpdates: texture->SetStatus(ImTextureStatus_OK); break;
        case ImTextureStatus_WantDestroy:
            texture->SetTexID(ImTextureID_Invalid);
            texture->SetStatus(ImTextureStatus_Destroyed);
            break;
        case ImTextureStatus_OK:
        case ImTextureStatus_Destroyed: break;
        }
    }
}

// ---- rectangles ------------------------------------------------------------------

void CpuRenderer::fill(const Bounds& area, std::uint32_t colour) {
    const std::uint32_t alpha = alpha_of(colour);
    if (alpha == 0) return;
    for (int y = area.top; y < area.bottom; ++y) {
        std::uint32_t* line = row(y);
        if (alpha == 255) {
            std::fill(line + area.left, line + area.right, colour);
        } else {
            for (int x = area.left; x < area.right; ++x) line[x] = blended(line[x], colour, alpha);
        }
    }
}

void CpuRenderer::draw_glyph(const Bounds& area, int texel_x, int texel_y, const ImTextureData& texture, std::uint32_t colour) {
    const std::uint32_t alpha = alpha_of(colour);
    for (int y = area.top; y < area.bottom; ++y) {
        std::uint32_t* line = row(y);
        const unsigned char* texel = texture.Pixels + (static_cast<std::ptrdiff_t>(texel_y + y - area.top) * texture.Width + texel_x) * texture.BytesPerPixel;
        texel += texture.BytesPerPixel - 1;   // the coverage
        for (int x = area.left; x < area.right; ++x, texel += texture.BytesPerPixel) {
            const std::uint32_t cover = *texel;
            if (cover == 0) continue;
            line[x] = blended(line[x], colour, alpha == 255 ? cover : divided_by_255(cover * alpha));
        }
    }
}

// Any other textured rectangle, with the nearest texel.
void CpuRenderer::draw_stretched(const Corner& first, const Corner& last, const Bounds& area, const ImTextureData& texture) {
    const float du = (last.u - first.u) / (last.x - first.x), dv = (last.v - first.v) / (last.y - first.y);
    const std::uint32_t alpha = alpha_of(first.colour);
    for (int y = area.top; y < area.bottom; ++y) {
        const float v = first.v + (static_cast<float>(y) + 0.5f - first.y) * dv;
        const int texel_y = std::clamp(static_cast<int>(v * static_cast<float>(texture.Height)), 0, texture.Height - 1);
        for (int x = area.left; x < area.right; ++x) {
            const float u = first.u + (static_cast<float>(x) + 0.5f - first.x) * du;
            const int texel_x = std::clamp(static_cast<int>(u * static_cast<float>(texture.Width)), 0, texture.Width - 1);
            const unsigned char* texel = texture.Pixels + (static_cast<std::ptrdiff_t>(texel_y) * texture.Width + texel_x) * texture.BytesPerPixel;
            const std::uint32_t cover = texel[texture.BytesPerPixel - 1];
            row(y)[x] = blended(row(y)[x], first.colour, divided_by_255(cover * alpha));
        }
    }
}

// Whether the four corners were a rectangle in one colour; then it is drawn.
bool CpuRenderer::draw_rectangle(const Corner (&corners)[4], const ImTextureData* texture, const Bounds& clip) {
    const Corner &a = corners[0], &b = corners[1], &c = corners[2], &d = corners[3];
    if (a.colour != b.colour || a.colour != c.colour || a.colour != d.colour) return false;
    if (a.y != b.y || b.x != c.x || c.y != d.y || d.x != a.x || c.x < a.x || c.y < a.y) return false;
    const Bounds whole{first_pixel(a.x), first_pixel(a.y), first_pixel(c.x), first_pixel(c.y)};
    const Bounds area{std::max(whole.left, clip.left), std::max(whole.top, clip.top), std::min(whole.right, clip.right), std::min(whole.bottom, clip.bottom)};
    if (a.u == c.u && a.v == c.v) {
        fill(area, a.colour);
        return true;
    }
    if (a.v != b.v || b.u != c.u || c.v != d.v || d.u != a.u || texture == nullptr) return false;
    if (area.left >= area.right || area.top >= area.bottom) return true;

    const float left = a.u * static_cast<float>(texture->Width), top = a.v * static_cast<float>(texture->Height);
    const float wide = (c.u - a.u) * static_cast<float>(texture->Width), high = (c.v - a.v) * static_cast<float>(texture->Height);
    const bool one_to_one = near(wide, c.x - a.x) && near(high, c.y - a.y) && near(a.x, std::round(a.x)) && near(a.y, std::round(a.y)) &&
                            near(left, std::round(left)) && near(top, std::round(top));
    if (!one_to_one) {
        draw_stretched(a, c, area, *texture);
        return true;
    }
    draw_glyph(area, static_cast<int>(std::lround(left)) + area.left - whole.left, static_cast<int>(std::lround(top)) + area.top - whole.top, *texture, a.colour);
    return true;
}

// ---- triangles -------------------------------------------------------------------

void CpuRenderer::draw_triangle(const Corner& a, const Corner& b, const Corner& c, const Bounds& clip) {
    std::int64_t ax = to_sub(a.x), ay = to_sub(a.y), bx = to_sub(b.x), by = to_sub(b.y), cx = to_sub(c.x), cy = to_sub(c.y);
    const std::int64_t area = (bx - ax) * (cy - ay) - (by - ay) * (cx - ax);
    if (area == 0) return;
    if (area < 0) {
        std::swap(bx, cx);
        std::swap(by, cy);
    }
    const auto [low, high] = std::minmax({ay, by, cy});
    const int top = std::max(clip.top, static_cast<int>(floor_divided(low + sub_one / 2 - 1, sub_one)));
    const int bottom = std::min(clip.bottom, static_cast<int>(floor_divided(high - sub_one / 2, sub_one)) + 1);
    if (top >= bottom) return;
    const Edge edges[3] = {{ax, ay, bx, by}, {bx, by, cx, cy}, {cx, cy, ax, ay}};

    const bool flat = a.colour == b.colour && b.colour == c.colour;
    // Alpha and channels change evenly across the triangle: value = base + x * across + y * down.
    struct Slope {
        float base, across, down;
    } slopes[4] = {};
    if (!flat) {
        const float dx1 = b.x - a.x, dy1 = b.y - a.y, dx2 = c.x - a.x, dy2 = c.y - a.y;
        const float determinant = dx1 * dy2 - dx2 * dy1;
        if (std::fabs(determinant) < 1e-6f) return;
        for (int i = 0; i < 4; ++i) {
            const auto channel = [i](const Corner& corner) { return static_cast<float>(corner.colour >> (8 * i) & 0xffu); };
            const float d1 = channel(b) - channel(a), d2 = channel(c) - channel(a);
            slopes[i].across = (d1 * dy2 - d2 * dy1) / determinant;
            slopes[i].down = (d2 * dx1 - d1 * dx2) / determinant;
            slopes[i].base = channel(a) + (0.5f - a.x) * slopes[i].across + (0.5f - a.y) * slopes[i].down;
        }
    }
    // Soft edges run from a colour to the same one unseen: then only the alpha changes.
    const bool only_alpha = ((a.colour ^ b.colour) & ~IM_COL32_A_MASK) == 0 && ((a.colour ^ c.colour) & ~IM_COL32_A_MASK) == 0;

    for (int y = top; y < bottom; ++y) {
        std::int64_t first = clip.left, last = clip.right - 1;
        for (const Edge& edge : edges) edge.narrow(edge.value + edge.step_y * y, first, last);
        if (first > last) continue;
        if (flat) {
            fill({static_cast<int>(first), y, static_cast<int>(last) + 1, y + 1}, a.colour);
            continue;
        }
        std::uint32_t* line = row(y);
        for (std::int64_t x = first; x <= last; ++x) {
            const auto value = [&](int i) {
                const float exact = slopes[i].base + slopes[i].across * static_cast<float>(x) + slopes[i].down * static_cast<float>(y);
                return static_cast<std::uint32_t>(std::clamp(exact, 0.0f, 255.0f) + 0.5f);
            };
            const std::uint32_t alpha = value(3);
            if (alpha == 0) continue;
            const std::uint32_t over = only_alpha ? a.colour : value(0) | value(1) << 8 | value(2) << 16;
            line[x] = blended(line[x], over, alpha);
        }
    }
}

// ---- commands --------------------------------------------------------------------

void CpuRenderer::draw_command(const ImDrawCmd& command, const ImDrawVert* vertices, const unsigned int* indices, const ImDrawData& data) {
    const ImVec2 scale = data.FramebufferScale, origin = data.DisplayPos;
    const auto to_pixel = [](float length) { return static_cast<int>(std::lround(length)); };
    const Bounds clip{std::clamp(to_pixel((command.ClipRect.x - origin.x) * scale.x), 0, m_width),
                      std::clamp(to_pixel((command.ClipRect.y - origin.y) * scale.y), 0, m_height),
                      std::clamp(to_pixel((command.ClipRect.z - origin.x) * scale.x), 0, m_width),
                      std::clamp(to_pixel((command.ClipRect.w - origin.y) * scale.y), 0, m_height)};
    if (clip.left >= clip.right || clip.top >= clip.bottom) return;
    const ImTextureData* texture = command.TexRef._TexData;
    if (texture != nullptr && texture->Pixels == nullptr) texture = nullptr;

    const auto corner = [&](unsigned int index) -> Corner {
        const ImDrawVert& vertex = vertices[index + command.VtxOffset];
        return {(vertex.pos.x - origin.x) * scale.x, (vertex.pos.y - origin.y) * scale.y, vertex.uv.x, vertex.uv.y, vertex.col};
    };
    const unsigned int* at = indices + command.IdxOffset;
    const unsigned int* const end = at + command.ElemCount;
    while (at + 3 <= end) {
        // Two triangles on one diagonal may be a rectangle.
        if (at + 6 <= end && at[0] == at[3] && at[2] == at[4]) {
            const Corner corners[4] = {corner(at[0]), corner(at[1]), corner(at[2]), corner(at[5])};
            if (draw_rectangle(corners, texture, clip)) {
                at += 6;
                continue;
            }
        }
        draw_triangle(corner(at[0]), corner(at[1]), corner(at[2]), clip);
        at += 3;
    }
}

PixelRect CpuRenderer::render(const ImDrawData& data) {
    serve_textures(data);
    const int width = std::max(0, static_cast<int>(std::lround(data.DisplaySize.x * data.FramebufferScale.x)));
    const int height = std::max(0, static_cast<int>(std::lround(data.DisplaySize.y * data.FramebufferScale.y)));
    const bool resized = width != m_width || height != m_height;
    m_before.swap(m_pixels);
    m_width = width;
    m_height = height;
    const std::size_t size = static_cast<std::size_t>(width) * static_cast<std::size_t>(height);
    m_pixels.assign(size, 0xff000000u);

    for (const ImDrawList* list : data.CmdLists) {
        for (const ImDrawCmd& command : list->CmdBuffer) {
            HF_REQUIRE(command.UserCallback == nullptr);   // nobody here asks for one
            draw_command(command, list->VtxBuffer.Data, list->IdxBuffer.Data, data);
        }
    }
    if (resized || m_before.size() != size) return {0, 0, width, height};
    return take_difference();
}

PixelRect CpuRenderer::take_difference() {
    const auto width = static_cast<std::size_t>(m_width);
    const auto line_differs = [&](int y) {
        const std::size_t at = static_cast<std::size_t>(y) * width;
        return std::memcmp(m_pixels.data() + at, m_before.data() + at, width * sizeof(std::uint32_t)) != 0;
    };
    int top = 0, bottom = m_height;
    while (top < bottom && !line_differs(top)) ++top;
    while (bottom > top && !line_differs(bottom - 1)) --bottom;
    if (top == bottom) return {};
    int left = m_width, right = 0;
    for (int y = top; y < bottom; ++y) {
        const std::uint32_t* now = m_pixels.data() + static_cast<std::size_t>(y) * width;
        const std::uint32_t* before = m_before.data() + static_cast<std::size_t>(y) * width;
        int first = 0;
        while (first < left && now[first] == before[first]) ++first;
        left = std::min(left, first);
        int last = m_width;
        while (last > right && now[last - 1] == before[last - 1]) --last;
        right = std::max(right, last);
    }
    return {left, top, right - left, bottom - top};
}

}  // namespace handfast::draw
