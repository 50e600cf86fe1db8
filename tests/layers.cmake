# Who may know whom: reads the #include lines (and a few words) of core/, shell/ and web/
# and fails, naming file and line, where an arrow of the map does not point down.
#
#   cmake -DROOT=. -P tests/layers.cmake
#
#   web → shell/draw → shell/sheets → core 6 → 5 → 4 → 3 → 2 → 1 → 0
#
# Within core a folder may include itself and any folder of a lower level, never a sibling.
# To add a folder to core: give it a level here. To add a rule: a row below, and a fixture
# in tests/layers_test.cmake, which fails for every rule without one.
# Limits: one line at a time, comments cut off by simple means; macros that hide an include
# are not seen.
cmake_minimum_required(VERSION 3.25)

# ---- the map -----------------------------------------------------------------

set(core_levels
    base=0 design=1 bank=2 economics=3 advisor=3 exit=4
    simulation=5 checks=5 alignment=5 charts=5 outline=5 workspace=6)

# part: its folder, and the folders it may include from
set(part_core   "^core/"         "^core/")
set(part_sheets "^shell/sheets/" "^(core|shell/sheets)/")
set(part_draw   "^shell/draw/"   "^(core|shell/sheets|shell/draw)/")
set(part_web    "^web/"          "^(core|shell/sheets|shell/draw|web)/")

# What may stand only in some places. A row: name @ where it is looked for @ where it is
# allowed @ pattern @ the rule in words. Patterns see lines without comments.
set(start "(^|[^A-Za-z0-9_])")
set(restricted
    "imgui @ .* @ ^shell/draw/ @ #include [<\"](backends/)?(imgui|imstb) @ Dear ImGui belongs to shell/draw"
    "emscripten @ .* @ ^web/ @ #include <emscripten @ Emscripten's headers belong to web"
    "emscripten-macro @ .* @ ^(web|shell/draw)/ @ ${start}(__EMSCRIPTEN__|EMSCRIPTEN_[A-Z]) @ code that asks for Emscripten belongs to web"
    "em-js @ .* @ ^web/bridge[.]cpp$ @ ${start}EM_(JS|ASM) @ JavaScript inside C++ belongs to web/bridge.cpp"
    "nlohmann @ .* @ ^core/base/json[.]cpp$ @ #include [<\"]nlohmann @ nlohmann/json belongs to core/base/json.cpp"
    "clock @ ^core/ @ ^$ @ ${start}(system_clock|steady_clock|high_resolution_clock|#include <(ctime|time[.]h)>) @ core has no clock: take the time as an argument"
    "thread @ ^core/ @ ^$ @ #include <(thread|mutex|shared_mutex|condition_variable|future|stop_token|semaphore|latch|barrier)> @ core has no threads"
    "stream @ ^core/ @ ^$ @ #include <(iostream|istream|ostream|fstream|sstream|strstream|iomanip|syncstream)> @ core has no streams: build text with core/base/text.h"
    "file @ ^core/ @ ^$ @ #include <filesystem> @ core has no files: take bytes as an argument"
    "file-call @ ^core/ @ ^$ @ ${start}(fopen|freopen|tmpfile) *[(] @ core has no files: take bytes as an argument")

# The rules that are code below.
set(coded_rules part-arrow core-arrow core-sibling core-folder root-relative)

if(LIST_RULES)   # for tests/layers_test.cmake
    foreach(rule IN LISTS coded_rules)
        message("${rule}")
    endforeach()
    foreach(row IN LISTS restricted)
        string(REGEX REPLACE " @ .*" "" rule "${row}")
        message("${rule}")
    endforeach()
    return()
endif()

# ---- reading -----------------------------------------------------------------

set(violations 0)
macro(violation rule words)
    math(EXPR violations "${violations} + 1")
    message("${file}:${number}: ${words} [${rule}]\n    ${line}")
endmacro()

foreach(level IN LISTS core_levels)
    string(REGEX MATCH "^(.+)=(.+)$" _ "${level}")
    set(level_${CMAKE_MATCH_1} ${CMAKE_MATCH_2})
endforeach()

