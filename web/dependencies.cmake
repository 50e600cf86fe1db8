# The three libraries Handfast is built with, as targets imgui, catch2 and nlohmann_json.
#
# Dear ImGui and Catch2 are read from HANDFAST_DEPENDENCIES, where web/setup.sh unpacked
# Debian's source packages after checking their SHA-256. Without that folder (not Debian,
# or HANDFAST_DEPENDENCIES=upstream) CMake fetches the same versions at upstream's tags.
# nlohmann/json comes from Debian's package; its headers are copied into the build tree,
# because /usr/include must never be on em++'s include path.
# To move to another version: the names and tags here, and the checksums in web/setup.sh.
include(FetchContent)

# handfast_dependency(<name> <folder> <proof> <repository> <tag>): sets <name>_SOURCE_DIR.
function(handfast_dependency name folder proof repository tag)
    if(HANDFAST_DEPENDENCIES AND EXISTS "${HANDFAST_DEPENDENCIES}/${folder}/${proof}")
        set(${name}_SOURCE_DIR "${HANDFAST_DEPENDENCIES}/${folder}" PARENT_SCOPE)
        return()
    endif()
    message(STATUS "${folder} is not in HANDFAST_DEPENDENCIES: fetching ${repository} ${tag}")
    # SOURCE_SUBDIR names a folder without a CMakeLists.txt: we only want the files.
    FetchContent_Declare(${name} GIT_REPOSITORY ${repository} GIT_TAG ${tag} GIT_SHALLOW ON
                         SOURCE_SUBDIR none)
    FetchContent_MakeAvailable(${name})
    set(${name}_SOURCE_DIR "${${name}_SOURCE_DIR}" PARENT_SCOPE)
endfunction()

# ---- Dear ImGui: its core, without the demo window; WebGL2 only in the browser
handfast_dependency(imgui imgui-1.92.2b imgui.h https://github.com/ocornut/imgui.git v1.92.2b)
# Objects rather than a library of its own: its failed assertions call back into shell/draw.
add_library(imgui OBJECT)
foreach(name imgui imgui_draw imgui_tables imgui_widgets)
    target_sources(imgui PRIVATE ${imgui_SOURCE_DIR}/${name}.cpp)
endforeach()
target_include_directories(imgui SYSTEM PUBLIC ${imgui_SOURCE_DIR})
target_include_directories(imgui PRIVATE ${CMAKE_SOURCE_DIR})
target_compile_definitions(imgui PUBLIC IMGUI_USER_CONFIG="shell/draw/imgui_config.h")
target_compile_options(imgui PRIVATE -w)
target_link_libraries(imgui PRIVATE lean_flags)
if(EMSCRIPTEN)
    target_sources(imgui PRIVATE ${imgui_SOURCE_DIR}/backends/imgui_impl_opengl3.cpp)
    target_compile_definitions(imgui PUBLIC IMGUI_IMPL_OPENGL_ES3)
endif()

# ---- Catch2: the amalgamated source (one file to compile), the separate headers
handfast_dependency(catch2 catch2-3.7.1 extras/catch_amalgamated.cpp
                    https://github.com/catchorg/Catch2.git v3.7.1)
set(CATCH_CONFIG_DEFAULT_REPORTER console)
set(CATCH_CONFIG_CONSOLE_WIDTH 100)
configure_file(${catch2_SOURCE_DIR}/src/catch2/catch_user_config.hpp.in
               ${CMAKE_BINARY_DIR}/vendor/catch2/catch2/catch_user_config.hpp)
add_library(catch2 STATIC EXCLUDE_FROM_ALL ${catch2_SOURCE_DIR}/extras/catch_amalgamated.cpp)
target_include_directories(catch2 SYSTEM PUBLIC
    ${catch2_SOURCE_DIR}/src ${CMAKE_BINARY_DIR}/vendor/catch2)
target_compile_options(catch2 PRIVATE -w PUBLIC -fexceptions)
if(NOT EMSCRIPTEN)   # two minutes less on a first run
    target_compile_options(catch2 PRIVATE -g0 -O0 -fno-sanitize=all)
endif()

# ---- nlohmann/json
set(json_headers /usr/include/nlohmann)
if(NOT EXISTS ${json_headers}/json.hpp)
    handfast_dependency(json json-3.11.2 include/nlohmann/json.hpp
                        https://github.com/nlohmann/json.git v3.11.2)
    set(json_headers ${json_SOURCE_DIR}/include/nlohmann)
endif()
file(COPY ${json_headers} DESTINATION ${CMAKE_BINARY_DIR}/vendor/json)
add_library(nlohmann_json INTERFACE)
target_include_directories(nlohmann_json SYSTEM INTERFACE ${CMAKE_BINARY_DIR}/vendor/json)
