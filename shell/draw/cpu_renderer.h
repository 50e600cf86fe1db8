// Rasterises what Dear ImGui wants drawn without a GPU: for machines that have none, and for tests.
//
//     CpuRenderer renderer;
//     const PixelRect changed = renderer.render(*frame.draw_data);
//     blit(renderer.pixels(), renderer.width(), renderer.height(), changed);
//
// Gives the same picture as WebGL2 within rounding: triangles cover the pixels whose
// middle they contain (top-left rule), colours blend in sRGB with 8 bits. Rectangles
// on whole pixels and glyphs drawn one texel per pixel, which is nearly everything,
// take a short way. Textures are read from ImGui's own copy.
#pragma once

#include <cstdint>
#include <vector>

struct ImDrawCmd;
struct ImDrawData;
struct ImDrawVert;
struct ImTextureData;

namespace handfast::draw {

struct PixelRect {
    int x = 0, y = 0, width = 0, height = 0;
    bool operator==(const PixelRect&) const = default;
};

class CpuRenderer {
public:
    // Returns the part that differs from the last picture; empty if nothing does.
    PixelRect render(const ImDrawData& data);
    // The canvas no longer shows the last picture: the next one is reported whole.
    void forget_last() { m_pixels.clear(); }

    int width() const { return m_width; }      // device pixels
    int height() const { return m_height; }
    // RGBA bytes, rows from the top; opaque.
    const std::uint8_t* pixels() const { return reinterpret_cast<const std::uint8_t*>(m_pixels.data()); }
    std::uint32_t pixel(int x, int y) const { return m_pixels[static_cast<std::size_t>(y) * static_cast<std::size_t>(m_width) + static_cast<std::size_t>(x)]; }

private:
    struct Bounds {
        int left, top, right, bottom;
    };
    struct Corner {
        float x, y, u, v;
        std::uint32_t colour;
    };

    void serve_textures(const ImDrawData& data);
    void draw_command(const ImDrawCmd& command, const ImDrawVert* vertices, const unsigned int* indices, const ImDrawData& data);
    bool draw_rectangle(const Corner (&corners)[4], const ImTextureData* texture, const Bounds& clip);
    void fill(const Bounds& area, std::uint32_t colour);
    void draw_glyph(const Bounds& area, int texel_x, int texel_y, const ImTextureData& texture, std::uint32_t colour);
    void draw_stretched(const Corner& first, const Corner& last, const Bounds& area, const ImTextureData& texture);
    void draw_triangle(const Corner& a, const Corner& b, const Corner& c, const Bounds& clip);
    PixelRect take_difference();

    std::uint32_t* row(int y) { return m_pixels.data() + static_cast<std::size_t>(y) * static_cast<std::size_t>(m_width); }

    int m_width = 0, m_height = 0;
    std::vector<std::uint32_t> m_pixels, m_before;
};

}  // namespace handfast::draw
