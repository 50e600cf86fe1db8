// Compiled for the page only: the build leaves files named webgl* out of native builds.
#include "shell/draw/webgl_renderer.h"

#include "backends/imgui_impl_opengl3.h"
#include "imgui.h"

#include <GLES3/gl3.h>

namespace handfast::draw {

bool WebGlRenderer::start() {
    if (m_running) return true;
    if (!ImGui_ImplOpenGL3_Init("#version 300 es")) return false;
    if (!ImGui_ImplOpenGL3_CreateDeviceObjects()) {   // a context that was lost while we asked
        ImGui_ImplOpenGL3_Shutdown();
        return false;
    }
    // Another renderer may have drawn meanwhile, and a new context knows no texture.
    for (ImTextureData* texture : ImGui::GetPlatformIO().Textures) {
        if (texture->Status != ImTextureStatus_OK && texture->Status != ImTextureStatus_WantUpdates) continue;
        texture->SetTexID(ImTextureID_Invalid);
        texture->SetStatus(ImTextureStatus_WantCreate);
    }
    m_running = true;
    return true;
}

void WebGlRenderer::stop() {
    if (!m_running) return;
    m_running = false;
    // Without a context its calls do nothing, and ImGui's textures want to be made anew.
    if (ImGui::GetCurrentContext() != nullptr) ImGui_ImplOpenGL3_Shutdown();
}

void WebGlRenderer::render(const ImDrawData& data, int width, int height) {
    if (!m_running) return;
    glViewport(0, 0, width, height);
    glDisable(GL_SCISSOR_TEST);
    glClearColor(0, 0, 0, 1);
    glClear(GL_COLOR_BUFFER_BIT);
    ImGui_ImplOpenGL3_NewFrame();
    ImGui_ImplOpenGL3_RenderDrawData(const_cast<ImDrawData*>(&data));   // which only its textures' states are changed by
}

}  // namespace handfast::draw