# The arrow from this file to the included path; called for root-relative includes.
macro(check_arrow target)
    set(known FALSE)
    foreach(part core sheets draw web)
        list(GET part_${part} 0 folder)
        list(GET part_${part} 1 allowed)
        if(file MATCHES "${folder}")
            set(known TRUE)
            if(NOT "${target}" MATCHES "${allowed}")
                violation(part-arrow "${part} must not know ${target}")
            endif()
        endif()
    endforeach()
    if(file MATCHES "^core/([^/]+)/")
        set(from ${CMAKE_MATCH_1})
        if("${target}" MATCHES "^core/([^/]+)/")
            set(to ${CMAKE_MATCH_1})
            if(NOT DEFINED level_${from} OR NOT DEFINED level_${to})
                # reported once a file, below, or when the other folder is read
            elseif(from STREQUAL to)
            elseif(level_${to} GREATER level_${from})
                violation(core-arrow
                    "core/${from} (level ${level_${from}}) must not know core/${to} (level ${level_${to}})")
            elseif(level_${to} EQUAL level_${from})
                violation(core-sibling
                    "core/${from} and core/${to} are siblings (level ${level_${to}}) and must not know each other")
            endif()
        endif()
    endif()
endmacro()

get_filename_component(root "${ROOT}" ABSOLUTE)
file(GLOB_RECURSE files RELATIVE ${root}
    ${root}/core/*.h ${root}/core/*.cpp ${root}/shell/*.h ${root}/shell/*.cpp
    ${root}/web/*.h ${root}/web/*.cpp)
list(LENGTH files file_count)

foreach(file IN LISTS files)
    set(number 1)
    set(line "")
    if(file MATCHES "^core/")
        string(REGEX MATCH "^core/([^/]+)/" in_folder "${file}")
        if(NOT in_folder OR NOT DEFINED level_${CMAKE_MATCH_1})
            violation(core-folder "every folder of core needs a level in tests/layers.cmake")
        endif()
    endif()

    file(READ ${root}/${file} text)
    # Only lines that can matter are looked at one by one.
    if(NOT text MATCHES "#|EM_|_clock|fopen|freopen|tmpfile|EMSCRIPTEN")
        continue()
    endif()
    # One list item a line: characters that mean something in CMake lists become others.
    string(REGEX REPLACE "[][;\\]" "?" text "${text}")
    string(REPLACE "\n" ";" lines "${text};")
    set(number 0)
    foreach(line IN LISTS lines)
        math(EXPR number "${number} + 1")
        if(NOT line MATCHES "#|EM_|_clock|fopen|freopen|tmpfile|EMSCRIPTEN" OR line MATCHES "^ *[/*]")
            continue()
        endif()
        string(REGEX REPLACE " *//.*$" "" line "${line}")
        string(REGEX REPLACE "^ *# *include *([<\"])" "#include \\1" line "${line}")

        if(line MATCHES "^#include \"([^\"]+)\"")
            set(target "${CMAKE_MATCH_1}")
            if(target MATCHES "^(core|shell|web)/" AND NOT target MATCHES "[.][.]/")
                check_arrow("${target}")
            elseif(NOT target MATCHES "^(backends/)?imgui")
                violation(root-relative "includes of our own files start at the root: \"core/base/result.h\"")
            endif()
        endif()
        foreach(row IN LISTS restricted)
            string(REGEX MATCH "^([^@]+) @ ([^@]+) @ ([^@]+) @ ([^@]+) @ ([^@]+)$" _ "${row}")
            set(rule "${CMAKE_MATCH_1}")
            set(scope "${CMAKE_MATCH_2}")
            set(allowed "${CMAKE_MATCH_3}")
            set(pattern "${CMAKE_MATCH_4}")
            set(words "${CMAKE_MATCH_5}")
            if(line MATCHES "${pattern}" AND file MATCHES "${scope}" AND NOT file MATCHES "${allowed}")
                violation("${rule}" "${words}")
            endif()
        endforeach()
    endforeach()
endforeach()

if(violations GREATER 0)
    message(FATAL_ERROR "layers: ${violations} violations in ${file_count} files")
endif()
message(STATUS "layers: ${file_count} files, every arrow points down")
