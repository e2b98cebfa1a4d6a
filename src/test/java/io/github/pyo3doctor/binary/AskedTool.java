package io.github.pyo3doctor.binary;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A tool that prints what is in binary files, asked about many of them: some per process, as many
 * processes as there are processors.
 *
 * @param command the tool and its options
 * @param begins the line with which what it says of a file begins; its group is the path
 */
record AskedTool(List<String> command, Pattern begins) {
  private static final int FILES_PER_PROCESS = 48;

  /** Reads a file and says what it saw, a line for each thing. */
  interface Reader {
    List<String> read(Path file) throws IOException;
  }

  /**
   * What came of a comparison.
   *
   * @param compared the files that both looked at
   * @param differences for each file that is seen differently, its first different line
   */
  record Comparison(int compared, List<String> differences) {}

  boolean exists() throws InterruptedException {
    try {
      return new ProcessBuilder(command.getFirst(), "--version")
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start()
              .waitFor()
          == 0;
    } catch (IOException e) {
      return false;
    }
  }

  /**
   * Compares what the tool prints with what a reader sees. A file that the tool says nothing of is
   * not compared.
   *
   * @param start what takes the tool's lines of a file
   * @param take hands it a line
   * @param lines what it took, in the words of the reader; nothing when it could not read the file
   */
  <T> Comparison compare(
      List<Path> files,
      Supplier<T> start,
      BiConsumer<T, String> take,
      Function<T, List<String>> lines,
      Reader ours)
      throws InterruptedException {
    List<Future<Comparison>> waiting = new ArrayList<>();
    try (ExecutorService workers =
        Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors())) {
      for (int i = 0; i < files.size(); i += FILES_PER_PROCESS) {
        List<Path> some = files.subList(i, Math.min(files.size(), i + FILES_PER_PROCESS));
        waiting.add(workers.submit(() -> compareSome(some, start, take, lines, ours)));
      }
    }
    int compared = 0;
    List<String> differences = new ArrayList<>();
    for (Future<Comparison> each : waiting) {
      try {
        compared += each.get().compared();
        differences.addAll(each.get().differences());
      } catch (ExecutionException e) {
        throw new AssertionError(e.getCause());
      }
    }
    return new Comparison(compared, differences);
  }

  private <T> Comparison compareSome(
      List<Path> files,
      Supplier<T> start,
      BiConsumer<T, String> take,
      Function<T, List<String>> lines,
      Reader ours)
      throws IOException, InterruptedException {
    Map<Path, T> printed = new LinkedHashMap<>();
    if (!ask(files, start, take, printed)) {
      // A tool that gives up on a file says nothing, or half, of those around it.
      printed.clear();
      for (Path file : files) {
        ask(List.of(file), start, take, printed);
      }
    }
    int compared = 0;
    List<String> differences = new ArrayList<>();
    for (Map.Entry<Path, T> one : printed.entrySet()) {
      List<String> said = lines.apply(one.getValue());
      if (said.isEmpty()) {
        continue;
      }
      compared++;
      List<String> seen = read(ours, one.getKey());
      if (!seen.equals(said)) {
        differences.add(one.getKey() + ": " + firstDifference(seen, said));
      }
    }
    return new Comparison(compared, differences);
  }

  private static List<String> read(Reader ours, Path file) {
    try {
      return ours.read(file);
    } catch (MalformedBinaryException e) {
      return List.of("refused: " + e.getMessage());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String firstDifference(List<String> ours, List<String> theirs) {
    int same = 0;
    while (same < Math.min(ours.size(), theirs.size()) && ours.get(same).equals(theirs.get(same))) {
      same++;
    }
    return "ours <%s>, theirs <%s>"
        .formatted(
            same < ours.size() ? ours.get(same) : "nothing more",
            same < theirs.size() ? theirs.get(same) : "nothing more");
  }

  /** Whether the tool could read all of the files. */
  private <T> boolean ask(
      List<Path> files, Supplier<T> start, BiConsumer<T, String> take, Map<Path, T> printed)
      throws IOException, InterruptedException {
    List<String> line = new ArrayList<>(command);
    files.forEach(file -> line.add(file.toString()));
    // Of a single file readelf prints no name.
    line.add(files.getLast().toString());
    ProcessBuilder builder =
        new ProcessBuilder(line).redirectError(ProcessBuilder.Redirect.DISCARD);
    builder.environment().put("LC_ALL", "C.UTF-8");
    Process process = builder.start();
    T current = start.get();
    try (BufferedReader output = process.inputReader()) {
      for (String text = output.readLine(); text != null; text = output.readLine()) {
        Matcher beginning = begins.matcher(text);
        if (beginning.matches()) {
          current = start.get();
          printed.put(Path.of(beginning.group(1)), current);
        } else {
          take.accept(current, text);
        }
      }
    }
    return process.waitFor() == 0;
  }

  /** Every file below some folders that is of a format; links are not followed. */
  static List<Path> below(List<Path> folders, Predicate<Path> isOne) throws IOException {
    List<Path> found = new ArrayList<>();
    for (Path folder : folders) {
      try (Stream<Path> files = Files.walk(folder)) {
        files
            .filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
            .filter(isOne)
            .sorted()
            .forEach(found::add);
      }
    }
    return found;
  }

  static boolean isElf(Path file) {
    byte[] start = start(file, 4);
    return start.length == 4 && ByteBuffer.wrap(start).getInt() == 0x7f454c46;
  }

  static boolean isPe(Path file) {
    byte[] start = start(file, 4096);
    if (start.length < 64 || start[0] != 'M' || start[1] != 'Z') {
      return false;
    }
    ByteBuffer bytes = ByteBuffer.wrap(start).order(ByteOrder.LITTLE_ENDIAN);
    int signature = bytes.getInt(0x3c);
    return signature > 0 && signature < start.length - 4 && bytes.getInt(signature) == 0x4550;
  }

  private static byte[] start(Path file, int size) {
    try (InputStream in = Files.newInputStream(file)) {
      return in.readNBytes(size);
    } catch (IOException e) {
      return new byte[0];
    }
  }
}
