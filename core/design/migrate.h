// Brings saves of older versions up to date, one function a version.
//
// To add version n+1: raise save_version, write the function that turns the
// JSON of version n into that of n+1, add it to `steps` in migrate.cpp, and put
// a save of version n into tests/golden/saves for ever.
#pragma once

#include "core/base/json.h"

namespace handfast {

// Checks format and version and applies the steps that are needed.
Result<Json> migrated(Json document);

}  // namespace handfast
