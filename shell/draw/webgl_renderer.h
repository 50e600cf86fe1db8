// Draws what Dear ImGui wants drawn with WebGL2, through ImGui's own backend. The page only.
//
//     WebGlRenderer renderer;                  // a WebGL2 context is current
//     if (!renderer.start()) …use CpuRenderer
//     renderer.render(*frame.draw_data, width, height);
//     // webglcontextlost:      renderer.stop(); drawer.forget_textures();
//     // webglcontextrestored:  renderer.start();
//
// The context belongs to the host, which makes it, makes it current and hears when
// it is lost. While it is lost the CpuRenderer can draw the same frames.
#pragma once

struct ImDrawData;

namespace handfast::draw {

class WebGlRenderer {
public:
    WebGlRenderer() = default;
    ~WebGlRenderer() { stop(); }
    WebGlRenderer(const WebGlRenderer&) = delete;
    WebGlRenderer& operator=(const WebGlRenderer&) = delete;

    // Needs a Drawer, whose ImGui context it serves. False if the shaders cannot be built.
    bool start();
    void stop();
    bool is_running() const { return m_running; }
    // `width` and `height` are the canvas's, in device pixels.
    void render(const ImDrawData& data, int width, int height);

private:
    bool m_running = false;
};

}  // namespace handfast::draw
