#include "shell/draw/font_loader.h"

#include "core/base/require.h"

#include "imgui.h"
#include "imgui_internal.h"

#include <cmath>
#include <cstring>
#include <initializer_list>

namespace handfast::draw {

void fail_inside_imgui(const char* condition, const char* file, int line) { abort_program(condition, file, line); }

namespace {

// What ImGui carries around as "font data" for us, in its own copy.
struct Face {
    GlyphSource* source = nullptr;
    Weight weight = Weight::Regular;
    int phase = 0;
};

const Face& face_of(const ImFontConfig& config) { return *static_cast<const Face*>(config.FontData); }

float height_per_em(const FontMetrics& metrics) { return metrics.ascent + metrics.descent; }

bool always_contains(ImFontAtlas*, ImFontConfig*, ImWchar) { return true; }   // the source draws its own "missing" box

bool start_size(ImFontAtlas*, ImFontConfig* config, ImFontBaked* baked, void*) {
    const FontMetrics metrics = face_of(*config).source->metrics(face_of(*config).weight);
    const float em = baked->Size / height_per_em(metrics);
    baked->Ascent = em * metrics.ascent;
    baked->Descent = -em * metrics.descent;
    return true;
}

bool load_glyph(ImFontAtlas* atlas, ImFontConfig* config, ImFontBaked* baked, void*, ImWchar code_point,
                ImFontGlyph* glyph, float* advance_only) {
    const Face& face = face_of(*config);
    const FontMetrics metrics = face.source->metrics(face.weight);
    const float density = config->RasterizerDensity * baked->RasterizerDensity;
    const float pixels_per_em = baked->Size / height_per_em(metrics) * density;
    const char32_t wanted = code_point;
    if (advance_only != nullptr) {
        *advance_only = face.source->advance(wanted, face.weight, pixels_per_em) / density;
        return true;
    }

    const float shift = static_cast<float>(face.phase) / most_phases;
    const GlyphBox box = face.source->glyph(wanted, face.weight, pixels_per_em, shift, nullptr);
    glyph->Codepoint = code_point & 0x3ffffffu;
    glyph->AdvanceX = box.advance / density;
    if (box.width <= 0 || box.height <= 0) return true;

    const ImFontAtlasRectId place = ImFontAtlasPackAddRect(atlas, box.width, box.height);
    if (place == ImFontAtlasRectId_Invalid) return false;   // larger than any texture
    ImTextureRect* rect = ImFontAtlasPackGetRect(atlas, place);
    ImVector<unsigned char>& bitmap = atlas->Builder->TempBuffer;
    bitmap.resize(box.width * box.height);
    std::memset(bitmap.Data, 0, static_cast<std::size_t>(bitmap.Size));
    face.source->glyph(wanted, face.weight, pixels_per_em, shift, bitmap.Data);

    // In whole device pixels from a baseline that lies on one: see painter.cpp.
    const float top = std::round(baked->Ascent * density);
    glyph->X0 = static_cast<float>(box.x0) / density;
    glyph->Y0 = (top + static_cast<float>(box.y0)) / density;
    glyph->X1 = static_cast<float>(box.x0 + box.width) / density;
    glyph->Y1 = (top + static_cast<float>(box.y0 + box.height)) / density;
    glyph->Visible = true;
    glyph->PackId = place;
    ImFontAtlasBakedSetFontGlyphBitmap(atlas, baked, config, glyph, rect, bitmap.Data, ImTextureFormat_Alpha8, box.width);
    return true;
}

const ImFontLoader& loader() {
    static const ImFontLoader made = [] {
        ImFontLoader fresh;
        fresh.Name = "glyph source";
        fresh.FontSrcContainsGlyph = always_contains;
        fresh.FontBakedInit = start_size;
        fresh.FontBakedLoadGlyph = load_glyph;
        return fresh;
    }();
    return made;
}

}  // namespace

int phases_at(float density) { return density < 1.4f ? 4 : density < 2.4f ? 2 : 1; }

Fonts::Fonts(ImFontAtlas& atlas, GlyphSource& source) : m_atlas(atlas), m_source(source) {
    measure();
    for (const Weight weight : {Weight::Regular, Weight::Strong}) {
        for (int phase = 0; phase < most_phases; ++phase) {
            Face face{&source, weight, phase};
            ImFontConfig config;
            config.FontLoader = &loader();
            config.FontData = &face;
            config.FontDataSize = static_cast<int>(sizeof face);
            config.FontDataOwnedByAtlas = false;   // ImGui then keeps a copy of its own
            config.SizePixels = 16;
            ImFont* font = m_atlas.AddFont(&config);
            font->FallbackChar = U'?';   // never used; U+FFFD would make ImGui keep 65,533 empty entries
            m_fonts[index(weight)][phase] = font;
        }
    }
}

ImFontBaked* Fonts::baked(Weight weight, int phase, float pixels_per_em, float density) {
    const float size = pixels_per_em * height_per_em(metrics(weight));
    // Not ImFont::GetFontBaked, which rounds the size to whole pixels.
    ImFontBaked* found = ImFontAtlasBakedGetOrAdd(&m_atlas, m_fonts[index(weight)][phase], size, density);
    found->LastUsedFrame = m_atlas.Builder->FrameCount;
    return found;
}

void Fonts::forget() {
    if (m_atlas.Builder != nullptr) {
        for (auto& weight : m_fonts) {
            for (ImFont* font : weight) ImFontAtlasFontDiscardBakes(&m_atlas, font, 0);
        }
    }
    measure();
}

void Fonts::measure() {
    m_metrics[0] = m_source.metrics(Weight::Regular);
    m_metrics[1] = m_source.metrics(Weight::Strong);
    for (FontMetrics& metrics : m_metrics) {
        if (!(height_per_em(metrics) > 0.1f)) metrics = {0.95f, 0.25f};   // a font that tells nothing
    }
}

}  // namespace handfast::draw

// What ImGui asks for by default; see imgui_config.h.
namespace ImGuiFreeType {
const ImFontLoader* GetFontLoader();
const ImFontLoader* GetFontLoader() { return &handfast::draw::loader(); }
}  // namespace ImGuiFreeType
