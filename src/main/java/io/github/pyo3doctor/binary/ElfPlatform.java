package io.github.pyo3doctor.binary;

import java.util.List;

/**
 * What differs between the processors that Linux runs on.
 *
 * @param name as the loader says it for {@code $PLATFORM}
 * @param multiarch Debian's name of its folders
 * @param lib what {@code $LIB} stands for elsewhere
 * @param cacheKind how {@code /etc/ld.so.cache} marks its libraries (glibc's {@code ldconfig.h})
 * @param interpreter where glibc's loader lies
 */
record ElfPlatform(String name, String multiarch, String lib, long cacheKind, String interpreter) {
  static ElfPlatform of(int machine, boolean wide) {
    return switch (machine) {
      case 3 -> new ElfPlatform("i686", "i386-linux-gnu", "lib", 0x3, "/lib/ld-linux.so.2");
      case 40 ->
          new ElfPlatform(
              "armv7l", "arm-linux-gnueabihf", "lib", 0x903, "/lib/ld-linux-armhf.so.3");
      case 62 ->
          wide
              ? new ElfPlatform(
                  "x86_64", "x86_64-linux-gnu", "lib64", 0x303, "/lib64/ld-linux-x86-64.so.2")
              : new ElfPlatform(
                  "x86_64", "x86_64-linux-gnux32", "libx32", 0x803, "/libx32/ld-linux-x32.so.2");
      case 183 ->
          new ElfPlatform(
              "aarch64", "aarch64-linux-gnu", "lib64", 0xa03, "/lib/ld-linux-aarch64.so.1");
      case 21 ->
          new ElfPlatform("ppc64le", "powerpc64le-linux-gnu", "lib64", 0x503, "/lib64/ld64.so.2");
      case 22 -> new ElfPlatform("s390x", "s390x-linux-gnu", "lib64", 0x403, "/lib/ld64.so.1");
      case 243 ->
          new ElfPlatform(
              "riscv64", "riscv64-linux-gnu", "lib64", 0x1003, "/lib/ld-linux-riscv64-lp64d.so.1");
      default -> new ElfPlatform("machine " + machine, "unknown", wide ? "lib64" : "lib", -1, "");
    };
  }

  private boolean isDebian(UnixDisk disk) {
    return disk.isDirectory("/lib/" + multiarch) || disk.isDirectory("/usr/lib/" + multiarch);
  }

  /** The folders that are built into the loader. */
  List<String> defaultFolders(UnixDisk disk) {
    return isDebian(disk)
        ? List.of("/lib/" + multiarch, "/usr/lib/" + multiarch, "/lib", "/usr/lib")
        : List.of("/" + lib, "/usr/" + lib);
  }

  String libraries(UnixDisk disk) {
    return isDebian(disk) ? "lib/" + multiarch : lib;
  }
}
