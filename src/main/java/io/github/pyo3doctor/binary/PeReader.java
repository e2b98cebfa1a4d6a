package io.github.pyo3doctor.binary;

import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Reads the headers and the import, export and version tables of a PE file (Microsoft's "PE Format"
 * specification). Never loads the file and keeps only names, so neither a broken nor a huge file
 * can hurt.
 */
public final class PeReader {
  private static final int EXPORTS = 0;
  private static final int IMPORTS = 1;
  private static final int RESOURCES = 2;
  private static final int DELAY_IMPORTS = 13;

  /**
   * Reads a file.
   *
   * @throws MalformedBinaryException if it is no PE file or contradicts itself
   * @throws IOException if it cannot be read
   */
  public PeFile read(Path path) throws IOException {
    try (SeekableByteChannel channel = Files.newByteChannel(path)) {
      return read(channel);
    }
  }

  /**
   * Reads a file that is open already, and leaves it open.
   *
   * @throws MalformedBinaryException if it is no PE file or contradicts itself
   * @throws IOException if it cannot be read
   */
  public PeFile read(SeekableByteChannel channel) throws IOException {
    FileWindow file = new FileWindow(channel);
    if (file.u16(0) != 0x5a4d) {
      throw new MalformedBinaryException("no Windows program: it does not begin with MZ", 0);
    }
    long signature = file.u32(0x3c);
    if (file.u32(signature) != 0x4550) {
      throw new MalformedBinaryException(
          "no Windows program: the PE signature is missing", signature);
    }
    PeHeaders headers = PeHeaders.read(file, signature + 4);
    PeExports exports = PeExports.read(file, headers, headers.directory(EXPORTS));
    PeImports imports = new PeImports(file, headers);
    return new PeFile(
        headers.machine(),
        headers.wide(),
        headers.dll(),
        imports.read(headers.directory(IMPORTS)),
        imports.readDelayed(headers.directory(DELAY_IMPORTS)),
        exports.named(),
        exports.numbered(),
        new PeVersion(file, headers).read(headers.directory(RESOURCES)));
  }
}
