package io.github.pyo3doctor.binary;

import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * What of a Mach-O file keeps dyld from taking {@code DYLD_*} variables in its process: a segment
 * {@code __RESTRICT}, or flags in the code directory of its signature (xnu's {@code
 * osfmk/kern/cs_blobs.h}).
 *
 * @param signed whether it has a code signature at all; processors of Apple load none without
 * @param restricted whether it asks for it by the segment or by {@code CS_RESTRICT}
 * @param hardened whether it was signed for the hardened runtime ({@code CS_RUNTIME})
 * @param takesVariables whether it is entitled to take the variables nevertheless ({@code
 *     com.apple.security.cs.allow-dyld-environment-variables})
 */
public record MachOSecurity(
    boolean signed, boolean restricted, boolean hardened, boolean takesVariables) {
  private static final int SUPER_BLOB = 0xfade0cc0;
  private static final int CODE_DIRECTORY = 0xfade0c02;
  private static final int ENTITLEMENTS = 0xfade7171;
  private static final int RESTRICT = 0x800;
  private static final int RUNTIME = 0x1_0000;
  private static final int MOST_BLOBS = 64;
  private static final int LONGEST_ENTITLEMENTS = 1 << 16;
  private static final String TAKES_VARIABLES =
      "<key>com.apple.security.cs.allow-dyld-environment-variables</key>";

  /** Why the variables are ignored; empty when they are not. */
  Optional<String> ignoringVariables() {
    if (restricted) {
      return Optional.of("it is marked as restricted");
    }
    return hardened && !takesVariables
        ? Optional.of("it is signed for the hardened runtime without the entitlement to take them")
        : Optional.empty();
  }

  /**
   * Reads a signature.
   *
   * @param at where in the file it begins; empty when there is none
   * @param restricted whether the file has the segment
   */
  static MachOSecurity read(FileWindow file, Optional<Long> at, boolean restricted)
      throws IOException {
    if (at.isEmpty()) {
      return new MachOSecurity(false, restricted, false, false);
    }
    // A signature is big-endian whatever the file is.
    FileWindow window = file.another();
    window.order(ByteOrder.BIG_ENDIAN);
    return signature(window, at.get(), restricted);
  }

  private static MachOSecurity signature(FileWindow file, long start, boolean restricted)
      throws IOException {
    long count = (int) file.u32(start) == SUPER_BLOB ? file.u32(start + 8) : 0;
    if (count > MOST_BLOBS) {
      throw new MalformedBinaryException("a signature of more than 64 parts", start);
    }
    long flags = 0;
    boolean entitled = false;
    for (long i = 0; i < count; i++) {
      long blob = start + file.u32(start + 12 + 8 * i + 4);
      switch ((int) file.u32(blob)) {
        case CODE_DIRECTORY -> flags |= file.u32(blob + 12);
        case ENTITLEMENTS -> entitled = entitlements(file, blob).contains(TAKES_VARIABLES);
        default -> {}
      }
    }
    return new MachOSecurity(
        count > 0, restricted || (flags & RESTRICT) != 0, (flags & RUNTIME) != 0, entitled);
  }

  /** A property list without its white space; a key that is there is taken to be true. */
  private static String entitlements(FileWindow file, long blob) throws IOException {
    long length = Math.min(file.u32(blob + 4), LONGEST_ENTITLEMENTS);
    byte[] text = new byte[(int) Math.max(0, length - 8)];
    for (int i = 0; i < text.length; i++) {
      text[i] = (byte) file.u8(blob + 8 + i);
    }
    return new String(text, StandardCharsets.UTF_8)
        .replaceAll("\\s+", "")
        .replaceAll("(<key>[^<]*</key>)<false/>", "");
  }
}
