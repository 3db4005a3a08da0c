# SPDX-License-Identifier: MIT
# npscope_code_pages: the tables of byte pairs for programs that have no TextDecoder, the native command and the tests.
set(NPSCOPE_CODE_PAGES ${CMAKE_CURRENT_BINARY_DIR}/generated/core/cli/code_pages.inc)
file(GLOB NPSCOPE_PAIRS CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/core/format/encoding/pairs/*.txt)
add_custom_command(
  OUTPUT ${NPSCOPE_CODE_PAGES}
  COMMAND ${NPSCOPE_NODE} ${CMAKE_CURRENT_SOURCE_DIR}/scripts/encodings.mjs native ${NPSCOPE_CODE_PAGES}
  DEPENDS scripts/encodings.mjs ${NPSCOPE_PAIRS}
  VERBATIM)
add_library(npscope_code_pages STATIC core/cli/code_pages.cc ${NPSCOPE_CODE_PAGES})
target_include_directories(npscope_code_pages PUBLIC ${CMAKE_CURRENT_SOURCE_DIR}
                           PRIVATE ${CMAKE_CURRENT_BINARY_DIR}/generated)
target_compile_options(npscope_code_pages PRIVATE -Wall -Wextra -Wpedantic -Werror)
