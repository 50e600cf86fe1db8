// HF_REQUIRE: stops the program when *we* are wrong, in release builds too.
//
// A crash with an autosave behind it beats a silently wrong number. The host
// sets one hook, which gets the broken condition and its place and must not
// return (the page shows a panel that offers the last save).
#pragma once

namespace handfast {

using AbortHook = void (*)(const char* condition, const char* file, int line);
void set_abort_hook(AbortHook hook);
[[noreturn]] void abort_program(const char* condition, const char* file, int line);

}  // namespace handfast

#define HF_REQUIRE(condition) \
    ((condition) ? static_cast<void>(0) : ::handfast::abort_program(#condition, __FILE__, __LINE__))
