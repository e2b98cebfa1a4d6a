package io.github.pyo3doctor.checks;

import java.util.List;

/**
 * A target of rustc.
 *
 * @param architecture {@code x86_64}
 * @param vendor {@code unknown}, {@code pc}, {@code apple}
 * @param system {@code linux}, {@code windows}, {@code darwin}
 */
record RustTarget(String architecture, String vendor, String system) {
  private static final List<String> X86 = List.of("i386", "i486", "i586", "i686");

  /** The parts of a triple; what it lacks is empty. */
  static RustTarget of(String triple) {
    String[] parts = triple.split("-", 4);
    // Without a vendor, as in aarch64-linux-android, the second part is the system.
    boolean noVendor = parts.length == 3 && parts[1].matches("linux|freebsd|netbsd");
    return new RustTarget(
        parts[0], noVendor ? "unknown" : part(parts, 1), noVendor ? parts[1] : part(parts, 2));
  }

  private static String part(String[] parts, int index) {
    return index < parts.length ? parts[index] : "";
  }

  /**
   * Whether a Python of this one, the host, cannot be asked about a build for another. Source:
   * {@code is_cross_compiling_from_to} in {@code pyo3-build-config/src/impl_.rs}.
   */
  boolean needsAnotherPython(RustTarget target) {
    boolean same =
        architecture.equals(target.architecture)
            && (vendor.equals(target.vendor)
                || (vendor.equals("pc") && target.vendor.equals("win7")))
            && system.equals(target.system);
    boolean win32 =
        system.equals("windows")
            && target.system.equals("windows")
            && architecture.equals("x86_64")
            && X86.contains(target.architecture);
    boolean mac = system.equals("darwin") && target.system.equals("darwin");
    return !(same || win32 || mac || target.system.equals("ios"));
  }
}
