// Writes pixels as a PNG file, uncompressed: for looking at, not for keeping.
#pragma once

#include <cstdint>
#include <string>

namespace handfast::tests {

// `pixels`: RGBA bytes, rows from the top. False if the file cannot be written.
bool write_png(const std::string& path, const std::uint8_t* pixels, int width, int height);

}  // namespace handfast::tests
