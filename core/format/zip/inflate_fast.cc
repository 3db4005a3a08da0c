// SPDX-License-Identifier: MIT
// zlib's inner loop, written for machines of 64 bits: the same function over the same state, taken by the linker in place of
// inffast.c. It refills its bits eight bytes at once and copies sixteen; zlib's own loop reads the ends of input and output.
#include <cstdint>
#include <cstring>

extern "C" {
// clang-format off: each needs the ones before.
#include <zutil.h>
#include <inftrees.h>
#include <inflate.h>
#include <inffast.h>
// clang-format on

/// inffast.c, compiled under this name.
void ZLIB_INTERNAL inflate_fast_at_ends(z_streamp stream, unsigned start);
}

namespace {

/// Bytes of a copy step. A match is at most 258 bytes, so a step writes at most 15 more.
constexpr unsigned kStep = 16;
/// Two refills in a round read at most so far.
constexpr unsigned kInputRoom = 16;
constexpr unsigned kOutputRoom = 2 + 258 + kStep;
/// What a match may need behind its length code: extra bits, a distance code, and extra bits of that.
constexpr unsigned kMatchBits = 5 + 15 + 13;

/// The bits that are not used yet, the next one lowest. Above `count` stand bits that the next refill brings again.
struct Bits {
  void refill() {
    uint64_t word = 0;
    std::memcpy(&word, in, sizeof(word));
    hold |= word << count;
    in += (63 - count) >> 3;
    count |= 56;
  }
  [[nodiscard]] unsigned low(unsigned bits) const { return static_cast<unsigned>(hold) & ((1U << bits) - 1); }
  void drop(unsigned bits) {
    hold >>= bits;
    count -= bits;
  }
  unsigned take(unsigned bits) {
    const unsigned value = low(bits);
    drop(bits);
    return value;
  }

  const unsigned char* in;
  uint64_t hold;
  unsigned count;
};

/// The part of a match that lies in zlib's window; `back`: where it starts, counted from the window's end.
[[gnu::noinline]] unsigned char* copy_from_window(const inflate_state& state, unsigned back, unsigned length,
                                                  unsigned char* out, unsigned distance) {
  unsigned at = state.wnext >= back ? state.wnext - back : state.wsize + state.wnext - back;
  for (; back > 0 && length > 0; --back, --length) {
    *out++ = state.window[at];
    if (++at == state.wsize) at = 0;
  }
  for (; length > 0; --length, ++out) *out = *(out - distance);
  return out;
}

/// Copies in steps that may write beyond the match.
inline unsigned char* copy_match(unsigned char* out, unsigned distance, unsigned length) {
  unsigned char* const end = out + length;
  const unsigned char* from = out - distance;
  if (distance >= kStep) {
    for (; out < end; out += kStep, from += kStep) std::memcpy(out, from, kStep);
    return end;
  }
  while (out < end) *out++ = *from++;
  return end;
}

/// Ends the loop: the state says why.
void stop(z_streamp stream, inflate_state& state, const char* fault) {
  stream->msg = const_cast<char*>(fault);
  state.mode = fault == nullptr ? TYPE : BAD;
}

}  // namespace

// Rounds of up to two literals and one more code; the names are those of inffast.c.
extern "C" void ZLIB_INTERNAL inflate_fast(z_streamp stream, unsigned start) {
  if (stream->avail_in <= kInputRoom || stream->avail_out <= kOutputRoom) return inflate_fast_at_ends(stream, start);
  auto& state = *reinterpret_cast<inflate_state*>(stream->state);
  const unsigned char* const in_end = stream->next_in + stream->avail_in;
  const unsigned char* const last = in_end - kInputRoom;
  unsigned char* out = stream->next_out;
  unsigned char* const begin = out - (start - stream->avail_out);
  unsigned char* const out_end = out + stream->avail_out;
  unsigned char* const end = out_end - kOutputRoom;
  const code* const lengths = state.lencode;
  const code* const distances = state.distcode;
  const unsigned length_bits = state.lenbits;
  const unsigned distance_bits = state.distbits;
  Bits bits{stream->next_in, state.hold, state.bits};
  do {
    bits.refill();
    code here = lengths[bits.low(length_bits)];
    for (unsigned literals = 0; here.op == 0 && literals < 2; ++literals) {
      bits.drop(here.bits);
      *out++ = static_cast<unsigned char>(here.val);
      here = lengths[bits.low(length_bits)];
    }
    // A code too long for the table goes on in another one.
    if (here.op != 0 && (here.op & 0xF0) == 0) {
      bits.drop(here.bits);
      here = lengths[here.val + bits.low(here.op)];
    }
    bits.drop(here.bits);
    if (here.op == 0) {
      *out++ = static_cast<unsigned char>(here.val);
      continue;
    }
    if ((here.op & 16) == 0) {
      stop(stream, state, (here.op & 32) != 0 ? nullptr : "invalid literal/length code");
      break;
    }
    if (bits.count < kMatchBits) bits.refill();
    const unsigned length = here.val + bits.take(here.op & 15);
    here = distances[bits.low(distance_bits)];
    if ((here.op & 0xF0) == 0) {
      bits.drop(here.bits);
      here = distances[here.val + bits.low(here.op)];
    }
    bits.drop(here.bits);
    if ((here.op & 16) == 0) {
      stop(stream, state, "invalid distance code");
      break;
    }
    const unsigned distance = here.val + bits.take(here.op & 15);
    const auto written = static_cast<unsigned>(out - begin);
    if (distance <= written) {
      out = copy_match(out, distance, length);
    } else if (distance - written <= state.whave) {
      out = copy_from_window(state, distance - written, length, out, distance);
    } else {
      stop(stream, state, "invalid distance too far back");
      break;
    }
  } while (bits.in < last && out < end);

  // Whole bytes that are not used go back.
  bits.in -= bits.count >> 3;
  bits.count &= 7;
  stream->next_in = const_cast<unsigned char*>(bits.in);
  stream->avail_in = static_cast<unsigned>(in_end - bits.in);
  stream->next_out = out;
  stream->avail_out = static_cast<unsigned>(out_end - out);
  state.hold = bits.low(bits.count);
  state.bits = bits.count;
}
