package io.github.pyo3doctor.binary;

/**
 * The processor that a slice is for ({@code mach/machine.h}).
 *
 * @param type the {@code cputype} of the header
 * @param subtype the {@code cpusubtype}, without the bits that say something else
 */
public record MachOArchitecture(int type, int subtype) {
  private static final int X86 = 7;
  private static final int X86_64 = 0x0100_0007;
  private static final int ARM64 = 0x0100_000c;
  private static final int HASWELL = 8;
  private static final int WITH_POINTER_AUTHENTICATION = 2;

  /** As {@code lipo} and dyld call it. */
  public String name() {
    return switch (type) {
      case X86 -> "i386";
      case X86_64 -> subtype == HASWELL ? "x86_64h" : "x86_64";
      case ARM64 -> subtype == WITH_POINTER_AUTHENTICATION ? "arm64e" : "arm64";
      case 12 -> "arm";
      case 18 -> "ppc";
      case 0x0100_0012 -> "ppc64";
      default -> "cputype 0x%x".formatted(type);
    };
  }

  /**
   * Whether a process for this processor can load a library for another (dyld's graded
   * architectures): {@code x86_64} fits wherever {@code x86_64h} does, but {@code arm64} and {@code
   * arm64e} do not mix.
   */
  boolean takes(MachOArchitecture other) {
    return other.type == type && (type == X86_64 || name().equals(other.name()));
  }
}
