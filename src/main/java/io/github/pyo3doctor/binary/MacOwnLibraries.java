package io.github.pyo3doctor.binary;

import java.util.Set;

/**
 * Libraries that come with macOS. Since macOS 11 they lie in dyld's shared cache and on no disk
 * (Apple, macOS Big Sur 11.0.1 release notes, "Kernel").
 */
final class MacOwnLibraries {
  /** What programs are linked with, and every macOS since 11 has. */
  private static final Set<String> LIBRARIES =
      Set.of(
          "libSystem.B.dylib",
          "libc++.1.dylib",
          "libc++abi.dylib",
          "libobjc.A.dylib",
          "libiconv.2.dylib",
          "libcharset.1.dylib",
          "libresolv.9.dylib",
          "libz.1.dylib",
          "libbz2.1.0.dylib",
          "libcompression.dylib",
          "libsqlite3.dylib",
          "libxml2.2.dylib",
          "libxslt.1.dylib",
          "libcurl.4.dylib",
          "libedit.3.dylib",
          "libncurses.5.4.dylib",
          "libpanel.5.4.dylib",
          "libffi.dylib",
          "libexpat.1.dylib",
          "libpcap.A.dylib",
          "libsandbox.1.dylib");

  private static final Set<String> FRAMEWORKS =
      Set.of(
          "Accelerate",
          "AppKit",
          "ApplicationServices",
          "AudioToolbox",
          "AVFoundation",
          "CFNetwork",
          "Carbon",
          "Cocoa",
          "CoreAudio",
          "CoreFoundation",
          "CoreGraphics",
          "CoreML",
          "CoreServices",
          "CoreText",
          "CoreVideo",
          "DiskArbitration",
          "Foundation",
          "ImageIO",
          "IOKit",
          "IOSurface",
          "LocalAuthentication",
          "Metal",
          "MetalPerformanceShaders",
          "OpenCL",
          "OpenGL",
          "QuartzCore",
          "Security",
          "SystemConfiguration",
          "Tcl",
          "Tk");

  private MacOwnLibraries() {}

  /** Whether only macOS itself can have a file of that name. */
  static boolean isPlaceOfTheSystem(String path) {
    return path.startsWith("/usr/lib/") || path.startsWith("/System/");
  }

  /** Whether every macOS since 11 has it. */
  static boolean isOnEvery(String path) {
    if (path.startsWith("/usr/lib/")) {
      return LIBRARIES.contains(path.substring("/usr/lib/".length()));
    }
    String frameworks = "/System/Library/Frameworks/";
    int end = path.indexOf(".framework/");
    return path.startsWith(frameworks)
        && end > frameworks.length()
        && path.indexOf(".framework/", end + 1) < 0
        && FRAMEWORKS.contains(path.substring(frameworks.length(), end));
  }
}
