package io.github.pyo3doctor.binary;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What the file name of a wheel says (PyPA, "Binary distribution format"): {@code
 * name-version[-build]-python-abi-platform.whl}, each tag a set that is written with dots.
 *
 * @param name the distribution's
 * @param version the distribution's
 * @param pythons {@code cp312}, {@code py3}
 * @param abis the binary interfaces: a Python's own, the stable one, {@code none}
 * @param platforms {@code manylinux_2_28_x86_64}, {@code any}
 */
record WheelName(
    String name, String version, List<String> pythons, List<String> abis, List<String> platforms) {
  static Optional<WheelName> of(String fileName) {
    if (!fileName.endsWith(".whl")) {
      return Optional.empty();
    }
    String[] parts = fileName.substring(0, fileName.length() - 4).split("-", -1);
    int last = parts.length - 1;
    boolean fits = parts.length == 5 || parts.length == 6;
    if (!fits || Arrays.stream(parts).anyMatch(String::isEmpty)) {
      return Optional.empty();
    }
    return Optional.of(
        new WheelName(
            parts[0], parts[1], set(parts[last - 2]), set(parts[last - 1]), set(parts[last])));
  }

  private static List<String> set(String tag) {
    return Arrays.stream(tag.split("\\.")).filter(each -> !each.isEmpty()).toList();
  }

  /** Every tag it stands for, as a file {@code WHEEL} lists them. */
  List<String> tags() {
    return pythons.stream()
        .flatMap(python -> abis.stream().map(abi -> python + "-" + abi))
        .flatMap(both -> platforms.stream().map(platform -> both + "-" + platform))
        .toList();
  }

  /** Names that differ in {@code -}, {@code _}, {@code .} and case only are one. */
  static String normal(String name) {
    return name.toLowerCase(Locale.ROOT).replaceAll("[-_.]+", "_");
  }
}
