#include "tests/draw/support/picture_file.h"

#include <algorithm>
#include <array>
#include <fstream>
#include <vector>

namespace handfast::tests {

namespace {

using Bytes = std::vector<std::uint8_t>;

void append_big_endian(Bytes& out, std::uint32_t value) {
    for (int shift = 24; shift >= 0; shift -= 8) out.push_back(static_cast<std::uint8_t>(value >> shift));
}

std::uint32_t cyclic_sum(const std::uint8_t* data, std::size_t size) {
    std::uint32_t sum = 0xffffffffu;
    for (std::size_t i = 0; i < size; ++i) {
        sum ^= data[i];
        for (int bit = 0; bit < 8; ++bit) sum = (sum >> 1) ^ (0xedb88320u & (0u - (sum & 1u)));
    }
    return ~sum;
}

void append_chunk(Bytes& out, const char (&name)[5], const Bytes& content) {
    append_big_endian(out, static_cast<std::uint32_t>(content.size()));
    const std::size_t start = out.size();
    out.insert(out.end(), name, name + 4);
    out.insert(out.end(), content.begin(), content.end());
    append_big_endian(out, cyclic_sum(out.data() + start, out.size() - start));
}

// zlib's format with stored blocks only.
Bytes stored(const Bytes& raw) {
    Bytes out{0x78, 0x01};
    for (std::size_t at = 0; at < raw.size();) {
        const std::size_t size = std::min<std::size_t>(raw.size() - at, 65535);
        out.push_back(at + size == raw.size() ? 1 : 0);
        const auto length = static_cast<std::uint16_t>(size);
        for (const std::uint16_t word : {length, static_cast<std::uint16_t>(~length)}) {
            out.push_back(static_cast<std::uint8_t>(word & 0xff));
            out.push_back(static_cast<std::uint8_t>(word >> 8));
        }
        out.insert(out.end(), raw.begin() + static_cast<std::ptrdiff_t>(at), raw.begin() + static_cast<std::ptrdiff_t>(at + size));
        at += size;
    }
    std::uint32_t a = 1, b = 0;
    for (const std::uint8_t byte : raw) {
        a = (a + byte) % 65521;
        b = (b + a) % 65521;
    }
    append_big_endian(out, b << 16 | a);
    return out;
}

}  // namespace

bool write_png(const std::string& path, const std::uint8_t* pixels, int width, int height) {
    Bytes raw;
    const auto row = static_cast<std::size_t>(width) * 4;
    raw.reserve((row + 1) * static_cast<std::size_t>(height));
    for (int y = 0; y < height; ++y) {
        raw.push_back(0);   // no filter
        raw.insert(raw.end(), pixels + static_cast<std::size_t>(y) * row, pixels + (static_cast<std::size_t>(y) + 1) * row);
    }
    Bytes file{0x89, 'P', 'N', 'G', 0x0d, 0x0a, 0x1a, 0x0a};
    Bytes header;
    append_big_endian(header, static_cast<std::uint32_t>(width));
    append_big_endian(header, static_cast<std::uint32_t>(height));
    const std::array<std::uint8_t, 5> kind{8, 6, 0, 0, 0};   // 8 bits, RGBA
    header.insert(header.end(), kind.begin(), kind.end());
    append_chunk(file, "IHDR", header);
    append_chunk(file, "IDAT", stored(raw));
    append_chunk(file, "IEND", {});
    std::ofstream out(path, std::ios::binary);
    out.write(reinterpret_cast<const char*>(file.data()), static_cast<std::streamsize>(file.size()));
    return out.good();
}

}  // namespace handfast::tests
