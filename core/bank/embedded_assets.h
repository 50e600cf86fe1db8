// The files of assets/ that are built into the program: question bank, clauses, samples,
// licences. Every assets/**/*.json is there; the build writes the definition
// (web/embed_assets.cmake), so adding a file needs no code.
//
//   for (const EmbeddedAsset& asset : embedded_assets())
//       if (asset.path.starts_with("bank/")) …parse_stage(asset.bytes)…
//
// May know: nothing. Limits: JSON only; the bytes are as written in the file, not checked
// here (parsing does that, and tests/assets parses them all).
#pragma once

#include <span>
#include <string_view>

namespace handfast {

struct EmbeddedAsset {
    std::string_view path;   // relative to assets/, with slashes: "bank/strategy.json"
    std::string_view bytes;  // the whole file
};

// All assets, sorted by path. The views stay valid for the life of the program.
std::span<const EmbeddedAsset> embedded_assets();

}  // namespace handfast
