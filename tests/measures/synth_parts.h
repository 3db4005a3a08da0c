// SPDX-License-Identifier: MIT
// The rows of tests/data/synth_drivers.csv as a part: scores, accounts, and the columns Account, Region, Weight and Price band.
#pragma once

#include <string>
#include <vector>

#include "tests/measures/parts.h"
#include "tests/support/synth_drivers.h"

namespace npscope::testing_support {

inline TestParts synth_parts() {
  std::vector<int> scores;
  std::vector<std::string> accounts;
  std::vector<std::string> regions;
  std::vector<std::string> weights;
  std::vector<std::string> bands;
  for (const SynthRow& row : synth_drivers()) {
    scores.push_back(static_cast<int>(row.score));
    accounts.push_back("A" + std::to_string(row.account));
    regions.push_back(row.region);
    weights.push_back(std::to_string(row.weight));
    bands.emplace_back(row.price <= 5 ? "to 5" : "from 6");
  }
  return PartBuilder()
      .scores(scores)
      .accounts(accounts)
      .column("Account", accounts, Role::kAccount)
      .column("Region", regions)
      .column("Weight", weights, Role::kWeight)
      .column("Price band", bands)
      .build();
}

}  // namespace npscope::testing_support
