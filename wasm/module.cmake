# SPDX-License-Identifier: MIT
# The WebAssembly module: build/wasm/core.{mjs,wasm,d.ts} and the list of its imports by their full names.
set(NPSCOPE_WASM_COMPILE -O3 -flto -msimd128 -mbulk-memory -mnontrapping-fptoint -fno-exceptions -fno-rtti
    -DEMSCRIPTEN_HAS_UNBOUND_TYPE_NAMES=0 -DNDEBUG)
target_compile_options(npscope_core PUBLIC ${NPSCOPE_WASM_COMPILE})

# Reading is hot; everything that runs once a file is small instead.
set(NPSCOPE_HOT
    base/content_hash base/date base/date_time base/key_column base/key_groups base/number_parse base/number_text
    base/rising_numbers base/sha256 base/text
    base/text_hash base/utf8
    format/record_batch format/record_builder format/encoding/decoder
    format/csv/reader format/csv/scan_scalar format/csv/scan_simd format/csv/tiling
    format/json/columns format/json/cuts format/json/document_pass format/json/grammar format/json/json_source
    format/json/lines_pass format/json/record_reader format/json/record_writer format/json/split_scalar
    format/json/split_simd format/json/text_feed format/json/tokens format/json/value
    format/sheet/cell_value format/sheet/number_format format/sheet/row_writer
    format/xls/record_reader format/xls/shared_strings format/xls/sheet_cells format/xls/sheet_records format/xls/text
    format/xlsx/cell format/xlsx/shared_strings format/xlsx/sheet_reader
    format/xml/part_reader format/xml/part_text format/xml/text format/xml/tokenizer
    format/zip/entry_stream format/zip/inflate_fast format/zip/inflater
    table/dictionary table/distinct_count table/row_store
    comment/comment_words comment/language comment/letters comment/masking comment/near_duplicates comment/term_dictionary
    comment/words measures/asked_comments measures/comment_terms measures/comments measures/term_lists measures/theme_matcher
    survey/cleaning survey/date_cell survey/key_cell survey/missing_texts survey/number_cell survey/plain_text
    survey/record_filter survey/responses survey/role_column survey/role_columns survey/time_column
    shard/duplicates shard/formula_guard shard/group_codes shard/record_counts shard/record_text shard/rejected_rows
    shard/reject_sink shard/repeated_units shard/row_keys shard/settled_responses shard/settlement shard/text_feed)
list(TRANSFORM NPSCOPE_HOT REPLACE "^.+$" "${CMAKE_CURRENT_SOURCE_DIR}/core/\\0.cc")
set(NPSCOPE_COLD ${NPSCOPE_CORE_SOURCES})
list(REMOVE_ITEM NPSCOPE_COLD ${NPSCOPE_HOT})
set_source_files_properties(${NPSCOPE_COLD} PROPERTIES COMPILE_OPTIONS "-Oz")

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

# For tests/node/bits.test.mjs only: the statistics without the engine, to compare their bits with the native ones.
add_executable(bits tests/bits/bits.cc)
target_link_libraries(bits PRIVATE npscope_core)
set_target_properties(bits PROPERTIES SUFFIX .wasm RUNTIME_OUTPUT_DIRECTORY ${NPSCOPE_WASM_OUT})
target_link_options(bits PRIVATE -O3 -flto --no-entry -sSTANDALONE_WASM=1 -sINITIAL_MEMORY=16MB
  -sEXPORTED_FUNCTIONS=_npscope_bits,_npscope_bits_kinds)
