// SPDX-License-Identifier: MIT
// Shortest decimal digits by exact big-integer arithmetic: r/s is what is left of the value, low and high are the distances
// to the midpoints between it and its neighbours; a digit is final as soon as it lies between them.
#include "core/base/number_text.h"

#include <algorithm>
#include <array>
#include <bit>
#include <string_view>

#include "core/base/check.h"

namespace npscope {
namespace {

/// A natural number of up to 1184 bits: 2^1074 times a significand, times ten, fits.
class Natural {
 public:
  explicit Natural(uint64_t value) {
    words_[0] = static_cast<uint32_t>(value);
    words_[1] = static_cast<uint32_t>(value >> 32);
    size_ = 2;
    trim();
  }

  void multiply(uint32_t factor) {
    uint64_t carry = 0;
    for (int i = 0; i < size_; ++i) {
      carry += static_cast<uint64_t>(words_[i]) * factor;
      words_[i] = static_cast<uint32_t>(carry);
      carry >>= 32;
    }
    if (carry != 0) push(static_cast<uint32_t>(carry));
  }

  void shift_left(int bits) {
    const int whole = bits / 32;
    const int part = bits % 32;
    if (size_ == 0) return;
    NPS_CHECK(size_ + whole + 1 <= kWords);
    for (int i = size_ - 1; i >= 0; --i) words_[i + whole] = words_[i];
    for (int i = 0; i < whole; ++i) words_[i] = 0;
    size_ += whole;
    if (part == 0) return;
    uint32_t carry = 0;
    for (int i = whole; i < size_; ++i) {
      const uint32_t word = words_[i];
      words_[i] = (word << part) | carry;
      carry = word >> (32 - part);
    }
    if (carry != 0) push(carry);
  }

  void add(const Natural& other) {
    uint64_t carry = 0;
    const int most = std::max(size_, other.size_);
    for (int i = 0; i < most; ++i) {
      carry += static_cast<uint64_t>(word(i)) + other.word(i);
      set(i, static_cast<uint32_t>(carry));
      carry >>= 32;
    }
    if (carry != 0) push(static_cast<uint32_t>(carry));
  }

  /// REQUIRES: other <= *this.
  void subtract(const Natural& other) {
    int64_t borrow = 0;
    for (int i = 0; i < size_; ++i) {
      borrow += static_cast<int64_t>(words_[i]) - other.word(i);
      words_[i] = static_cast<uint32_t>(borrow);
      borrow >>= 32;
    }
    trim();
  }

  [[nodiscard]] int compare(const Natural& other) const {
    for (int i = std::max(size_, other.size_) - 1; i >= 0; --i) {
      if (word(i) != other.word(i)) return word(i) < other.word(i) ? -1 : 1;
    }
    return 0;
  }

 private:
  static constexpr int kWords = 37;
  [[nodiscard]] uint32_t word(int i) const { return i < size_ ? words_[i] : 0; }
  void set(int i, uint32_t value) {
    NPS_CHECK(i < kWords);
    words_[i] = value;
    size_ = std::max(size_, i + 1);
  }
  void push(uint32_t value) {
    NPS_CHECK(size_ < kWords);
    words_[size_++] = value;
  }
  void trim() {
    while (size_ > 0 && words_[size_ - 1] == 0) --size_;
  }

