package io.github.pyo3doctor.benchmarks;

import io.github.pyo3doctor.doctor.Doctor;
import io.github.pyo3doctor.snapshot.Inspection;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * How many binaries {@code inspect} looks at in a second once Java is warm, and that files of two
 * gigabytes take no memory. {@code docs/benchmarks/inspect} runs it.
 */
final class InspectSpeed {
  private static final int ROUNDS = 4;
  private static final long HUGE = 1L << 31;

  private InspectSpeed() {}

  /**
   * Prints a line for each folder ({@code folders DIR...}), or looks at files of two gigabytes that
   * it makes in a folder ({@code huge DIR}).
   */
  public static void main(String[] arguments) throws IOException {
    List<String> rest = List.of(arguments).subList(1, arguments.length);
    if (arguments[0].equals("huge")) {
      huge(Path.of(rest.getFirst()));
      return;
    }
    for (String folder : rest) {
      measure(folder);
    }
  }

  private static void measure(String folder) throws IOException {
    List<Path> files = binaries(Path.of(folder));
    Doctor doctor = new Doctor("benchmark");
    Map<String, Integer> formats = new LinkedHashMap<>();
    long best = Long.MAX_VALUE;
    int refused = 0;
    for (int round = 0; round < ROUNDS; round++) {
      formats.clear();
      refused = 0;
      long begun = System.nanoTime();
      for (Path file : files) {
        try {
          Inspection seen = doctor.inspect(file).whole();
          formats.merge(seen.format(), 1, Integer::sum);
        } catch (IOException e) {
          refused++;
        }
      }
      best = Math.min(best, System.nanoTime() - begun);
    }
    System.out.printf(
        "%s: %s, %d refused: %.0f in a second, %.2f ms each%n",
        folder, formats, refused, files.size() * 1e9 / best, best / 1e6 / files.size());
  }

  private static List<Path> binaries(Path folder) throws IOException {
    List<Path> binaries = new ArrayList<>();
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path file : all.filter(Files::isRegularFile).filter(Files::isReadable).toList()) {
        if (!Files.isSymbolicLink(file) && isBinary(file)) {
          binaries.add(file);
        }
      }
    }
    return binaries;
  }

  private static boolean isBinary(Path file) throws IOException {
    byte[] start = new byte[4];
    try (InputStream in = Files.newInputStream(file)) {
      in.readNBytes(start, 0, 4);
    }
    int magic = ByteBuffer.wrap(start).getInt();
    return magic == 0x7f454c46 || magic >>> 16 == 0x4d5a || magic == 0xcffaedfe;
  }

  /** Real files with a hole behind them, and a fat one whose second slice lies behind the hole. */
  private static void huge(Path folder) throws IOException {
    Path resources = Path.of("src/test/resources");
    Map<String, Path> samples = new LinkedHashMap<>();
    samples.put("ELF", resources.resolve("elf/runpath-x86-64.so"));
    samples.put("PE", resources.resolve("pe/x64/versioned.exe"));
    samples.put("Mach-O", resources.resolve("macho/module-arm64.so"));
    List<Path> files = new ArrayList<>();
    for (Map.Entry<String, Path> sample : samples.entrySet()) {
      Path file = folder.resolve("huge-" + sample.getKey());
      Files.copy(sample.getValue(), file);
      try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
        channel.write(ByteBuffer.allocate(1), HUGE - 1);
      }
      files.add(file);
    }
    files.add(fat(folder.resolve("huge-fat"), samples.get("Mach-O")));
    Doctor doctor = new Doctor("benchmark");
    for (Path file : files) {
      long begun = System.nanoTime();
      Inspection seen = doctor.inspect(file).whole();
      System.out.printf(
          "%s of %d MiB: %s, %d needs, %d ms%n",
          file.getFileName(),
          Files.size(file) >> 20,
          seen.outcome().word(),
          seen.needs().size(),
          (System.nanoTime() - begun) / 1_000_000);
    }
    Runtime runtime = Runtime.getRuntime();
    System.out.printf("heap of at most %d MiB%n", runtime.maxMemory() >> 20);
  }

  private static Path fat(Path file, Path slice) throws IOException {
    byte[] bytes = Files.readAllBytes(slice);
    ByteBuffer head = ByteBuffer.allocate(8 + 2 * 32).order(ByteOrder.BIG_ENDIAN);
    head.putInt(0xcafebabf).putInt(2);
    long[] places = {1 << 14, HUGE};
    for (long place : places) {
      head.putInt(0x0100_000c).putInt(0).putLong(place).putLong(bytes.length).putInt(14).putInt(0);
    }
    try (FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      channel.write(head.flip(), 0);
      for (long place : places) {
        channel.write(ByteBuffer.wrap(bytes), place);
      }
    }
    return file;
  }
}
