# SPDX-License-Identifier: MIT
# The WebAssembly module: build/wasm/core.{mjs,wasm,d.ts} and the list of its imports by their full names.
set(NPSCOPE_WASM_COMPILE -O3 -flto -msimd128 -mbulk-memory -mnontrapping-fptoint -fno-exceptions -fno-rtti
    -DEMSCRIPTEN_HAS_UNBOUND_TYPE_NAMES=0 -DNDEBUG)
target_compile_options(npscope_core PUBLIC ${NPSCOPE_WASM_COMPILE})

# Reading is hot; everything that runs once a file is small instead.
file(GLOB NPSCOPE_COLD_SOURCES core/engine*.cc core/report/*.cc core/stats/*.cc core/partial/*.cc core/survey/mapping.cc
     core/survey/words.cc core/survey/column_profile.cc core/survey/score_text.cc core/base/json_writer.cc
     core/base/number_text.cc core/base/codes.cc core/format/csv/dialect.cc core/format/detect.cc core/shard/plan.cc core/shard/options.cc core/shard/intake.cc
     core/shard/record_text.cc core/survey/preset.cc core/survey/header.cc core/survey/score_weight.cc core/survey/role_weight.cc
     core/survey/answer_rules.cc core/survey/long_format.cc core/format/encoding.cc core/format/double_byte.cc
     core/format/encoding/*.cc core/format/zip/directory.cc core/format/zip/names.cc core/format/html/*.cc core/format/ods/*.cc
     core/format/xls/compound_file.cc core/format/xls/extents.cc core/format/xlsx/package.cc core/format/xlsx/workbook.cc
     core/format/json/outline.cc core/format/json/first_pass.cc core/table/pivot.cc
     core/shard/rejected_rows.cc core/shard/corrections.cc core/shard/formula_guard.cc core/format/zip/writer.cc
     core/format/xlsx/writer.cc core/shard/recipe*.cc core/shard/plan_samples.cc core/shard/file_shard.cc core/shard/table_feed.cc
     core/shard/reject_sink.cc core/shard/answer_effects.cc core/shard/member_bytes.cc
     core/format/json/document.cc core/base/nfc.cc core/survey/cleaning_passes.cc core/survey/tags.cc core/survey/questions.cc
     core/survey/role_choice.cc core/survey/score_choice.cc core/survey/exclusions.cc core/survey/number_profile.cc
     core/survey/fingerprint.cc core/survey/group_text.cc core/format/xls/workbook.cc core/format/zip/gzip.cc)
list(FILTER NPSCOPE_COLD_SOURCES EXCLUDE REGEX "encoding/decoder.cc$")
set_source_files_properties(${NPSCOPE_COLD_SOURCES} PROPERTIES COMPILE_OPTIONS "-Os")

# xxHash takes its SSE2 code through Emscripten's headers, which make WebAssembly's own vectors of it.
set_source_files_properties(core/base/content_hash.cc PROPERTIES COMPILE_OPTIONS "-msse2")

set(NPSCOPE_WASM_OUT ${CMAKE_CURRENT_SOURCE_DIR}/build/wasm CACHE PATH "Where the module goes")
file(MAKE_DIRECTORY ${NPSCOPE_WASM_OUT})
add_executable(core wasm/bindings.cc)
target_link_libraries(core PRIVATE npscope_core)
set_target_properties(core PROPERTIES SUFFIX .mjs RUNTIME_OUTPUT_DIRECTORY ${NPSCOPE_WASM_OUT})
target_link_options(core PRIVATE
  -O3 -flto -lembind --no-entry -fno-exceptions -fno-rtti -mbulk-memory -mnontrapping-fptoint
  -sMODULARIZE=1 -sEXPORT_ES6=1 -sEXPORT_NAME=createCore -sENVIRONMENT=web,worker -sFILESYSTEM=0
  -sDYNAMIC_EXECUTION=0 -sEMBIND_AOT=1 -sWASM_BIGINT=1 -sPOLYFILL=0 -sTEXTDECODER=2
  -sALLOW_MEMORY_GROWTH=1 -sINITIAL_MEMORY=16MB -sMAXIMUM_MEMORY=4GB -sSTACK_SIZE=1MB -sMALLOC=dlmalloc
  # Binaryen would put functions with one caller into it, whatever the attributes say: decide() into the loop over blocks. Browsers
  # optimise whole functions, so that cost 150 ms of compiling for code that runs once.
  -sBINARYEN_EXTRA_PASSES=--one-caller-inline-max-function-size=60
  -sEXPORTED_RUNTIME_METHODS=HEAPU8 -sINCOMING_MODULE_JS_API=wasmBinary,instantiateWasm,onAbort
  --emit-tsd core.d.ts --emit-minification-map ${NPSCOPE_WASM_OUT}/core.map.txt)
