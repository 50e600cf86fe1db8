// SHA-256 (FIPS 180-4), to check the hashes that content policies name. `sha256_source` gives "sha256-…", as they write it.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

namespace handfast::test {

std::array<std::uint8_t, 32> sha256(std::string_view bytes);
std::string sha256_source(std::string_view bytes);

}  // namespace handfast::test
