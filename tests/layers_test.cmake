# Shows that each rule of tests/layers.cmake bites: writes a tiny tree that breaks the rule
# and expects a failure that names file, line and rule; and one tree that breaks nothing.
#
#   cmake -DSCRATCH=build/tests/layers -P tests/layers_test.cmake
#
# Ends with "-- rules: N passed, N failed", which tests/run.sh adds up.
cmake_minimum_required(VERSION 3.25)
get_filename_component(scratch "${SCRATCH}" ABSOLUTE)
set(script ${CMAKE_CURRENT_LIST_DIR}/layers.cmake)
set(passed 0)
set(failed 0)
set(seen "")

# A row: rule @ file @ its second line, which breaks the rule
set(fixtures
    [=[part-arrow @ core/base/a.h @ #include "shell/sheets/block.h"]=]
    [=[part-arrow @ core/base/a.h @ #include "web/bridge.h"]=]
    [=[part-arrow @ shell/sheets/a.cpp @ #include "shell/draw/theme.h"]=]
    [=[part-arrow @ shell/sheets/a.cpp @ #include "web/bridge.h"]=]
    [=[part-arrow @ shell/draw/a.cpp @ #include "web/bridge.h"]=]
    [=[core-arrow @ core/base/a.cpp @ #include "core/design/design.h"]=]
    [=[core-arrow @ core/outline/a.h @   #  include "core/workspace/workspace.h" // up]=]
    [=[core-sibling @ core/checks/a.cpp @ #include "core/outline/outline.h"]=]
    [=[core-sibling @ core/advisor/a.cpp @ #include "core/economics/flows.h"]=]
    [=[core-folder @ core/misc/a.h @ int x()]=]
    [=[core-folder @ core/a.h @ int x()]=]
    [=[root-relative @ core/base/a.cpp @ #include "result.h"]=]
    [=[root-relative @ shell/sheets/a.cpp @ #include "../draw/theme.h"]=]
    [=[root-relative @ core/base/a.cpp @ #include "core/base/../../web/bridge.h"]=]
    [=[imgui @ shell/sheets/a.cpp @ #include "imgui.h"]=]
    [=[imgui @ web/main.cpp @ #include <imgui_internal.h>]=]
    [=[imgui @ web/main.cpp @ #include "backends/imgui_impl_opengl3.h"]=]
    [=[emscripten @ shell/draw/a.cpp @ #include <emscripten/html5.h>]=]
    [=[emscripten @ core/base/a.cpp @ #include <emscripten.h>]=]
    [=[emscripten-macro @ core/base/a.cpp @ #ifdef __EMSCRIPTEN__]=]
    [=[emscripten-macro @ shell/sheets/a.cpp @ extern "C" EMSCRIPTEN_KEEPALIVE void a()]=]
    [=[em-js @ web/main.cpp @ EM_JS(void, go, (), {})]=]
    [=[em-js @ web/main.cpp @     EM_ASM({ go() })]=]
    [=[nlohmann @ core/design/a.cpp @ #include <nlohmann/json.hpp>]=]
    [=[clock @ core/base/a.cpp @ auto now = std::chrono::system_clock::now()]=]
    [=[clock @ core/base/a.cpp @ auto now = std::chrono::steady_clock::now()]=]
    [=[clock @ core/base/a.cpp @ #include <ctime>]=]
    [=[thread @ core/simulation/a.cpp @ #include <thread>]=]
    [=[thread @ core/simulation/a.cpp @ #include <mutex>]=]
    [=[stream @ core/outline/a.cpp @ #include <iostream>]=]
    [=[stream @ core/outline/a.cpp @ #include <fstream>]=]
    [=[file @ core/base/a.cpp @ #include <filesystem>]=]
    [=[file-call @ core/base/a.cpp @ FILE* f = fopen("a", "r")]=])

# A tree in which all of that stands where it may, or is only talked about.
set(lawful
    [=[core/base/json.cpp @ #include <nlohmann/json.hpp>]=]
    [=[core/base/date.h @ #include <chrono>  // year_month_day, not steady_clock]=]
    [=[core/base/text.h @ // never #include <iostream> here: see fopen()]=]
    [=[core/workspace/a.cpp @ #include "core/outline/outline.h"]=]
    [=[core/exit/a.cpp @ #include "core/economics/flows.h"]=]
    [=[core/exit/b.cpp @ #include "core/exit/a.h"]=]
    [=[shell/sheets/a.cpp @ #include "core/workspace/workspace.h"]=]
    [=[shell/draw/a.cpp @ #include "imgui_internal.h"]=]
    [=[shell/draw/b.cpp @ #include "shell/sheets/block.h"]=]
    [=[web/bridge.cpp @ EM_JS(void, go, (), {})]=]
    [=[web/main.cpp @ #include <emscripten.h>]=]
    [=[web/b.cpp @ #include "shell/draw/drawer.h"]=])

function(plant file line)
    file(WRITE ${scratch}/${file} "// a fixture\n${line}\n")
endfunction()
function(run_layers)
    execute_process(COMMAND ${CMAKE_COMMAND} -DROOT=${scratch} -P ${script}
        RESULT_VARIABLE status OUTPUT_VARIABLE output ERROR_VARIABLE output)
    set(status "${status}" PARENT_SCOPE)
    set(output "${output}" PARENT_SCOPE)
endfunction()

foreach(fixture IN LISTS fixtures)
    string(REGEX MATCH "^([^@]+) @ ([^@]+) @ (.+)$" _ "${fixture}")
    set(rule "${CMAKE_MATCH_1}")
    set(file "${CMAKE_MATCH_2}")
    set(line "${CMAKE_MATCH_3}")
    file(REMOVE_RECURSE ${scratch})
    plant("${file}" "${line}")
    run_layers()
    list(APPEND seen ${rule})
    string(REGEX REPLACE "\n.*" "" first "${output}")
    if(status EQUAL 0)
        message("not caught: ${fixture}")
    elseif(NOT first MATCHES "^${file}:[12]: .*\\[${rule}\\]$")
        message("caught with another message: ${fixture}\n    ${output}")
    else()
        math(EXPR passed "${passed} + 1")
        continue()
    endif()
    math(EXPR failed "${failed} + 1")
endforeach()

file(REMOVE_RECURSE ${scratch})
foreach(row IN LISTS lawful)
    string(REGEX MATCH "^([^@]+) @ (.+)$" _ "${row}")
    plant("${CMAKE_MATCH_1}" "${CMAKE_MATCH_2}")
endforeach()
run_layers()
if(status EQUAL 0)
    math(EXPR passed "${passed} + 1")
else()
    message("a lawful tree was refused:\n${output}")
    math(EXPR failed "${failed} + 1")
endif()

# No rule without a fixture.
execute_process(COMMAND ${CMAKE_COMMAND} -DLIST_RULES=ON -P ${script} ERROR_VARIABLE rules)
string(REGEX REPLACE "\n" ";" rules "${rules}")
foreach(rule IN LISTS rules)
    if(rule AND NOT rule IN_LIST seen)
        message("the rule ${rule} has no fixture here")
        math(EXPR failed "${failed} + 1")
    endif()
endforeach()

message(STATUS "rules: ${passed} passed, ${failed} failed")
