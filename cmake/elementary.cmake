# SPDX-License-Identifier: MIT
# The elementary functions: musl's files from the Emscripten that set-up installed, compiled the same way into every build under names
# of our own (core/base/elementary_names.h). Nothing of them is copied.
get_filename_component(NPSCOPE_EMSCRIPTEN_FOLDER "$ENV{NPSCOPE_EMSCRIPTEN_CMAKE}/../../../.." ABSOLUTE)
find_path(NPSCOPE_MUSL src/math/exp.c HINTS ${NPSCOPE_EMSCRIPTEN_FOLDER}/system/lib/libc/musl NO_DEFAULT_PATH NO_CMAKE_FIND_ROOT_PATH
          REQUIRED)
set(MUSL_SOURCES)
foreach(name IN ITEMS exp exp_data expm1 log log_data log1p pow pow_data erf lgamma_r __sin __cos
        __math_divzero __math_invalid __math_oflow __math_uflow __math_xflow)
  list(APPEND MUSL_SOURCES ${NPSCOPE_MUSL}/src/math/${name}.c)
endforeach()
add_library(npscope_elementary STATIC ${MUSL_SOURCES})
target_compile_options(npscope_elementary PRIVATE -w -O2 -ffp-contract=off "SHELL:-iquote ${NPSCOPE_MUSL}/src/internal"
  "SHELL:-iquote ${NPSCOPE_MUSL}/arch/generic"
  "SHELL:-include ${CMAKE_CURRENT_SOURCE_DIR}/core/base/elementary_names.h")
set_property(SOURCE ${MUSL_SOURCES} APPEND PROPERTY OBJECT_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/core/base/elementary_names.h)
if(EMSCRIPTEN)
  target_compile_options(npscope_elementary PRIVATE -flto)
else()
  # musl's own headers instead of the machine's, whose inner names collide with its inner names.
  target_compile_options(npscope_elementary PRIVATE -nostdlibinc -fno-sanitize=all "SHELL:-isystem ${NPSCOPE_MUSL}/include"
    "SHELL:-isystem ${NPSCOPE_MUSL}/arch/emscripten" "SHELL:-isystem ${NPSCOPE_MUSL}/arch/generic")
endif()
