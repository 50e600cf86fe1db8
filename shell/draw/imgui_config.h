// How Dear ImGui is compiled for Handfast: drawing lists and fonts, none of its own widgets' extras.
//
// Found by ImGui through IMGUI_USER_CONFIG="shell/draw/imgui_config.h", which the
// build defines for ImGui's sources and for everyone who includes imgui.h.
#pragma once

// A broken invariant inside ImGui ends as one of ours does: with the host's abort hook.
namespace handfast::draw {
[[noreturn]] void fail_inside_imgui(const char* condition, const char* file, int line);
}
#define IM_ASSERT(condition) \
    ((condition) ? static_cast<void>(0) : ::handfast::draw::fail_inside_imgui(#condition, __FILE__, __LINE__))

// Names, emoji and ideographs beyond the basic plane are drawn too.
#define IMGUI_USE_WCHAR32

// A tall 4K window full of small text has more than 65,536 corners, and WebGL2 cannot offset them.
#define ImDrawIdx unsigned int

// What a page never uses.
#define IMGUI_DISABLE_OBSOLETE_FUNCTIONS
#define IMGUI_DISABLE_DEMO_WINDOWS
#define IMGUI_DISABLE_DEBUG_TOOLS
#define IMGUI_DISABLE_DEFAULT_FONT
#define IMGUI_DISABLE_FILE_FUNCTIONS
#define IMGUI_DISABLE_DEFAULT_SHELL_FUNCTIONS
#define IMGUI_DISABLE_WIN32_FUNCTIONS
#define IMGUI_DISABLE_WIN32_DEFAULT_CLIPBOARD_FUNCTIONS

// ImGui links stb_truetype unless another rasteriser is compiled in. FreeType is not: only the
// one function that ImGui then asks for, ImGuiFreeType::GetFontLoader, which font_loader.cpp
// answers with glyphs from the GlyphSource. Saves the rasteriser's 40 kB.
#define IMGUI_ENABLE_FREETYPE

#ifdef __EMSCRIPTEN__
#ifndef IMGUI_IMPL_OPENGL_ES3
#define IMGUI_IMPL_OPENGL_ES3
#endif
#endif