  std::array<uint32_t, kWords> words_{};
  int size_ = 0;
};

/// Decimal digits of a positive number: 0.DIGITS times 10^point.
struct Decimal {
  std::array<char, 20> digits{};
  int count = 0;
  int point = 0;
  [[nodiscard]] std::string_view text() const { return {digits.data(), static_cast<size_t>(count)}; }
};

struct Quotient {
  Natural r;  // value = r / s
  Natural s;
  Natural low;   // distance to the lower midpoint, in units of 1 / s
  Natural high;  // distance to the upper midpoint
};

Quotient as_quotient(uint64_t significand, int exponent, bool lower_is_closer) {
  Quotient q{Natural(significand), Natural(1), Natural(1), Natural(1)};
  q.r.shift_left(lower_is_closer ? 2 : 1);
  q.s.shift_left(lower_is_closer ? 2 : 1);
  if (lower_is_closer) q.high.shift_left(1);
  if (exponent >= 0) {
    q.r.shift_left(exponent);
    q.low.shift_left(exponent);
    q.high.shift_left(exponent);
  } else {
    q.s.shift_left(-exponent);
  }
  return q;
}

bool reaches(const Natural& r, const Natural& high, const Natural& s, bool inclusive) {
  Natural sum = r;
  sum.add(high);
  const int order = sum.compare(s);
  return inclusive ? order >= 0 : order > 0;
}

/// Scales the quotient so that its first decimal digit comes next; returns the decimal point's place.
int scale(Quotient& q, int binary_magnitude, bool even) {
  int point = static_cast<int>(static_cast<double>(binary_magnitude) * 0.30102999566398120) - 1;
  for (int i = 0; i < point; ++i) q.s.multiply(10);
  for (int i = point; i < 0; ++i) {
    q.r.multiply(10);
    q.low.multiply(10);
    q.high.multiply(10);
  }
  while (reaches(q.r, q.high, q.s, even)) {
    q.s.multiply(10);
    ++point;
  }
  return point;
}

void generate(Quotient& q, bool even, Decimal& out) {
  for (;;) {
    q.r.multiply(10);
    q.low.multiply(10);
    q.high.multiply(10);
    int digit = 0;
    while (q.r.compare(q.s) >= 0) {
      q.r.subtract(q.s);
      ++digit;
    }
    const int below = q.r.compare(q.low);
    const bool low_ok = even ? below <= 0 : below < 0;
    const bool high_ok = reaches(q.r, q.high, q.s, even);
    if (!low_ok && !high_ok) {
      out.digits[out.count++] = static_cast<char>('0' + digit);
      continue;
    }
    if (high_ok && low_ok) {
      Natural twice = q.r;
      twice.add(q.r);
      const int half = twice.compare(q.s);
      if (half > 0 || (half == 0 && digit % 2 == 1)) ++digit;  // of two equally near, the even one
    } else if (high_ok) {
      ++digit;
    }
    out.digits[out.count++] = static_cast<char>('0' + digit);
    return;
  }
}

Decimal shortest(double number) {
  const auto bits = std::bit_cast<uint64_t>(number);
  const uint64_t fraction = bits & 0xFFFFFFFFFFFFF;
  const int biased = static_cast<int>((bits >> 52) & 0x7FF);
  const uint64_t significand = biased == 0 ? fraction : fraction | (uint64_t{1} << 52);
  const int exponent = (biased == 0 ? 1 : biased) - 1075;
  const bool even = (significand & 1) == 0;
  Quotient q = as_quotient(significand, exponent, fraction == 0 && biased > 1);
  Decimal out;
  out.point = scale(q, exponent + std::bit_width(significand), even);
  generate(q, even, out);
  return out;
}

/// Numbers of up to 15 digits and six decimals, as people write them: when `number` is the double next to n / 10^k, the digits
/// of n are its shortest ones, because no two decimals of 15 digits share a double. False: some other number.
bool append_few_decimals(std::string& out, double number) {
  constexpr double kMost = 1e15;
  double power = 1;
  for (size_t decimals = 0; decimals <= 6; ++decimals, power *= 10) {
    const double scaled = number * power + 0.5;
    if (!(scaled < kMost)) return false;
    const auto digits = static_cast<uint64_t>(scaled);
    if (static_cast<double>(digits) / power != number) continue;
    const auto unit = static_cast<uint64_t>(power);
    append_unsigned(out, digits / unit);
    if (decimals == 0) return true;
    // A one before the decimals keeps their zeros; the point takes its place.
    const size_t from = out.size();
    append_unsigned(out, unit + digits % unit);
    out[from] = '.';
    return true;
  }
  return false;
}

}  // namespace

void append_unsigned(std::string& out, uint64_t number) {
  std::array<char, 20> digits;
  size_t at = digits.size();
  do {
    digits[--at] = static_cast<char>('0' + number % 10);
    number /= 10;
  } while (number != 0);
  out.append(digits.data() + at, digits.size() - at);
}

void append_integer(std::string& out, int64_t number) {
  if (number < 0) {
    out.push_back('-');
    append_unsigned(out, ~static_cast<uint64_t>(number) + 1);
  } else {
    append_unsigned(out, static_cast<uint64_t>(number));
  }
}

void append_double(std::string& out, double number) {
  NPS_CHECK(number - number == 0);
  if (number == 0) {
    out.push_back('0');
    return;
  }
  if (number < 0) out.push_back('-');
  const double magnitude = number < 0 ? -number : number;
  if (append_few_decimals(out, magnitude)) return;
  const Decimal decimal = shortest(magnitude);
  const std::string_view digits = decimal.text();
  const int count = decimal.count;
  const int point = decimal.point;
  if (count <= point && point <= 21) {
    out.append(digits).append(static_cast<size_t>(point - count), '0');
  } else if (0 < point && point <= 21) {
    out.append(digits.substr(0, static_cast<size_t>(point))).append(".").append(digits.substr(static_cast<size_t>(point)));
  } else if (-6 < point && point <= 0) {
    out.append("0.").append(static_cast<size_t>(-point), '0').append(digits);
  } else {
    out.push_back(digits[0]);
    if (count > 1) out.append(".").append(digits.substr(1));
    out.append(point - 1 < 0 ? "e-" : "e+");
    append_unsigned(out, static_cast<uint64_t>(point - 1 < 0 ? 1 - point : point - 1));
  }
}

}  // namespace npscope
