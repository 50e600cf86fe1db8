#include "core/base/require.h"

#include <cstdlib>

namespace handfast {

namespace {
AbortHook abort_hook = nullptr;   // the one global of core: the host's last word
}

void set_abort_hook(AbortHook hook) { abort_hook = hook; }

void abort_program(const char* condition, const char* file, int line) {
    if (abort_hook != nullptr) abort_hook(condition, file, line);
    std::abort();
}

}  // namespace handfast
