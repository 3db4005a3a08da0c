# SPDX-License-Identifier: MIT
# The libraries that come as sources in npm packages, compiled like the core: zlib's deflate, inflate and CRC, and simdjson.
set(NPSCOPE_PACKAGES ${CMAKE_CURRENT_SOURCE_DIR}/node_modules)

set(ZLIB_FOLDER ${NPSCOPE_PACKAGES}/zlib-sync/deps/zlib)
add_library(npscope_zlib STATIC ${ZLIB_FOLDER}/inflate.c ${ZLIB_FOLDER}/inffast.c ${ZLIB_FOLDER}/inftrees.c
            ${ZLIB_FOLDER}/zutil.c ${ZLIB_FOLDER}/crc32.c ${ZLIB_FOLDER}/adler32.c
            ${ZLIB_FOLDER}/deflate.c ${ZLIB_FOLDER}/trees.c)
target_include_directories(npscope_zlib SYSTEM PUBLIC ${ZLIB_FOLDER})
target_compile_options(npscope_zlib PRIVATE -w)
# core/format/zip/inflate_fast.cc stands in for inffast.c and calls it where input or output end. CRC by words of 64 bits, which
# WebAssembly has, with tables that are made at run time and not downloaded. The rest of inflate is a large function that runs once a block: small, it costs browsers less to compile.
set_source_files_properties(${ZLIB_FOLDER}/inffast.c PROPERTIES COMPILE_DEFINITIONS inflate_fast=inflate_fast_at_ends)
set_source_files_properties(${ZLIB_FOLDER}/inflate.c PROPERTIES COMPILE_DEFINITIONS NO_GZIP)
set_source_files_properties(${ZLIB_FOLDER}/crc32.c PROPERTIES COMPILE_DEFINITIONS "Z_TESTW=8;DYNAMIC_CRC_TABLE")
if(EMSCRIPTEN)
  set_source_files_properties(${ZLIB_FOLDER}/inflate.c ${ZLIB_FOLDER}/inffast.c PROPERTIES COMPILE_OPTIONS "-Oz")
endif()

# simdjson's first stage is all that the core calls. Kernels: SSE4.2 ("westmere"), which Emscripten compiles through its SSE headers
# and two of ours, and the scalar one, which the tests compare it with and which runs where there is no SSE4.2.
set(SIMDJSON_FOLDER ${NPSCOPE_PACKAGES}/@nozbe/simdjson/src)
add_library(npscope_simdjson STATIC ${SIMDJSON_FOLDER}/simdjson.cpp)
target_include_directories(npscope_simdjson SYSTEM PUBLIC ${SIMDJSON_FOLDER})
target_compile_options(npscope_simdjson PRIVATE -w)
target_compile_definitions(npscope_simdjson PUBLIC SIMDJSON_EXCEPTIONS=0)
if(EMSCRIPTEN)
  target_include_directories(npscope_simdjson PRIVATE ${CMAKE_CURRENT_SOURCE_DIR}/core/format/json/shim)
  target_compile_options(npscope_simdjson PRIVATE -flto -msimd128 -msse4.2 -mbulk-memory -mnontrapping-fptoint -fno-exceptions
    -fno-rtti)
  target_compile_definitions(npscope_simdjson PRIVATE SIMDJSON_IS_X86_64=1 SIMDJSON_IS_64BITS=1 __PCLMUL__=1
    SIMDJSON_IMPLEMENTATION_WESTMERE=1 SIMDJSON_IMPLEMENTATION_HASWELL=0 SIMDJSON_IMPLEMENTATION_ICELAKE=0
    SIMDJSON_IMPLEMENTATION_FALLBACK=0)
elseif(CMAKE_SYSTEM_PROCESSOR MATCHES "x86_64|AMD64")
  target_compile_definitions(npscope_simdjson PRIVATE SIMDJSON_IMPLEMENTATION_WESTMERE=1 SIMDJSON_IMPLEMENTATION_HASWELL=0
    SIMDJSON_IMPLEMENTATION_ICELAKE=0 SIMDJSON_IMPLEMENTATION_FALLBACK=1)
endif()
