# SPDX-License-Identifier: MIT
# The libraries that come as sources in npm packages, compiled like the core: zlib's inflate and CRC, and simdjson.
set(NPSCOPE_PACKAGES ${CMAKE_CURRENT_SOURCE_DIR}/node_modules)

set(ZLIB_FOLDER ${NPSCOPE_PACKAGES}/zlib-sync/deps/zlib)
add_library(npscope_zlib STATIC ${ZLIB_FOLDER}/inflate.c ${ZLIB_FOLDER}/inffast.c ${ZLIB_FOLDER}/inftrees.c
            ${ZLIB_FOLDER}/zutil.c ${ZLIB_FOLDER}/crc32.c ${ZLIB_FOLDER}/adler32.c)
target_include_directories(npscope_zlib SYSTEM PUBLIC ${ZLIB_FOLDER})
target_compile_options(npscope_zlib PRIVATE -w)

# Two kernels: SSE4.2 ("westmere"), which Emscripten can also compile, and the scalar one to compare it with.
set(SIMDJSON_FOLDER ${NPSCOPE_PACKAGES}/@nozbe/simdjson/src)
add_library(npscope_simdjson STATIC ${SIMDJSON_FOLDER}/simdjson.cpp)
target_include_directories(npscope_simdjson SYSTEM PUBLIC ${SIMDJSON_FOLDER})
target_compile_options(npscope_simdjson PRIVATE -w)
target_compile_definitions(npscope_simdjson PUBLIC SIMDJSON_EXCEPTIONS=0)
