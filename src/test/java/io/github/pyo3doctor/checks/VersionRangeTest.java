package io.github.pyo3doctor.checks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VersionRangeTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0.28                | 0.28.0 | 0.29.0",
        "^0.20               | 0.20.0 | 0.21.0",
        "0.22.5              | 0.22.5 | 0.23.0",
        "1.2.3               | 1.2.3  | 2.0.0",
        "0                   | 0.0.0  | 1.0.0",
        "0.0                 | 0.0.0  | 0.1.0",
        "0.0.3               | 0.0.3  | 0.0.4",
        "~0.22.1             | 0.22.1 | 0.23.0",
        "~1                  | 1.0.0  | 2.0.0",
        "=0.29               | 0.29.0 | 0.30.0",
        "= 0.29.1            | 0.29.1 | 0.29.2",
        ">= 0.27.0, < 0.30.0 | 0.27.0 | 0.30.0",
        ">0.25, <=0.28       | 0.26.0 | 0.29.0",
        ">0.25.1, <0.27      | 0.25.2 | 0.27.0",
        "0.2*                | none   | none",
        "0.28.*              | 0.28.0 | 0.29.0",
        "0.*                 | 0.0.0  | 1.0.0",
        "1.2.*               | 1.2.0  | 1.3.0",
        "0.29.0-beta.1       | 0.29.0 | 0.30.0",
      })
  void aCargoRequirementAdmitsARange(String requirement, String from, String before) {
    Optional<VersionRange> expected =
        Version.parse(from).map(first -> new VersionRange(first, Version.parse(before)));

    assertThat(VersionRange.ofCargo(requirement)).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "latest", ">=", "0.28 0.29", "0.28,,0.29", "git"})
  void whatIsNoRequirementAdmitsNothing(String text) {
    assertThat(VersionRange.ofCargo(text)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        ">=1.9.4,<2.0        | 1.9.4  | 2.0.0",
        ">=1.0, <2.0         | 1.0.0  | 2.0.0",
        "~=1.9               | 1.9.0  | 2.0.0",
        "~=1.9.4             | 1.9.4  | 1.10.0",
        "==1.9.*             | 1.9.0  | 1.10.0",
        "==1.8.1             | 1.8.1  | 1.8.2",
        ">=1.9, !=1.9.5, <2  | 1.9.0  | 2.0.0",
      })
  void aPythonRequirementAdmitsARange(String specifiers, String from, String before) {
    assertThat(VersionRange.ofPython(specifiers))
        .contains(new VersionRange(Version.parse(from).orElseThrow(), Version.parse(before)));
  }

  @Test
  void anEmptyPythonRequirementAdmitsEverything() {
    assertThat(VersionRange.ofPython(" ")).isEqualTo(VersionRange.ofCargo("*"));
  }

  @ParameterizedTest
  @CsvSource({
    "0.28,           TRUE",
    "0.26,           TRUE",
    "0.25,           FALSE",
    "'>=0.25, <0.27', UNKNOWN",
    "0,              UNKNOWN",
    "*,              UNKNOWN",
    "<0.26,          FALSE",
  })
  void aRangeMayLieOnBothSidesOfAVersion(String requirement, Truth atLeast) {
    assertThat(VersionRange.ofCargo(requirement).orElseThrow().atLeast(new Version(0, 26, 0)))
        .isEqualTo(atLeast);
  }

  @Test
  void aLockedVersionIsARangeOfOne() {
    VersionRange locked = VersionRange.only(new Version(0, 28, 3));

    assertThat(locked.contains(new Version(0, 28, 3))).isTrue();
    assertThat(locked.contains(new Version(0, 28, 2))).isFalse();
    assertThat(locked.contains(new Version(0, 28, 4))).isFalse();
  }
}
