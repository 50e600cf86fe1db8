#include "tests/support/golden.h"

#include "core/base/text.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/reporters/catch_reporter_event_listener.hpp>
#include <catch2/reporters/catch_reporter_registrars.hpp>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <map>
#include <optional>

namespace handfast::test {

namespace {

bool accepting() {
    const char* accept = std::getenv("HANDFAST_ACCEPT");
    return accept != nullptr && std::string_view(accept) == "1";
}

// What the run would write, by path.
std::map<std::string, std::string>& accepted() {
    static std::map<std::string, std::string> texts;
    return texts;
}

std::optional<std::string> read_file(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    if (!file) return std::nullopt;
    return std::string(std::istreambuf_iterator<char>(file), {});
}

void write_file(const std::string& path, std::string_view bytes) {
    std::filesystem::create_directories(std::filesystem::path(path).parent_path());
    std::ofstream file(path, std::ios::binary);
    file.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
}

class WriteAtTheEnd : public Catch::EventListenerBase {
public:
    using Catch::EventListenerBase::EventListenerBase;
    void testRunEnded(const Catch::TestRunStats& run) override {
        if (accepted().empty()) return;
        if (run.totals.assertions.failed > 0) {
            std::cerr << "Nothing was accepted: " << run.totals.assertions.failed << " assertions failed in this run.\n";
            return;
        }
        for (const auto& [path, text] : accepted()) {
            write_file(path, text);
            std::cerr << "Accepted " << path << "\n";
        }
    }
};
CATCH_REGISTER_LISTENER(WriteAtTheEnd)

}  // namespace

void check_golden(std::string_view name, std::string_view text) {
    const std::string path = std::string(HANDFAST_SOURCE_DIR "/tests/golden/") + std::string(name);
    const std::optional<std::string> golden = read_file(path);
    if (golden && *golden == text) {
        SUCCEED("as in the golden file");
        return;
    }
    if (accepting()) {
        accepted()[path] = text;
        SUCCEED("to be accepted");
        return;
    }
    INFO("To accept it, look at the difference and run with HANDFAST_ACCEPT=1; see tests/support/golden.h.");
    if (!golden) FAIL("There is no golden file " << path);
    const std::vector<std::string> wanted = split(*golden, '\n'), got = split(text, '\n');
    std::size_t line = 0;
    while (line < wanted.size() && line < got.size() && wanted[line] == got[line]) ++line;
    INFO(path << ":" << line + 1);
    const std::string wanted_line = line < wanted.size() ? wanted[line] : "(the end)";
    const std::string got_line = line < got.size() ? got[line] : "(the end)";
    CHECK(got_line == wanted_line);
    FAIL("The text differs from its golden file.");
}

std::string read_source_file(std::string_view path) {
    const std::string full = std::string(HANDFAST_SOURCE_DIR "/") + std::string(path);
    std::optional<std::string> bytes = read_file(full);
    if (!bytes) FAIL("There is no file " << full);
    return std::move(*bytes);
}

std::string write_build_file(std::string_view path, std::string_view bytes) {
    const std::string full = std::string(HANDFAST_BUILD_DIR "/") + std::string(path);
    write_file(full, bytes);
    return full;
}

}  // namespace handfast::test
